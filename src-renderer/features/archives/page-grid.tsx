import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { PageThumb } from '../../ui/page-thumb.tsx'
import { hasFiles, PAGE_DRAG } from './drag-kinds.ts'
import { usePageImage } from './page-images.ts'
import type { Side, Volume, VolumeItem } from './volume-types.ts'

/** Width of a cell with its gap in CSS px, as archives.css draws it. */
const CELL_PX = 92
const GRID_PADDING_PX = 20
/** Longer edge of a thumbnail in CSS px. */
const THUMB_PX = 110

export type PageGridProps = {
  readonly volume: Volume
  readonly itemId: string | null
  readonly pageId: string | null
  readonly isSealed: boolean
  readonly onPick: (side: Side, item: VolumeItem) => void
  readonly onOpen: (side: Side) => void
  readonly onToggleBlank: (side: Side) => void
  /** Moves a side one place towards the beginning or the end of the volume. */
  readonly onShift: (side: Side, step: -1 | 1) => void
  readonly onDropPage: (pageId: string, before: Side, item: VolumeItem) => void
  /** Files dropped on the grid go to the end of the paper they fall on, or of the current one. */
  readonly onFiles: (item: VolumeItem | null, files: readonly File[]) => void
}

type Cell = { readonly side: Side; readonly item: VolumeItem; readonly head: string | null; readonly headSpan: number }

/** Middle pane: every side of the volume in order, as small pictures under the names of their papers. */
export function PageGrid(props: PageGridProps) {
  const { volume, itemId, pageId, isSealed } = props
  const [columns, setColumns] = useState(5)
  const grid = useRef<HTMLDivElement>(null)
  const cells = cellsOf(volume, columns)
  const current = cells.some(cell => cell.side.id === pageId) ? pageId : (cells[0]?.side.id ?? null)
  const measure = (box: HTMLDivElement | null) => {
    grid.current = box
    if (!box) return
    const observer = new ResizeObserver(() =>
      setColumns(Math.max(1, Math.floor((box.clientWidth - GRID_PADDING_PX + 14) / CELL_PX))),
    )
    observer.observe(box)
    return () => observer.disconnect()
  }
  const focusOn = (id: string) => grid.current?.querySelector<HTMLElement>(`[data-page="${id}"] button`)?.focus()
  const place = cells.findIndex(cell => cell.side.id === current)
  // A moved side takes the focus along: its button is put elsewhere in the document, which blurs it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what changed
  useEffect(() => {
    const active = document.activeElement
    if (current !== null && (active === document.body || grid.current?.contains(active))) {
      if (grid.current?.dataset.keys === 'true') focusOn(current)
    }
  }, [place, current])
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cells[place]
    if (!cell) return
    const handled = keyOf(event, { cell, cells, place, columns, props, focusOn })
    if (handled) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const onFileDrop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    props.onFiles(volume.contents.find(item => item.id === itemId) ?? null, [...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div
      className="page-grid"
      ref={measure}
      role="group"
      aria-label="页面"
      style={{ gridTemplateColumns: `repeat(${columns}, 78px)` }}
      onKeyDown={onKeyDown}
      onFocus={() => grid.current?.setAttribute('data-keys', 'true')}
      onBlur={event =>
        !event.currentTarget.contains(event.relatedTarget) &&
        event.relatedTarget !== null &&
        grid.current?.removeAttribute('data-keys')
      }
      onDragOver={event => !isSealed && hasFiles(event) && event.preventDefault()}
      onDrop={onFileDrop}
    >
      {cells.map(cell => (
        <GridCell
          key={cell.side.id}
          cell={cell}
          volumeId={volume.id}
          isPicked={cell.item.id === itemId}
          isCurrent={cell.side.id === pageId}
          isTabStop={cell.side.id === current}
          isSealed={isSealed}
          onPick={props.onPick}
          onOpen={props.onOpen}
          onDropPage={props.onDropPage}
          onFiles={props.onFiles}
        />
      ))}
    </div>
  )
}

type KeyFacts = {
  readonly cell: Cell
  readonly cells: readonly Cell[]
  readonly place: number
  readonly columns: number
  readonly props: PageGridProps
  readonly focusOn: (id: string) => void
}

const SHIFTS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

function keyOf(event: KeyboardEvent, { cell, cells, place, columns, props, focusOn }: KeyFacts): boolean {
  const shift = SHIFTS[event.key]
  if (event.ctrlKey && shift !== undefined) {
    if (!props.isSealed) props.onShift(cell.side, shift)
    return true
  }
  if (event.ctrlKey || event.altKey) return false
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -place,
    End: cells.length - 1 - place,
  }
  const step = steps[event.key]
  if (step !== undefined) {
    const next = cells[Math.min(cells.length - 1, Math.max(0, place + step))]
    if (!next) return true
    props.onPick(next.side, next.item)
    focusOn(next.side.id)
    return true
  }
  if (event.key === ' ') {
    if (!props.isSealed) props.onToggleBlank(cell.side)
    return true
  }
  if (event.key === 'Enter') {
    props.onOpen(cell.side)
    return true
  }
  return false
}

