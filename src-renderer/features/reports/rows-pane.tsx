import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { SectionHead, SidePane } from '../../ui/page.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { figureText, type Period } from './report-place.ts'

type Source = OutputOf<'reports.rows'>['rows'][number]

const PATHS: Readonly<Record<Source['kind'], string>> = {
  consultation: '/consultations',
  application: '/applications',
  case: '/cases',
  subsidy: '/subsidies',
}

const COLUMNS: readonly Column<Source>[] = [
  { key: 'what', head: '编号、事由', cell: row => <TwoLines first={row.number} second={row.title} /> },
  { key: 'when', head: '日期', width: 66, cell: row => <span className="note muted">{row.date.slice(5)}</span> },
  {
    key: 'amount',
    head: '金额（元）',
    width: 84,
    align: 'right',
    cell: row => (row.amountFen === null ? '' : formatYuan(row.amountFen)),
  },
]

/** The rows behind one figure (每个数字可点开): they are counted by the same computation as the figure itself. */
export function RowsPane({ period, row }: { readonly period: Period; readonly row: string | null }) {
  if (row === null) {
    return (
      <SidePane label="数字的来源" width={380}>
        <div className="section">
          <SectionHead title="数字的来源" />
          <p className="second muted">点报表里的任何一个数字，这里列出它数到的每一条，回车可打开。</p>
        </div>
      </SidePane>
    )
  }
  return <OpenRows period={period} row={row} />
}

function OpenRows({ period, row }: { readonly period: Period; readonly row: string }) {
  const [, go] = useLocation()
  const rows = useAsk('reports.rows', { period, row }, { keep: true })
  return (
    <SidePane
      label="数字的来源"
      width={380}
      fill
      head={
        rows.data && (
          <div className="rows-head">
            <SectionHead
              title={rows.data.label}
              note={`${figureText(rows.data)} ${rows.data.unit}　共 ${rows.data.rows.length} 条`}
            />
          </div>
        )
      }
    >
      <AskState ask={rows}>
        {data => (
          <DataTable
            label={`${data.label}的来源`}
            columns={COLUMNS}
            rows={data.rows}
            rowKey={one => one.id}
            rowHeight={50}
            onOpen={one => go(`${PATHS[one.kind]}/${one.id}`)}
            empty={<p className="section second muted">这一期没有。</p>}
          />
        )}
      </AskState>
    </SidePane>
  )
}
