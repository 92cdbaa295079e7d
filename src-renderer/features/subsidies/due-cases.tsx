import { IconBriefcase } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import type { Ask } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'

type Due = OutputOf<'subsidies.due'>
type DueCase = Due[number]

const columns: readonly Column<DueCase>[] = [
  { key: 'number', head: '案号', width: 200, cell: row => <b className="strong">{row.caseNumber}</b> },
  { key: 'person', head: '受援人、案由', clip: true, cell: row => <TwoLines plain first={row.personName} second={row.cause} /> },
  { key: 'handler', head: '承办人', width: 160, clip: true, cell: row => row.handlerName },
  { key: 'closed', head: '结案日期', width: 120, cell: row => <span className="second muted">{row.closedOn}</span> },
]

function rowKey(row: DueCase): string {
  return row.caseId
}

/** 可编制: cases whose closing papers were accepted and that have no sheet yet. */
export function DueCases({ due }: { readonly due: Ask<Due> }) {
  const [, go] = useLocation()
  const { user } = useSession()
  const mayPrepare = hasRole(user, ['clerk', 'director'])
  return (
    <>
      <AskState ask={due}>
        {rows => (
          <DataTable
            label="可编制补贴的案件"
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            rowHeight={50}
            memory="subsidies-due"
            autoFocus
            onOpen={row => go(mayPrepare ? `/subsidies/new/${row.caseId}` : `/cases/${row.caseId}`)}
            empty={
              <EmptyState
                title="没有可编制补贴的案件"
                text="结案材料审核通过之后，案件会排在这里。"
                steps={[
                  {
                    icon: <IconBriefcase size={22} aria-hidden />,
                    title: '看待审核的结案材料',
                    text: '审核通过后就可以编制',
                    action: '打开案件',
                    onAction: () => go('/cases'),
                    primary: true,
                  },
                ]}
              />
            }
          />
        )}
      </AskState>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: mayPrepare ? '编制核算表' : '打开案件', keep: true },
          { keys: ['Alt', '1⋯5'], label: '切换各组' },
        ]}
        aside={mayPrepare ? undefined : '由接待员或主任编制'}
      />
    </>
  )
}