/** The sides in order; the first of a paper carries its name, over as many cells as the paper has in that row. */
function cellsOf(volume: Volume, columns: number): readonly Cell[] {
  const cells: Cell[] = []
  for (const item of volume.contents) {
    for (const [index, side] of item.pages.entries()) {
      const room = columns - (cells.length % columns)
      cells.push({
        side,
        item,
        head: index === 0 ? `${item.templateItem} ${item.title}` : null,
        headSpan: Math.min(room, item.pages.length),
      })
    }
  }
  return cells
}

type GridCellProps = Pick<PageGridProps, 'isSealed' | 'onPick' | 'onOpen' | 'onDropPage' | 'onFiles'> & {
  readonly cell: Cell
  readonly volumeId: string
  readonly isPicked: boolean
  readonly isCurrent: boolean
  readonly isTabStop: boolean
}

function GridCell(props: GridCellProps) {
  const { cell, isPicked, isCurrent, isSealed } = props
  const { side, item } = cell
  const [isSeen, setSeen] = useState(false)
  const [isOver, setOver] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const image = usePageImage(
    { volume: props.volumeId, attachment: side.attachment, sourcePage: side.sourcePage },
    Math.ceil(THUMB_PX * window.devicePixelRatio),
    isSeen && !side.isBlank,
  )
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && setSeen(true), {
      rootMargin: '200px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (isCurrent) box.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const onDragOver = (event: DragEvent) => {
    if (isSealed || (!hasFiles(event) && !event.dataTransfer.types.includes(PAGE_DRAG))) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    if (isSealed) return
    const dragged = event.dataTransfer.getData(PAGE_DRAG)
    if (dragged !== '') props.onDropPage(dragged, side, item)
    else if (event.dataTransfer.files.length > 0) props.onFiles(item, [...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keyboard twin in Ctrl with the arrow keys
    <div
      className="page-cell"
      ref={box}
      data-page={side.id}
      data-over={isOver || undefined}
      draggable={!isSealed}
      onDragStart={event => event.dataTransfer.setData(PAGE_DRAG, side.id)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="page-cell-head" data-picked={isPicked || undefined} style={{ width: cell.headSpan * CELL_PX - 14 }}>
        {cell.head}
      </div>
      <PageThumb
        image={image.address}
        number={side.number}
        isBlank={side.isBlank}
        isPicked={isPicked}
        isCurrent={isCurrent}
        tabIndex={props.isTabStop ? 0 : -1}
        onClick={() => props.onPick(side, item)}
        onDoubleClick={() => props.onOpen(side)}
      />
      {image.failed && <span className="page-cell-failed">打不开</span>}
    </div>
  )
}
