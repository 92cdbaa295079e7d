import { Clock } from '../../ui/clock.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { Money } from '../../ui/money.tsx'
import { SectionHead } from '../../ui/page.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import type { DeskRow, Waiting } from './desk-rows.ts'

function State({ waiting }: { readonly waiting: Waiting }) {
  switch (waiting.stateKind) {
    case 'attention':
      return <Tag tone="amber">{waiting.state}</Tag>
    case 'plain':
      return <span className={waiting.clock?.state === 'overdue' ? 'strong' : undefined}>{waiting.state}</span>
    default:
      return <StatusWord kind={waiting.stateKind}>{waiting.state}</StatusWord>
  }
}

/** The columns of the desk; the head is not drawn, the groups have their own. */
export const deskColumns: readonly Column<DeskRow>[] = [
  {
    key: 'name',
    head: '姓名',
    width: 218,
    clip: true,
    cell: ({ waiting }) => <TwoLines first={waiting.name} second={waiting.nameDetail} />,
  },
  {
    key: 'title',
    head: '事项',
    width: 213,
    clip: true,
    cell: ({ waiting }) => <TwoLines plain first={waiting.title} second={waiting.titleDetail} />,
  },
  { key: 'state', head: '状况', width: 204, clip: true, cell: ({ waiting }) => <State waiting={waiting} /> },
  {
    key: 'date',
    head: '日期、金额',
    width: 90,
    cell: ({ waiting }) =>
      waiting.amountFen === null ? (
        <span className="note muted nowrap">{waiting.date}</span>
      ) : (
        <div className="right">
          <Money fen={waiting.amountFen} strong />
        </div>
      ),
  },
  {
    key: 'clock',
    head: '期限',
    clip: true,
    cell: ({ waiting }) =>
      waiting.clock ? (
        <Clock clock={waiting.clock} />
      ) : (
        waiting.amountFen !== null && <span className="note muted">{waiting.date}</span>
      ),
  },
]

/** The head of a group, above its first row; with the key that jumps to it. */
export function deskGroupHead(row: DeskRow, previous: DeskRow | null) {
  if (previous?.group.id === row.group.id) return null
  return (
    <SectionHead
      title={row.group.title}
      count={row.group.rows.length}
      note={row.group.explanation}
      aside={
        row.number <= 9 && (
          <span className="note muted">
            跳到此组&nbsp;&nbsp;
            <KeyCaps keys={String(row.number)} />
          </span>
        )
      }
    />
  )
}
