import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { gapsOf } from '../../../src-main/domain/ledger-gaps.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
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
import { PaperDialog } from '../../ui/paper.tsx'
import { Tag } from '../../ui/tag.tsx'
import { subjectPath, subjectWords, yearWords } from './number-words.ts'
import { PatternText } from './pattern-text.tsx'

type Drawn = OutputOf<'numbering.ledger'>[number]
type Row =
  | { readonly kind: 'drawn'; readonly seq: number; readonly drawn: Drawn }
  | { readonly kind: 'gap'; readonly seq: number }
type Sheet = OutputOf<'numbering.sheet'>

export type LedgerProps = {
  /** Null when no pack and no year knows the series any more. */
  readonly series: OutputOf<'numbering.series'>[number] | null
  readonly place: { readonly series: string; readonly year: number }
  readonly onBack: () => void
  readonly onYear: (year: number) => void
}

/** 编号登记簿: every number of one series and year in order; voided ones and gaps stay in their place with the reason. */
export function Ledger({ series, place, onBack, onYear }: LedgerProps) {
  const { user } = useSession()
  const [, go] = useLocation()
  const ledger = useAsk('numbering.ledger', { series: place.series, year: place.year })
  const [selected, setSelected] = useState<string | null>(null)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const rows = useMemo(() => withGaps(ledger.data ?? []), [ledger.data])
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
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已作废 ${voidable.text}`)
  }
  const openSheet = async () => {
    const reply = await invoke('numbering.sheet', { series: place.series, year: place.year })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) setSheet(reply.value)
  }
  const print = async ({ html, landscape, title }: Sheet) => {
    const reply = await invoke('shell.printPaper', { html, landscape })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok && reply.value.printed) announceDone(`已打印 ${title}`)
  }
  const open = (row: Row) => {
    const path = row.kind === 'drawn' ? subjectPath(row.drawn.subjectKind, row.drawn.subjectId) : null
    if (path === null) return
    rememberRow(memory, rowKey(row))
    go(path)
  }
  useKeys([
    { keys: 'Escape', label: '回编号列表', run: onBack },
    { keys: 'Ctrl+P', label: '打印编号清单', run: () => void openSheet(), when: rows.length > 0 },
    { keys: 'V', label: '作废所选编号', run: () => void makeVoid(), when: voidable !== null },
  ])
  return (
    <>
      <ErrorBanner error={failure} />
      <div className="settings-bar">
        <button type="button" className="text-link row" onClick={onBack}>
          <IconArrowLeft size={16} aria-hidden />
          全部编号
        </button>
        <h2>{series?.label ?? place.series}</h2>
        <PatternText pattern={series?.pattern ?? ''} />
        <span className="push row">
          <span className="second muted nowrap">{countWords(rows)}</span>
          <YearChoice years={series?.years.map(one => one.year) ?? [place.year]} year={place.year} onYear={onYear} />
        </span>
      </div>
      <Panes>
        <Pane label="编号登记簿" fill>
          <AskState ask={ledger}>
            {() => (
              <DataTable
                label={`${series?.label ?? place.series} ${yearWords(place.year)}`}
                columns={columns}
                rows={rows}
                rowKey={rowKey}
                selectedKey={selected}
                onSelect={row => setSelected(rowKey(row))}
                onOpen={open}
                openOnClick={false}
                rowTone={row => (row.kind === 'gap' ? 'choice' : row.drawn.status === 'void' ? 'quiet' : undefined)}
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
            { keys: ['Ctrl+P'], label: '打印清单' },
            { keys: ['Escape'], label: '全部编号', keep: true },
          ]}
        />
        <span className="push row">
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
      {sheet && (
        <PaperDialog
          opened
          title={sheet.title}
          html={sheet.html}
          landscape={sheet.landscape}
          onClose={() => setSheet(null)}
          onPrint={() => print(sheet)}
        />
      )}
    </>
  )
}

/** Years beside each other while they are few, else a list. Nothing to choose with one year. */
function YearChoice({
  years,
  year,
  onYear,
}: {
  readonly years: readonly number[]
  readonly year: number
  readonly onYear: (year: number) => void
}) {
  if (years.length < 2) return <Tag outlined>{yearWords(year)}</Tag>
  const data = years.map(one => ({ value: String(one), label: yearWords(one) }))
  const choose = (value: string | null) => value !== null && onYear(Number(value))
  if (years.length > 5) {
    return <Select aria-label="年度" data={data} value={String(year)} onChange={choose} allowDeselect={false} w={110} />
  }
  return <SegmentedControl aria-label="年度" data={data} value={String(year)} onChange={choose} />
}

function withGaps(ledger: readonly Drawn[]): readonly Row[] {
  const gaps = gapsOf(
    ledger.map(row => row.seq),
    [],
    0,
  ).map(({ first: seq }): Row => ({ kind: 'gap', seq }))
  const drawn = ledger.map((row): Row => ({ kind: 'drawn', seq: row.seq, drawn: row }))
  return [...drawn, ...gaps].toSorted((left, right) => left.seq - right.seq)
}

function rowKey(row: Row): string {
  return String(row.seq)
}

function countWords(rows: readonly Row[]): string {
  const voided = rows.filter(row => row.kind === 'drawn' && row.drawn.status === 'void').length
  const gaps = rows.filter(row => row.kind === 'gap').length
  return `共 ${rows.length} 号　作废 ${voided}　空号 ${gaps}`
}

const columns: readonly Column<Row>[] = [
  { key: 'seq', head: '序号', width: 68, align: 'right', cell: row => row.seq },
  {
    key: 'text',
    head: '编号',
    width: 260,
    clip: true,
    cell: row =>
      row.kind === 'gap' ? (
        <span className="muted">（空号）</span>
      ) : row.drawn.status === 'void' ? (
        <s>{row.drawn.text}</s>
      ) : (
        <b className="strong">{row.drawn.text}</b>
      ),
  },
  {
    key: 'state',
    head: '状态',
    width: 80,
    cell: row =>
      row.kind === 'gap' ? <Tag tone="amber">空号</Tag> : row.drawn.status === 'void' ? <Tag tone="red">作废</Tag> : '使用',
  },
  { key: 'day', head: '取号日期', width: 110, cell: row => row.kind === 'drawn' && dayOfInstant(row.drawn.drawnAt) },
  { key: 'by', head: '取号人', width: 100, clip: true, cell: row => row.kind === 'drawn' && row.drawn.drawnBy },
  { key: 'for', head: '用于', width: 120, cell: row => row.kind === 'drawn' && subjectWords(row.drawn.subjectKind) },
  {
    key: 'reason',
    head: '空号、作废原因',
    clip: true,
    cell: row => (row.kind === 'gap' ? '登记簿无记录' : (row.drawn.voidReason ?? '')),
  },
]
