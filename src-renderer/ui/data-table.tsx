import { Checkbox } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { BodyRow, type Column, cellClass, columnStyle, itemsOf, SpaceRow } from './data-table-rows.tsx'
import { recallRow, rememberList, rememberRow } from './list-memory.ts'
import { nextRow } from './row-movement.ts'

export type DataTableProps<Row> = {
  /** Names the list for screen readers, e.g. 待决定的申请. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** 35 one line, 50 two lines, 24 catalogue. Default 35. */
  readonly rowHeight?: 24 | 35 | 50
  /** The selected row; leave out to let the table keep it itself. */
  readonly selectedKey?: string | null
  readonly onSelect?: (row: Row, index: number) => void
  /** Enter or double click (or a click, with `openOnClick`). */
  readonly onOpen?: (row: Row, index: number) => void
  /** A single click opens too; for lists whose rows lead to a page. Default true when `onOpen` is given and rows are not ticked. */
  readonly openOnClick?: boolean
  /** Space, when rows are not ticked. */
  readonly onPreview?: (row: Row) => void
  /** Ticked rows; Space ticks the selected one. */
  readonly tickedKeys?: ReadonlySet<string>
  readonly onTickedChange?: (keys: ReadonlySet<string>) => void
  /** `missing` red (a must-have is not there), `choice` amber (a choice is forced), `quiet` grey text. */
  readonly rowTone?: (row: Row) => 'missing' | 'choice' | 'quiet' | undefined
  /** The head of a group, drawn above the first row it returns something for; gets the row before (or null). */
  readonly groupHead?: (row: Row, previous: Row | null) => ReactNode
  /** Stands under the head while there are no rows: an EmptyState or a sentence. */
  readonly empty?: ReactNode
  /** Rows of totals: plain <tr>. */
  readonly foot?: ReactNode
  /** Remembers order and opened row under this name; on return the row is selected and focused, and Alt+←/→ work in the detail. */
  readonly memory?: string
  /** Takes the focus when the table comes up. */
  readonly autoFocus?: boolean
  /** Called when the last rows come into view, to fetch more. */
  readonly onReachEnd?: () => void
  /** Hides the head, for a table under another table's head. */
  readonly hideHead?: boolean
  /** Does not fill and scroll; stands in the flow with its full height. Not for more than 200 rows. */
  readonly inFlow?: boolean
}

/** Above this many rows only those in view are in the document. */
const VIRTUAL_OVER = 200
const GROUP_HEAD_PX = 39

