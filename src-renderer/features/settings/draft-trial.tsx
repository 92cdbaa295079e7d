import { Radio } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { TrialReport } from '../../../src-main/contract/pack-drafts.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { shortInstant } from '../../ui/day-text.ts'
import { Pane, Panes, SectionHead } from '../../ui/page.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'

export type DraftTrialProps = {
  readonly id: string
  readonly report: TrialReport | null
  readonly isSound: boolean
  readonly mayTry: boolean
}

/** 试算: what would come out differently for every past file and for the samples. Nothing but this report is kept. */
export function DraftTrial({ id, report, isSound, mayTry }: DraftTrialProps) {
  const { today } = useSession()
  const trial = useDo('packs.tryDraft')
  const [asOf, setAsOf] = useState<TrialReport['asOf']>('own-day')
  return (
    <Panes>
      <Pane label="试算">
        <div className="section">
          <ErrorBanner error={trial.error?.code === 'CANCELLED' ? null : trial.error} />
          <Radio.Group
            label="以往的申请、案件按哪一天的规则算"
            value={asOf}
            onChange={value => setAsOf(value === 'from-day' ? 'from-day' : 'own-day')}
          >
            <div className="check-row">
              <Radio value="own-day" label="按各自的日子（看改动会不会碰到已办的）" />
              <Radio value="from-day" label="当作草稿施行之日才来的（看新标准下会怎样）" />
            </div>
          </Radio.Group>
          <div className="row" style={{ marginTop: 10 }}>
            <BusyButton
              disabled={!isSound || !mayTry || trial.isBusy}
              busy={trial.isBusy}
              onClick={async () => void (await trial.run({ id, asOf }))}
            >
              {report ? '重新试算' : '开始试算'}
            </BusyButton>
            {!isSound && <span className="second muted">草稿还有问题，改好后才能试算</span>}
            {!mayTry && <span className="second muted">由主任、管理员试算</span>}
          </div>
          {trial.progress && (
            <ProgressLine
              label={trial.progress.label}
              done={trial.progress.done}
              total={trial.progress.total}
              unit="件"
              onCancel={trial.cancel}
            />
          )}
        </div>
        {report && (
          <>
            <Banner tone="info" title={`${report.draftVersion} 与现行 ${report.baseVersion} 相比`}>
              {report.ranBy} {shortInstant(report.ranAt, today)} 试算，
              {report.asOf === 'own-day' ? '按各自的日子' : '当作草稿施行之日才来'}。除这份结果外什么都没有改。
            </Banner>
            {report.kinds.map(kind => (
              <section key={kind.kind} className="rule-group" aria-label={kind.label}>
                <SectionHead title={kind.label} note={`查 ${kind.checked} 项，${kind.changed} 项结果不同`} />
                {kind.rows.length > 0 && (
                  <table className="plain-table change-table trial-table">
                    <thead>
                      <tr>
                        <th scope="col">哪一件</th>
                        <th scope="col">现在</th>
                        <th scope="col">改后</th>
                      </tr>
                    </thead>
                    <tbody>
                      {kind.rows.map(row => (
                        <tr key={`${row.title}${row.before}${row.after}`}>
                          <td>
                            {row.openPath ? (
                              <Link href={row.openPath} className="text-link">
                                {row.title}
                              </Link>
                            ) : (
                              row.title
                            )}
                          </td>
                          <td className="soft">{row.before}</td>
                          <td>{row.after}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
                {kind.changed > kind.rows.length && (
                  <p className="note muted">
                    只列出前 {kind.rows.length} 项，另有 {kind.changed - kind.rows.length} 项。
                  </p>
                )}
              </section>
            ))}
          </>
        )}
      </Pane>
    </Panes>
  )
}
