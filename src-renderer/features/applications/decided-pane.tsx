import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { DeliveriesSection } from '../../api/deliveries-section.tsx'
import { type IssuedPaper, savePaper } from '../../api/paper-actions.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf } from '../../api/use-pack.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { dayOfInstant, longDay, monthDay, timeOfInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Pane, Section, SectionHead } from '../../ui/page.tsx'
import { type ApplicationDetail, ENDING_WORDS } from './application-words.ts'

type PaneProps = {
  readonly pack: RulePack
  readonly one: ApplicationDetail
  readonly papers: PaperDialogHandle
  /** In CSS px. */
  readonly width: number
}

/** The right pane once the application is closed: the decision, its case, its papers and whom they reached. */
export function DecidedPane({ pack, one, papers, width }: PaneProps) {
  return (
    <Pane label="决定" width={width} narrow>
      {one.decision === null ? <Ended one={one} /> : <Decision pack={pack} one={one} decision={one.decision} />}
      <Papers one={one} papers={papers} />
      <DeliveriesSection subject={{ kind: 'application', id: one.id }} papers={papers} />
    </Pane>
  )
}

/** How the review ended without a decision, and why. */
function Ended({ one }: Pick<PaneProps, 'one'>) {
  const ending = useAsk('procedure.get', { id: one.id }).data?.ending
  return (
    <Section label="审查结束">
      <SectionHead title={ending ? ENDING_WORDS[ending.kind] : '没有作出决定'} note={ending?.on && monthDay(ending.on)} />
      {ending?.reason && <p className="second soft keep-lines">{ending.reason}</p>}
      <p className="note muted">没有作出决定，审查已结束，不再计时。</p>
    </Section>
  )
}

function Decision({
  pack,
  one,
  decision,
}: {
  readonly pack: RulePack
  readonly one: ApplicationDetail
  readonly decision: NonNullable<ApplicationDetail['decision']>
}) {
  const [, go] = useLocation()
  const isGranted = decision.outcome === 'granted'
  const open = () => go(`/cases/${decision.caseId}`)
  useKeys([{ keys: 'C', label: '打开案件', run: open, when: decision.caseId !== null }])
  return (
    <Section>
      <SectionHead
        icon={
          isGranted ? (
            <IconCircleCheck size={18} className="green" aria-hidden />
          ) : (
            <IconCircleX size={18} className="muted" aria-hidden />
          )
        }
        title={isGranted ? '给予法律援助' : '不予法律援助'}
        note={decision.number}
      />
      <div className="form-gap" />
      <DescriptionList
        items={[
          { term: '决定日期', value: longDay(decision.decidedOn) },
          { term: '签发', value: decision.decidedBy },
          ...(isGranted
            ? [{ term: '援助形式', value: decision.aidForms.map(code => labelOf(pack.codes.aidForms, code)).join('、') }]
            : [
                {
                  term: '不予理由',
                  value: decision.refusalReasons.map(code => labelOf(pack.codes.refusalReasons, code)).join('；'),
                },
              ]),
          { term: isGranted ? '审批意见' : '理由说明', value: <span className="keep-lines">{decision.opinion}</span> },
          ...(decision.caseNumber === null ? [] : [{ term: '案件', value: <b className="strong">{decision.caseNumber}</b> }]),
        ]}
      />
      {decision.caseId !== null && (
        <div className="row" style={{ marginTop: 10 }}>
          <Button onClick={open} rightSection={<KeyCaps keys="C" />}>
            打开案件
          </Button>
          {one.status === 'granted' && <span className="note muted">下一步：指派承办机构和承办人</span>}
        </div>
      )}
    </Section>
  )
}

/** The papers issued for this application; each can be shown, printed and exported. */
function Papers({ one, papers }: Omit<PaneProps, 'width' | 'pack'>) {
  const issued = useAsk('papers.list', { subject: { kind: 'application', id: one.id } })
  const [error, setError] = useState<AppError | null>(null)
  const save = async (paper: IssuedPaper, kind: 'docx' | 'pdf') => {
    const outcome = await savePaper(paper, kind)
    setError(outcome.kind === 'failed' ? outcome.error : null)
    if (outcome.kind === 'done') announceDone(outcome.line)
  }
  const decision = issued.data?.find(paper => paper.form === 'grant-decision' || paper.form === 'refusal-decision')
  useKeys([
    {
      keys: 'Ctrl+P',
      label: '打印决定书',
      run: () => decision && void papers.show(decision.id),
      when: decision !== undefined && !papers.isOpen,
    },
  ])
  return (
    <Section label="文书">
      <SectionHead title="文书" count={issued.data?.length} />
      <ErrorBanner error={error} />
      <AskState ask={issued}>
        {list =>
          list.length === 0 ? (
            <p className="second muted">还没有签发文书。</p>
          ) : (
            <ul className="plain paper-list">
              {list.map(paper => (
                <li key={paper.id}>
                  <button type="button" className="bare paper-name" onClick={() => void papers.show(paper.id)}>
                    <b className="strong">{paper.title}</b>
                    <span className="note muted">
                      {[
                        paper.number,
                        paper.isSealed ? '套印印章图' : '',
                        `${paper.issuedBy} ${monthDay(dayOfInstant(paper.issuedAt))} ${timeOfInstant(paper.issuedAt)}`,
                      ]
                        .filter(Boolean)
                        .join('　')}
                    </span>
                  </button>
                  <span className="row">
                    <Button size="xs" variant="default" onClick={() => void papers.show(paper.id)}>
                      打印
                    </Button>
                    <BusyButton size="xs" variant="default" onClick={() => save(paper, 'docx')}>
                      DOCX
                    </BusyButton>
                    <BusyButton size="xs" variant="default" onClick={() => save(paper, 'pdf')}>
                      PDF
                    </BusyButton>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </AskState>
    </Section>
  )
}