/**
 * A list in hairlines with one selected row. Keys: ↑ ↓ PageUp PageDown Home End move, Enter opens, Space previews or ticks.
 * One row is in the Tab order. Over 200 rows are virtualised.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowKey,
    rowHeight = 35,
    tickedKeys,
    onTickedChange,
    memory,
    autoFocus = false,
    inFlow = false,
  } = props
  const isTickable = tickedKeys !== undefined && onTickedChange !== undefined
  const openOnClick = props.openOnClick ?? (props.onOpen !== undefined && !isTickable)
  const recalled = useMemo(() => (memory ? recallRow(memory) : null), [memory])
  const [ownKey, setOwnKey] = useState<string | null>(recalled?.key ?? null)
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey])
  const items = useMemo(() => itemsOf({ rows, rowKey, groupHead: props.groupHead }), [rows, rowKey, props.groupHead])
  const wanted = props.selectedKey === undefined ? ownKey : props.selectedKey
  const selectedIndex = wanted === null ? -1 : keys.indexOf(wanted)
  const selectedItem = items.findIndex(item => item.kind === 'row' && item.index === selectedIndex)
  const scroller = useRef<HTMLDivElement>(null)
  const shouldFocus = useRef(autoFocus || recalled?.shouldFocus === true)
  const isVirtual = rows.length > VIRTUAL_OVER && !inFlow
  const virtualizer = useVirtualizer({
    count: items.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: index => (items[index]?.kind === 'group' ? GROUP_HEAD_PX : rowHeight + (rowHeight === 24 ? 0 : 1)),
    overscan: 12,
    // The selected row stays in the document so that it can keep the focus while it is out of view.
    rangeExtractor: range => {
      const shown = defaultRangeExtractor(range)
      if (selectedItem === -1 || shown.includes(selectedItem)) return shown
      return [...shown, selectedItem].toSorted((left, right) => left - right)
    },
  })

  useEffect(() => {
    if (memory) rememberList(memory, keys)
  }, [memory, keys])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it acts once, when the first rows are there
  useEffect(() => {
    if (!shouldFocus.current || rows.length === 0) return
    shouldFocus.current = false
    focusRow(Math.max(0, selectedIndex))
  }, [rows, selectedIndex])

  const { onReachEnd } = props
  const lastShown = isVirtual ? (virtualizer.getVirtualItems().at(-1)?.index ?? 0) : items.length - 1
  useEffect(() => {
    if (onReachEnd && items.length > 0 && lastShown >= items.length - 20) onReachEnd()
  }, [onReachEnd, lastShown, items.length])

  function focusRow(index: number): void {
    const row = rows[index]
    if (row === undefined) return
    setOwnKey(rowKey(row))
    props.onSelect?.(row, index)
    const find = () => scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)
    const at = items.findIndex(item => item.kind === 'row' && item.index === index)
    if (isVirtual) virtualizer.scrollToIndex(at, { align: 'auto' })
    const present = find()
    if (present) show(present)
    else requestAnimationFrame(() => show(find()))
  }

  function show(element: HTMLElement | null | undefined): void {
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }

  function open(row: Row, index: number): void {
    if (!props.onOpen) return
    if (memory) rememberRow(memory, rowKey(row))
    props.onOpen(row, index)
  }

  function tick(key: string): void {
    if (!tickedKeys || !onTickedChange) return
    const next = new Set(tickedKeys)
    if (!next.delete(key)) next.add(key)
    onTickedChange(next)
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Keys inside a control of a cell belong to that control.
    if (!(event.target instanceof HTMLTableRowElement) || event.ctrlKey || event.altKey || event.metaKey) return
    const row = rows[selectedIndex]
    const moved = nextRow(event.key, selectedIndex, rows.length)
    if (moved !== null) {
      event.preventDefault()
      focusRow(moved)
    } else if (event.key === 'Enter' && row !== undefined && props.onOpen) {
      event.preventDefault()
      open(row, selectedIndex)
    } else if (event.key === ' ' && row !== undefined && (isTickable || props.onPreview)) {
      event.preventDefault()
      if (isTickable) tick(rowKey(row))
      else props.onPreview?.(row)
    }
  }

  function onRowClick(event: MouseEvent, row: Row, index: number): void {
    if (event.target instanceof Element && event.target.closest('button, a, input, label')) return
    focusRow(index)
    if (openOnClick) open(row, index)
  }

  const virtualItems = virtualizer.getVirtualItems()
  const shown = isVirtual ? virtualItems.flatMap(item => items[item.index] ?? []) : items
  const columnCount = columns.length + (isTickable ? 1 : 0)
  const tabIndexed = selectedIndex === -1 ? 0 : selectedIndex

  const drawn: ReactNode[] = []
  let bottom = 0
  shown.forEach((item, position) => {
    const virtual = isVirtual ? virtualItems[position] : undefined
    if (virtual && virtual.start > bottom)
      drawn.push(<SpaceRow key={`space-${item.key}`} height={virtual.start - bottom} columns={columnCount} />)
    if (virtual) bottom = virtual.end
    drawn.push(
      item.kind === 'group' ? (
        <tr key={item.key} className="group-row">
          <td colSpan={columnCount}>{item.head}</td>
        </tr>
      ) : (
        <BodyRow
          key={item.key}
          item={item}
          columns={columns}
          isSelected={item.index === selectedIndex}
          isTabStop={item.index === tabIndexed}
          isClickable={props.onOpen !== undefined || props.onSelect !== undefined}
          tone={props.rowTone?.(item.row)}
          ticked={isTickable ? tickedKeys.has(item.key) : undefined}
          onTick={() => tick(item.key)}
          onClick={event => onRowClick(event, item.row, item.index)}
          onDoubleClick={() => open(item.row, item.index)}
          onFocus={() => {
            if (item.index !== selectedIndex) {
              setOwnKey(item.key)
              props.onSelect?.(item.row, item.index)
            }
          }}
        />
      ),
    )
  })
  if (isVirtual && bottom < virtualizer.getTotalSize())
    drawn.push(<SpaceRow key="space-end" height={virtualizer.getTotalSize() - bottom} columns={columnCount} />)

  return (
    <div className={inFlow ? undefined : 'table-scroll'} ref={scroller} style={inFlow ? { position: 'relative' } : undefined}>
      <table
        className="data-table"
        data-rows={rowHeight}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows are selected and moved through
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {isTickable && <col style={{ width: 44 }} />}
          {columns.map(column => (
            <col key={column.key} style={columnStyle(column)} />
          ))}
        </colgroup>
        {!props.hideHead && (
          <thead>
            <tr>
              {isTickable && (
                <th scope="col">
                  <Checkbox
                    aria-label="全部勾选"
                    checked={keys.length > 0 && keys.every(key => tickedKeys.has(key))}
                    indeterminate={keys.some(key => tickedKeys.has(key)) && !keys.every(key => tickedKeys.has(key))}
                    onChange={event => onTickedChange(event.currentTarget.checked ? new Set(keys) : new Set())}
                  />
                </th>
              )}
              {columns.map(column => (
                <th key={column.key} scope="col" className={cellClass(column)}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.length === 0 && props.empty ? (
            <tr>
              <td colSpan={columnCount} style={{ height: 'auto', borderBottom: 0 }}>
                {props.empty}
              </td>
            </tr>
          ) : (
            drawn
          )}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  )
}
