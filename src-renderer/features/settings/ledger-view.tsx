import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { AskState } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { dayOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { rememberRow } from '../../ui/list-memory.ts'
import { ActionBar, Pane, Panes } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { LedgerPart } from './ledger.tsx'
import { type LedgerRow, ledgerCounts, ledgerRows } from './ledger-rows.ts'
import { rangeWords, subjectPath, subjectWords, yearWords } from './number-words.ts'

/** 编号登记簿: every number of one series and year in order; voided ones, reserved ones and gaps stay in their place with the reason. */
export function LedgerView({ place, label, onSheet, onFailure }: LedgerPart) {
  const { user } = useSession()
  const [, go] = useLocation()
  const ledger = useAsk('numbering.ledger', place)
  const report = useAsk('numbering.gaps', place)
  const [selected, setSelected] = useState<string | null>(null)
  const rows = useMemo(() => ledgerRows(ledger.data ?? [], report.data?.gaps ?? []), [ledger.data, report.data])
  const chosen = rows.find(row => rowKey(row) === selected) ?? null
  const mayVoid = hasRole(user, ['director'])
  const voidable = mayVoid && chosen?.kind === 'drawn' && chosen.drawn.status === 'used' ? chosen.drawn : null
  const memory = `ledger ${place.series} ${place.year}`

  const makeVoid = async () => {
    if (!voidable) return
    const answer = await askConfirm({
      title: `作废 ${voidable.text}？`,
      text: `用于${subjectWords(voidable.subjectKind)}，${voidable.drawnBy} ${dayOfInstant(voidable.drawnAt)} 取号。作废后留号留原因，这个号不再使用。`,
      action: `作废　${voidable.text}`,
      irreversible: true,
      destroys: true,
      reason: { label: '作废原因', required: true, placeholder: '如 打印错误、重复登记' },
    })
    if (!answer) return
    const reply = await invoke('numbering.void', { text: voidable.text, reason: answer.reason })
    onFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已作废 ${voidable.text}`)
  }
  const openSheet = async () => onSheet(await invoke('numbering.sheet', place))
  const open = (row: LedgerRow) => {
    const path = row.kind === 'drawn' ? subjectPath(row.drawn.subjectKind, row.drawn.subjectId) : null
    if (path === null) return
    rememberRow(memory, rowKey(row))
    go(path)
  }
  useKeys([
    { keys: 'Ctrl+P', label: '打印编号清单', run: () => void openSheet(), when: rows.length > 0 },
    { keys: 'V', label: '作废所选编号', run: () => void makeVoid(), when: voidable !== null },
  ])
  return (
    <>
      <Panes>
        <Pane label="编号登记簿" fill>
          <AskState ask={ledger}>
            {() => (
              <DataTable
                label={`${label} ${yearWords(place.year)}`}
                columns={columns}
                rows={rows}
                rowKey={rowKey}
                selectedKey={selected}
                onSelect={row => setSelected(rowKey(row))}
                onOpen={open}
                openOnClick={false}
                rowTone={toneOf}
                memory={memory}
                autoFocus
                empty={<EmptyState title="这一年还没有取过号" text="登记、决定、指派时自动取号，会按顺序列在这里。" />}
              />
            )}
          </AskState>
        </Pane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Enter'], label: '打开所用的事项', keep: true },
            { keys: ['K'], label: '空号说明' },
            { keys: ['B'], label: '预留号段' },
            { keys: ['Escape'], label: '全部编号', keep: true },
          ]}
        />
        <span className="push row">
          <span className="second muted nowrap">{ledgerCounts(rows)}</span>
          {!mayVoid && <span className="second muted">作废由主任办理</span>}
          <BusyButton
            variant="default"
            keys="Ctrl+P"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={rows.length === 0}
            onClick={openSheet}
          >
            打印编号清单
          </BusyButton>
          <Button variant="default" disabled={voidable === null} onClick={() => void makeVoid()}>
            作废…
          </Button>
        </span>
      </ActionBar>
    </>
  )
}

function rowKey(row: LedgerRow): string {
  return String(row.seq)
}

function toneOf(row: LedgerRow): 'missing' | 'quiet' | undefined {
  if (row.kind === 'gap') return row.gap.kind === 'unexplained' ? 'missing' : 'quiet'
  return row.drawn.status === 'used' ? undefined : 'quiet'
}

function StateTag({ row }: { readonly row: LedgerRow }) {
  if (row.kind === 'gap') return row.gap.kind === 'unexplained' ? <Tag tone="red">未说明</Tag> : <Tag tone="amber">空号</Tag>
  switch (row.drawn.status) {
    case 'void':
      return <Tag tone="red">作废</Tag>
    case 'reserved':
      return <Tag tone="dai">预留</Tag>
    case 'used':
      return row.drawn.backReason === null ? '使用' : <Tag outlined>补录</Tag>
    default:
      return row.drawn.status satisfies never
  }
}

function remark(row: LedgerRow): string {
  if (row.kind === 'gap') return row.gap.kind === 'unexplained' ? '登记簿无记录，请主任说明' : (row.gap.reason ?? '')
  const { voidReason, backReason, parent, drawnAt } = row.drawn
  return [
    ...(voidReason === null ? [] : [voidReason]),
    ...(parent === null ? [] : [`接 ${parent}`]),
    ...(backReason === null ? [] : [`${dayOfInstant(drawnAt)} 补录：${backReason}`]),
  ].join('；')
}

const columns: readonly Column<LedgerRow>[] = [
  {
    key: 'seq',
    head: '序号',
    width: 92,
    align: 'right',
    cell: row => (row.kind === 'gap' ? rangeWords(row.gap.first, row.gap.last) : row.seq),
  },
  {
    key: 'text',
    head: '编号',
    width: 240,
    clip: true,
    cell: row =>
      row.kind === 'gap' ? (
        <span className="muted">（空号）</span>
      ) : row.drawn.status === 'void' ? (
        <s>{row.drawn.text}</s>
      ) : row.drawn.status === 'reserved' ? (
        row.drawn.text
      ) : (
        <b className="strong">{row.drawn.text}</b>
      ),
  },
  { key: 'state', head: '状态', width: 84, cell: row => <StateTag row={row} /> },
  {
    key: 'day',
    head: '日期',
    width: 106,
    cell: row =>
      row.kind === 'drawn' && row.drawn.status !== 'reserved' && (row.drawn.datedOn ?? dayOfInstant(row.drawn.drawnAt)),
  },
  { key: 'by', head: '取号人', width: 84, clip: true, cell: row => row.kind === 'drawn' && row.drawn.drawnBy },
  {
    key: 'for',
    head: '用于',
    width: 100,
    clip: true,
    cell: row => row.kind === 'drawn' && row.drawn.status !== 'reserved' && subjectWords(row.drawn.subjectKind),
  },
  { key: 'reason', head: '说明', clip: true, cell: remark },
]
