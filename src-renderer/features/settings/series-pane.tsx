import type { OutputOf } from '../../../src-main/contract/index.ts'
import { useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { usePack } from '../../api/use-pack.ts'
import { NumberPatternDesigner } from '../../ui/number-pattern-designer.tsx'
import { Section, SectionHead, SidePane } from '../../ui/page.tsx'

type Series = OutputOf<'numbering.series'>[number]

/** The pattern of the chosen series with its next numbers, as the rule pack in force has it. */
export function SeriesPane({ series }: { readonly series: Series | null }) {
  const { today } = useSession()
  const pack = usePack()
  const center = useAsk('center.get', {})
  const rules = pack?.numberSeries.find(one => series !== null && isBranchOf(series.series, one.id))
  const last = series?.years.find(one => one.year === series.thisYear)?.counter ?? 0
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
          格式在规则包里定：在“规则包”里改副本、试用，由主任签发，从生效之日起用。流水号接着数，取过的号不改。
        </p>
      </Section>
    </SidePane>
  )
}

/** Whether a count of the ledger (`case:民`) belongs to a series of the pack (`case`). */
function isBranchOf(series: string, id: string): boolean {
  return series === id || [':', '/', '#'].some(mark => series.startsWith(`${id}${mark}`))
}
