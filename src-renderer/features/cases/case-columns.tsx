import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { matterWords } from '../../api/use-pack.ts'
import { Clock } from '../../ui/clock.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { CASE_STATUS, type CaseSummary, opponentLink } from './case-words.ts'

/** The columns of the case list, in the order of the register. */
export function caseColumns(pack: RulePack | null): readonly Column<CaseSummary>[] {
  return [
    {
      key: 'number',
      head: '案号',
      width: 190,
      clip: true,
      cell: row => {
        const { type, stage } = matterWords(pack, row.matterType, row.stage)
        return <TwoLines first={row.number} second={`${type}　${stage}`} />
      },
    },
    {
      key: 'person',
      head: '受援人、案由',
      clip: true,
      cell: row => (
        <TwoLines
          first={row.personName}
          second={[row.opponentName && `${opponentLink(row.matterType)} ${row.opponentName}`, row.cause]
            .filter(Boolean)
            .join('　')}
        />
      ),
    },
    {
      key: 'handler',
      head: '承办人、承办机构',
      width: 210,
      clip: true,
      cell: row =>
        row.handlerName ? <TwoLines plain first={row.handlerName} second={row.providerName} /> : <span className="muted">—</span>,
    },
    {
      key: 'status',
      head: '状态',
      width: 86,
      cell: row => <Tag tone={CASE_STATUS[row.status].tone}>{CASE_STATUS[row.status].label}</Tag>,
    },
    {
      key: 'opened',
      head: '决定日期',
      width: 100,
      cell: row => <span className="second muted">{row.openedOn}</span>,
    },
    {
      key: 'clock',
      head: '期限',
      width: 196,
      cell: row =>
        row.clock ? <Clock clock={row.clock} /> : row.closedOn && <span className="note muted">{row.closedOn} 结案</span>,
    },
  ]
}
