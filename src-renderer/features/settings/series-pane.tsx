import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { readBranchKey } from '../../../src-main/domain/numbering.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { NumberPatternDesigner } from '../../ui/number-pattern-designer.tsx'
import { Section, SectionHead, SidePane } from '../../ui/page.tsx'

type Series = OutputOf<'numbering.series'>[number]

/** The pattern of the chosen series with its next numbers, as the rule pack in force has it. */
export function SeriesPane({ series }: { readonly series: Series | null }) {
  const [, go] = useLocation()
  const { today, user } = useSession()
  const pack = usePack()
  const center = useAsk('center.get', {})
  const rules = pack?.numberSeries.find(one => series !== null && readBranchKey(series.series).series === one.id)
  const last = series?.years.find(one => one.year === series.thisYear)?.counter ?? 0
  const packs = useAsk('packs.list', {}).data
  // The newest draft goes on; a second one would only have to be merged by hand.
  const draft = useAsk('packs.drafts', {}).data?.toSorted((left, right) => right.changedAt.localeCompare(left.changedAt))[0]
  const start = useDo('packs.startDraft')
  const edit = async () => {
    const inForce = packs?.find(one => one.isInForce)
    if (!rules || !inForce) return
    const reply = draft ? { ok: true as const, value: draft } : await start.run({ from: { packId: inForce.id } })
    if (reply.ok) go(`/settings/packs/draft/${reply.value.id}?series=${rules.id}`)
  }
  return (
    <SidePane label="格式和示例" width={300}>
      <Section>
        <SectionHead title={rules?.label ?? '格式和示例'} note={rules ? '规则包现行格式' : undefined} />
        {pack && rules && center.data ? (
          <NumberPatternDesigner
            value={rules}
            others={pack.numberSeries}
            codes={pack.codes}
            short={center.data.shortName}
            today={today}
            last={rules.perKind || rules.perStage || rules.perLetter ? 0 : last}
          />
        ) : (
          <p className="second soft">这种编号不在现行规则包里：档号由归档规则定，旧册编号不再取号。</p>
        )}
      </Section>
      <Section>
        <SectionHead title="改格式" />
        <p className="second soft">
          格式在规则包里定：改规则包的副本，试算后由主任签发，从生效之日起用。流水号接着数，取过的号不改。
        </p>
        {rules && hasRole(user, ['director', 'administrator']) && (
          <p>
            <BusyButton variant="default" busy={start.isBusy} onClick={edit}>
              {draft ? `编辑规则包副本　${draft.packVersion}` : '编辑规则包副本'}
            </BusyButton>
          </p>
        )}
        <ErrorBanner error={start.error} />
      </Section>
    </SidePane>
  )
}
