import { SegmentedControl, Select } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PaperDialog } from '../../ui/paper.tsx'
import { Tag } from '../../ui/tag.tsx'
import { BlocksView } from './blocks-view.tsx'
import { GapsView } from './gaps-view.tsx'
import { LedgerView } from './ledger-view.tsx'
import { yearWords } from './number-words.ts'
import { PatternText } from './pattern-text.tsx'

type Sheet = OutputOf<'numbering.sheet'>
type Series = OutputOf<'numbering.series'>[number]
export type NumberPlace = { readonly series: string; readonly year: number }
export const LEDGER_VIEWS = ['ledger', 'gaps', 'blocks'] as const
export type LedgerViewName = (typeof LEDGER_VIEWS)[number]

export type LedgerProps = {
  /** Null when no pack and no year knows the series any more. */
  readonly series: Series | null
  readonly place: NumberPlace
  readonly view: LedgerViewName
  readonly onBack: () => void
  readonly onYear: (year: number) => void
  readonly onView: (view: LedgerViewName) => void
}

/** What each view of a series and year is given. */
export type LedgerPart = {
  readonly series: Series | null
  readonly place: NumberPlace
  readonly label: string
  /** Shows a printable sheet, or why there is none. */
  readonly onSheet: (
    reply: { readonly ok: true; readonly value: Sheet } | { readonly ok: false; readonly error: AppError },
  ) => void
  readonly onFailure: (error: AppError | null) => void
}

const VIEW_LABELS: Readonly<Record<LedgerViewName, string>> = { ledger: '登记簿', gaps: '空号说明', blocks: '预留号段' }

/** One series and year: its ledger (编号登记簿), what explains its holes (空号说明), its blocks (预留号段). Alt+↓ goes through them. */
export function Ledger({ series, place, view, onBack, onYear, onView }: LedgerProps) {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const label = series?.label ?? place.series
  const part: LedgerPart = {
    series,
    place,
    label,
    onFailure: setFailure,
    onSheet: reply => {
      setFailure(reply.ok ? null : reply.error)
      if (reply.ok) setSheet(reply.value)
    },
  }
  const print = async ({ html, landscape, title }: Sheet) => {
    const reply = await invoke('shell.printPaper', { html, landscape })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok && reply.value.printed) announceDone(`已打印 ${title}`)
  }
  const year = series?.years.find(one => one.year === place.year)
  const years = [...new Set([...(series?.years.map(one => one.year) ?? []), place.year])].toSorted((left, right) => right - left)
  useKeys([
    { keys: 'Escape', label: '回编号列表', run: onBack },
    { keys: 'G', label: '登记簿', run: () => onView('ledger') },
    { keys: 'K', label: '空号说明', run: () => onView('gaps') },
    { keys: 'B', label: '预留号段', run: () => onView('blocks') },
  ])
  return (
    <>
      <ErrorBanner error={failure} />
      <div className="settings-bar">
        <button type="button" className="text-link row" onClick={onBack}>
          <IconArrowLeft size={16} aria-hidden />
          全部编号
        </button>
        <h2>{label}</h2>
        <PatternText pattern={series?.pattern ?? ''} />
        <span className="push row">
          {year && year.unexplained > 0 && <Tag tone="red">{`未说明 ${year.unexplained} 号`}</Tag>}
          <SegmentedControl
            aria-label="看什么"
            data={LEDGER_VIEWS.map(name => ({ value: name, label: VIEW_LABELS[name] }))}
            value={view}
            onChange={name => onView(LEDGER_VIEWS.find(one => one === name) ?? 'ledger')}
          />
          <YearChoice years={years} year={place.year} onYear={onYear} />
        </span>
      </div>
      {view === 'ledger' && <LedgerView {...part} />}
      {view === 'gaps' && <GapsView {...part} />}
      {view === 'blocks' && <BlocksView {...part} />}
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
  if (years.length > 3) {
    return <Select aria-label="年度" data={data} value={String(year)} onChange={choose} allowDeselect={false} w={110} />
  }
  return <SegmentedControl aria-label="年度" data={data} value={String(year)} onChange={choose} />
}
