import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { Pane, Panes } from '../../ui/page.tsx'

/** 操作记录: who did what to this case, from the audit trail. */
export function CaseAuditTab({ caseId }: { readonly caseId: string }) {
  const { user } = useSession()
  const mayRead = hasRole(user, ['director', 'administrator', 'archivist'])
  const entries = useAsk('audit.list', { subjectId: caseId, limit: 200 }, { enabled: mayRead })
  return (
    <Panes>
      <Pane label="操作记录">
        {mayRead ? (
          <AskState ask={entries}>
            {rows => (
              <table className="plain-table case-audit">
                <thead>
                  <tr>
                    <th scope="col">时间</th>
                    <th scope="col">经办人</th>
                    <th scope="col">内容</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(row => (
                    <tr key={row.seq}>
                      <td>
                        <time dateTime={row.at}>
                          {dayOfInstant(row.at)} {timeOfInstant(row.at, true)}
                        </time>
                      </td>
                      <td className="nowrap">{row.actor}</td>
                      <td>{row.summary}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </AskState>
        ) : (
          <p className="section muted">操作记录由主任、管理员或档案员查看。</p>
        )}
      </Pane>
    </Panes>
  )
}
