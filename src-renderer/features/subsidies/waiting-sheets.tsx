import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { useSession } from '../../api/session.ts'
import type { Ask } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { SectionHead } from '../../ui/page.tsx'
import { sheetColumns, sheetKey } from './sheet-columns.tsx'
import type { SubsidySummary } from './subsidy-words.ts'

type Sheets = OutputOf<'subsidies.list'>

/** 待审批: sheets that wait for the director, and those that were returned to whoever prepared them. */
export function WaitingSheets({ awaiting, returned }: { readonly awaiting: Ask<Sheets>; readonly returned: Ask<Sheets> }) {
  const [, go] = useLocation()
  const { today } = useSession()
  const groupHead = (row: SubsidySummary, previous: SubsidySummary | null) => {
    if (previous?.status === row.status) return null
    const data = row.status === 'returned' ? returned.data : awaiting.data
    return (
      <SectionHead
        title={row.status === 'returned' ? '已退回' : '待主任审批'}
        count={data?.total}
        note={`合计 ${formatYuan(data?.totalFen ?? 0)} 元${row.status === 'returned' ? '　等待重新编制' : ''}`}
      />
    )
  }
  return (
    <>
      <AskState ask={awaiting}>
        {sheets => (
          <DataTable
            label="待审批的核算表"
            columns={sheetColumns(today)}
            rows={[...sheets.rows, ...(returned.data?.rows ?? [])]}
            rowKey={sheetKey}
            rowHeight={50}
            memory="subsidies"
            autoFocus
            groupHead={groupHead}
            onOpen={row => go(`/subsidies/${row.id}`)}
            empty={<EmptyState title="没有待审批的核算表" text="提交审批的核算表会排在这里，最近编制的在前。" />}
          />
        )}
      </AskState>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开核算表', keep: true },
          { keys: ['Alt', '1⋯5'], label: '切换各组' },
        ]}
      />
    </>
  )
}
