import type { Column } from '../../ui/data-table-rows.tsx'
import { shortInstant } from '../../ui/day-text.ts'
import { Money } from '../../ui/money.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { SUBSIDY_STATUS, type SubsidySummary } from './subsidy-words.ts'

/** The columns of a list of subsidy sheets; money in yuan. */
export function sheetColumns(today: string): readonly Column<SubsidySummary>[] {
  return [
    {
      key: 'handler',
      head: '承办人',
      width: 210,
      clip: true,
      cell: row => <TwoLines first={row.handlerName} second={row.providerName} />,
    },
    {
      key: 'case',
      head: '案件',
      width: 210,
      clip: true,
      cell: row => <TwoLines plain first={row.caseNumber} second={`${row.personName}　${row.cause}`} />,
    },
    { key: 'tier', head: '核算表、档次', clip: true, cell: row => <TwoLines plain first={row.number} second={row.tierLabel} /> },
    { key: 'sum', head: '金额（元）', width: 110, align: 'right', cell: row => <Money fen={row.totalFen} strong /> },
    {
      key: 'state',
      head: '状态',
      width: 150,
      cell: row =>
        row.status === 'awaiting-approval' && row.timesReturned > 0 ? (
          <Tag tone="amber">退回后重报　第 {row.timesReturned + 1} 次</Tag>
        ) : (
          <Tag tone={SUBSIDY_STATUS[row.status].tone}>{SUBSIDY_STATUS[row.status].label}</Tag>
        ),
    },
    {
      key: 'prepared',
      head: '制表',
      width: 170,
      clip: true,
      cell: row => (
        <span className="second muted">
          {row.preparedBy}　{shortInstant(row.preparedAt, today)}
        </span>
      ),
    },
  ]
}

/** The key of a sheet's row. */
export function sheetKey(row: SubsidySummary): string {
  return row.id
}
