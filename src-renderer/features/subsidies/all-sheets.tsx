import { useState } from 'react'
import { useLocation } from 'wouter'
import { AskState } from '../../api/ask-state.tsx'
import { useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { Pager } from '../../ui/pager.tsx'
import { sheetColumns, sheetKey } from './sheet-columns.tsx'

const PAGE_SIZE = 200

/** 全部核算表, the last prepared first. */
export function AllSheets() {
  const [, go] = useLocation()
  const { today } = useSession()
  const [offset, setOffset] = useState(0)
  const sheets = useAsk('subsidies.list', { offset, limit: PAGE_SIZE }, { keep: true })
  return (
    <>
      <AskState ask={sheets}>
        {data => (
          <DataTable
            label="全部核算表"
            columns={sheetColumns(today)}
            rows={data.rows}
            rowKey={sheetKey}
            rowHeight={50}
            memory="subsidies"
            autoFocus
            onOpen={row => go(`/subsidies/${row.id}`)}
            empty={<EmptyState title="还没有核算表" text="从“可编制”里选一件案件，编制第一张。" />}
          />
        )}
      </AskState>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开核算表', keep: true },
        ]}
        aside={
          sheets.data && (
            <span className="row">
              共 {sheets.data.total} 张，合计 {formatYuan(sheets.data.totalFen)} 元
              <Pager offset={offset} pageSize={PAGE_SIZE} total={sheets.data.total} onChange={setOffset} />
            </span>
          )
        }
      />
    </>
  )
}
