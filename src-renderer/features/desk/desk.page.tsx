import { IconDoorEnter, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { longDay, weekday } from '../../ui/day-text.ts'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Panes, Sheet } from '../../ui/page.tsx'
import { deskColumns, deskGroupHead } from './desk-columns.tsx'
import { type ClockFilter, type Desk, type DeskRow, deskRows, firstOfGroup, narrowedTo, waitingCount } from './desk-rows.ts'
import { MonthPane } from './month-pane.tsx'
import { QuickLook } from './quick-look.tsx'
import './desk.css'

/** 工作台: what waits for this person today, nearest last day first. */
export function DeskPage() {
  const desk = useAsk('desk.today', {})
  return (
    <Sheet>
      <AskState ask={desk}>{data => <DeskSheet desk={data} />}</AskState>
    </Sheet>
  )
}

function rowKey(row: DeskRow): string {
  return row.key
}

function DeskSheet({ desk }: { readonly desk: Desk }) {
  const [, go] = useLocation()
  const { user } = useSession()
  const mayRegister = hasRole(user, ['clerk', 'director'])
  const [filter, setFilter] = useState<ClockFilter | null>(null)
  const rows = deskRows(narrowedTo(desk.groups, filter))
  const narrow = (next: ClockFilter) => setFilter(filter === next ? null : next)
  const [selected, setSelected] = useState<string | null>(null)
  const [looked, setLooked] = useState<DeskRow | null>(null)
  const groupCount = rows.at(-1)?.number ?? 0
  const jump = (number: number) => {
    const first = firstOfGroup(rows, number)
    if (!first) return
    setSelected(first.key)
    // The row may come into the document only with the selection.
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(first.key)}"]`)
      element?.focus({ preventScroll: true })
      element?.scrollIntoView({ block: 'nearest' })
    })
  }
  const open = (row: DeskRow) => go(row.waiting.openPath)
  const steps = mayRegister
    ? [
        {
          icon: <IconDoorEnter size={22} aria-hidden />,
          title: '登记来访',
          text: '当面、电话、信函、网络都在一张表上，键盘可做完',
          action: '登记来访',
          onAction: () => go('/consultations/new'),
          primary: true,
        },
        {
          icon: <IconFileText size={22} aria-hidden />,
          title: '登记申请',
          text: '申请人直接来申请的，不必先登记来访',
          action: '登记申请',
          onAction: () => go('/applications/new'),
        },
      ]
    : []
  useKeys([
    { keys: 'N', label: '登记来访', run: () => go('/consultations/new'), when: mayRegister },
    { keys: 'D', label: '只看今天到期', run: () => narrow('due-today'), when: desk.dueToday > 0 || filter === 'due-today' },
    { keys: 'O', label: '只看已超期', run: () => narrow('overdue'), when: desk.overdue > 0 || filter === 'overdue' },
    { keys: 'P', label: '只看停计', run: () => narrow('paused'), when: desk.paused > 0 || filter === 'paused' },
    { keys: 'A', label: '登记申请', run: () => go('/applications/new'), when: mayRegister },
    ...Array.from({ length: 9 }, (_, index) => ({
      keys: String(index + 1),
      label: `跳到第 ${index + 1} 组`,
      run: () => jump(index + 1),
      when: index < groupCount,
    })),
  ])
  return (
    <Panes>
      <div className="pane-column">
        <PageHead
          openFoot
          title="今天"
          sub={`${longDay(desk.today)}　${weekday(desk.today).replace('周', '星期')}`}
          actions={<WaitingWords desk={desk} filter={filter} onFilter={narrow} />}
        />
        {desk.holidayWarning && (
          <Banner tone="warn" title={desk.holidayWarning} side={<Link href="/settings/holidays">去导入</Link>} />
        )}
        <DataTable
          label="等您处理的事"
          columns={deskColumns}
          rows={rows}
          rowKey={rowKey}
          rowHeight={50}
          hideHead
          memory="desk"
          autoFocus
          groupHead={deskGroupHead}
          selectedKey={selected ?? undefined}
          onSelect={row => setSelected(row.key)}
          onOpen={open}
          onPreview={setLooked}
          empty={
            <EmptyState title="现在没有等您处理的事" text="到期要办的、等您签字的，会按最后一天的先后排在这里。" steps={steps} />
          }
        />
        <KeyBar
          hints={[
            { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
            { keys: ['Enter'], label: '打开' },
            { keys: ['Space'], label: '预览' },
            ...(mayRegister ? [{ keys: ['N'], label: '新登记来访' }] : []),
            { keys: ['?'], label: '全部按键' },
          ]}
        />
      </div>
      <MonthPane desk={desk} mayRegister={mayRegister} />
      {looked && (
        <QuickLook
          row={looked}
          onClose={() => setLooked(null)}
          onOpen={() => {
            setLooked(null)
            open(looked)
          }}
        />
      )}
    </Panes>
  )
}

type WaitingWordsProps = {
  readonly desk: Desk
  readonly filter: ClockFilter | null
  readonly onFilter: (next: ClockFilter) => void
}

/** How many wait; the counts of what is due, late and standing still narrow the desk to them, and widen it again. */
function WaitingWords({ desk, filter, onFilter }: WaitingWordsProps) {
  const count = waitingCount(desk.groups)
  if (count === 0) return <span className="soft">没有等您处理的事</span>
  const counts = [
    { key: 'due-today', words: `${desk.dueToday} 件今天到期`, count: desk.dueToday, tone: 'amber' },
    { key: 'overdue', words: `${desk.overdue} 件已超期`, count: desk.overdue, tone: 'red' },
    { key: 'paused', words: `${desk.paused} 件停计`, count: desk.paused, tone: 'muted' },
  ] as const
  return (
    <span className="soft nowrap row">
      <span>
        等您处理 <b className="strong">{count}</b> 件
      </span>
      {counts
        .filter(one => one.count > 0 || filter === one.key)
        .map(one => (
          <button
            key={one.key}
            type="button"
            className={`bare desk-filter strong ${one.tone}`}
            aria-pressed={filter === one.key}
            onClick={() => onFilter(one.key)}
          >
            {one.words}
          </button>
        ))}
    </span>
  )
}
