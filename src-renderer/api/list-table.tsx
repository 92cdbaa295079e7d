import { IconFilterOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/choice-panel.tsx'
import { DataTable, type DataTableProps } from '../ui/data-table.tsx'
import { KeyBar, type KeyHint } from '../ui/key-bar.tsx'
import { Pager } from '../ui/pager.tsx'
import type { ListFilter } from '../ui/use-list-filter.ts'
import { AskState } from './ask-state.tsx'
import type { Ask } from './use-ask.ts'

type Listed = { readonly id: string }
type Page<Row> = { readonly rows: readonly Row[]; readonly total: number }

function rowKey(row: Listed): string {
  return row.id
}

export type ListTableProps<Row extends Listed> = Pick<
  DataTableProps<Row>,
  'label' | 'columns' | 'rowHeight' | 'rowTone' | 'onPreview'
> & {
  readonly ask: Ask<Page<Row>>
  readonly list: ListFilter
  /** The list's name in memory, for the way back and the neighbours of an entry. */
  readonly memory: string
  readonly onOpen: (row: Row) => void
  /** Stands there while nothing is entered at all. */
  readonly noneYet: ReactNode
  /** What is listed (申请), for the sentence that nothing fits what the list is narrowed to. */
  readonly what: string
}

/** The rows of a register: read, opened with Enter, found again on the way back; and what stands there when there is none. */
export function ListTable<Row extends Listed>(props: ListTableProps<Row>) {
  const { ask, list, noneYet, what, ...table } = props
  return (
    <AskState ask={ask}>
      {data => (
        <DataTable
          {...table}
          rows={data.rows}
          rowKey={rowKey}
          autoFocus={list.filter.words === ''}
          empty={list.isNarrowed ? <NoneFound what={what} onClear={list.clear} /> : noneYet}
        />
      )}
    </AskState>
  )
}

function NoneFound({ what, onClear }: { readonly what: string; readonly onClear: () => void }) {
  const all = {
    icon: <IconFilterOff size={22} aria-hidden />,
    title: `看全部${what}`,
    text: '去掉所有条件',
    action: `全部${what}`,
    onAction: onClear,
    primary: true,
  }
  return <EmptyState title={`没有符合条件的${what}`} text="换个条件或者词再试；姓名也可以用拼音首字母找。" steps={[all]} />
}

/** The keys that every register has. */
const LIST_KEYS = [
  { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
  { keys: ['Enter'], label: '打开', keep: true },
] as const

/** The foot of a register: its keys, and the pages where one does not hold all. */
export function ListFoot({
  hints,
  list,
  total,
}: {
  /** Beside those that every register has. */
  readonly hints: readonly KeyHint[]
  readonly list: ListFilter
  readonly total: number | undefined
}) {
  const { offset, limit } = list.page
  return (
    <KeyBar
      hints={[...LIST_KEYS, ...hints]}
      aside={<Pager offset={offset} pageSize={limit} total={total ?? 0} onChange={list.turnTo} />}
    />
  )
}
