import { IconAlertTriangle, IconCheck, IconChevronDown, IconChevronRight, IconMinus, IconX } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { SectionHead } from '../../ui/page.tsx'
import { hasFiles, PAGE_DRAG } from './drag-kinds.ts'
import { type OrderEntry, pageRange, type Volume } from './volume-types.ts'

export type FilingOrderProps = {
  readonly volume: Volume
  readonly selected: number | null
  readonly onSelect: (templateItem: number) => void
  /** Files dropped on an entry become a new paper there. */
  readonly onFiles: (templateItem: number, files: readonly File[]) => void
  /** A side dropped on an entry goes to the end of its last paper. */
  readonly onPage: (templateItem: number, pageId: string) => void
}

/** Left pane: the case type's filing order (归档目录) with what is there, what is missing, and where its pages are. */
export function FilingOrder({ volume, selected, onSelect, onFiles, onPage }: FilingOrderProps) {
  const [showsOthers, setShowsOthers] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const entries = volume.order.filter(entry => entry.applies || entry.firstPage !== null)
  const others = volume.order.filter(entry => !entries.includes(entry))
  const shown = showsOthers ? [...entries, ...others] : entries
  const current = shown.some(entry => entry.no === selected) ? selected : shown[0]?.no
  useEffect(() => {
    if (selected !== null) list.current?.querySelector(`[data-no="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.ctrlKey) return
    event.preventDefault()
    const next = shown[shown.findIndex(entry => entry.no === current) + step]
    if (!next) return
    onSelect(next.no)
    list.current?.querySelector<HTMLElement>(`[data-no="${next.no}"]`)?.focus()
  }
  return (
    <>
      <ul className="filing-order" ref={list}>
        {shown.map(entry => (
          <li key={entry.no}>
            <EntryRow
              entry={entry}
              level={levelOf(volume, entry)}
              isSelected={entry.no === selected}
              isTabStop={entry.no === current}
              onSelect={onSelect}
              onKeyDown={onKeyDown}
              onFiles={onFiles}
              onPage={onPage}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <button
          type="button"
          className="bare filing-others"
          aria-expanded={showsOthers}
          onClick={() => setShowsOthers(!showsOthers)}
        >
          {showsOthers ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          本案不适用 {others.length} 项　{others.map(entry => entry.no).join(' ')}
        </button>
      )}
    </>
  )
}

/** The head of the pane: which order it is, and how many must-haves are missing. */
export function FilingOrderHead({ volume }: { readonly volume: Volume }) {
  const missing = volume.order.filter(entry => entry.isMissing).length
  return (
    <div className="section pane-head">
      <SectionHead
        title="归档目录"
        note={`${volume.template.id} ${volume.template.label}`}
        aside={missing > 0 ? <b className="red strong second">缺 {missing}</b> : <span className="green second">齐全</span>}
      />
    </div>
  )
}

type Level = 'missing' | 'error' | 'warning' | 'there' | 'open'

function levelOf(volume: Volume, entry: OrderEntry): Level {
  if (entry.isMissing) return 'missing'
  const items = new Set(volume.contents.filter(item => item.templateItem === entry.no).map(item => item.id))
  const levels = volume.findings
    .filter(finding => finding.templateItem === entry.no || (finding.itemId !== null && items.has(finding.itemId)))
    .map(finding => finding.level)
  if (levels.includes('error')) return 'error'
  if (levels.includes('warning')) return 'warning'
  return items.size > 0 ? 'there' : 'open'
}

const MARKS: Readonly<Record<Level, { readonly icon: typeof IconCheck; readonly tone: string; readonly word: string }>> = {
  missing: { icon: IconX, tone: 'red', word: '缺' },
  error: { icon: IconX, tone: 'red', word: '有错误' },
  warning: { icon: IconAlertTriangle, tone: 'amber', word: '有提醒' },
  there: { icon: IconCheck, tone: 'green', word: '已有' },
  open: { icon: IconMinus, tone: 'muted', word: '没有' },
}

type EntryRowProps = Omit<FilingOrderProps, 'volume' | 'selected'> & {
  readonly entry: OrderEntry
  readonly level: Level
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function EntryRow({ entry, level, isSelected, isTabStop, onSelect, onKeyDown, onFiles, onPage }: EntryRowProps) {
  const [isOver, setOver] = useState(false)
  const { icon: Icon, tone, word } = MARKS[level]
  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event) && !event.dataTransfer.types.includes(PAGE_DRAG)) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const page = event.dataTransfer.getData(PAGE_DRAG)
    if (page !== '') onPage(entry.no, page)
    else if (event.dataTransfer.files.length > 0) onFiles(entry.no, [...event.dataTransfer.files])
  }
  return (
    <button
      type="button"
      className="bare filing-entry"
      data-no={entry.no}
      data-level={level}
      data-over={isOver || undefined}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onSelect(entry.no)}
      onKeyDown={onKeyDown}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon size={16} className={tone} role="img" aria-label={word} />
      <span className="filing-no">{entry.no}</span>
      <span className="filing-title clip">{entry.title}</span>
      <EntryAside entry={entry} />
    </button>
  )
}

function EntryAside({ entry }: { readonly entry: OrderEntry }) {
  if (entry.firstPage !== null) return <span className="filing-aside soft">{pageRange(entry.firstPage, entry.lastPage)}</span>
  if (entry.isMissing) return <span className="filing-aside red strong">缺　必备</span>
  if (entry.excuse !== null) return <span className="filing-aside muted">已说明</span>
  if (!entry.applies) return <span className="filing-aside muted">不适用</span>
  return <span className="filing-aside muted">{entry.requirement === 'must' ? '' : '可选'}</span>
}
