import { Checkbox } from '@mantine/core'
import type { CSSProperties, MouseEvent, ReactNode } from 'react'

/** One column of a DataTable. */
export type Column<Row> = {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: Row, index: number) => ReactNode
  /** Numbers and money stand right. */
  readonly align?: 'left' | 'right' | 'center'
  /** CSS width with its padding, e.g. 120 (px) or '24%'. Columns without one share the room that is left; leave at least one without. */
  readonly width?: number | string
  /** Cuts long text with …; without it long text wraps and the row grows. */
  readonly clip?: boolean
}

/** What is drawn in the table's body: a row, or the head of a group above one. */
export type Item<Row> =
  | { readonly kind: 'row'; readonly row: Row; readonly index: number; readonly key: string }
  | { readonly kind: 'group'; readonly head: ReactNode; readonly key: string }

/** Lines the table's rows and group heads up in one list, as they are drawn. */
export function itemsOf<Row>(props: {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly groupHead?: (row: Row, previous: Row | null) => ReactNode
}): readonly Item<Row>[] {
  const { rows, rowKey, groupHead } = props
  return rows.flatMap((row, index): readonly Item<Row>[] => {
    const key = rowKey(row)
    const item: Item<Row> = { kind: 'row', row, index, key }
    const head = groupHead?.(row, rows[index - 1] ?? null)
    return head ? [{ kind: 'group', head, key: `group-${key}` }, item] : [item]
  })
}

/** The classes of a column's cells. */
export function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = [
    column.align === 'right' ? 'cell-right' : column.align === 'center' ? 'cell-center' : '',
    column.clip ? 'cell-clip' : '',
  ]
  return names.filter(Boolean).join(' ') || undefined
}

/** The width of a column; those without one share the room that is left. */
export function columnStyle<Row>(column: Column<Row>): CSSProperties | undefined {
  return column.width === undefined ? undefined : { width: column.width }
}

/** Stands for the rows out of view, `height` in CSS px. */
export function SpaceRow({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr className="space-row" aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

type BodyRowProps<Row> = {
  readonly item: Extract<Item<Row>, { kind: 'row' }>
  readonly columns: readonly Column<Row>[]
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly isClickable: boolean
  readonly tone: 'missing' | 'choice' | 'quiet' | undefined
  readonly ticked: boolean | undefined
  readonly onTick: () => void
  readonly onClick: (event: MouseEvent) => void
  readonly onDoubleClick: () => void
  readonly onFocus: () => void
}

/** One row; only the tab stop is in the Tab order. */
export function BodyRow<Row>(props: BodyRowProps<Row>) {
  const { item, columns, ticked } = props
  return (
    <tr
      data-index={item.index}
      data-key={item.key}
      data-tone={props.tone}
      data-clickable={props.isClickable || undefined}
      aria-rowindex={item.index + 1}
      aria-selected={props.isSelected}
      tabIndex={props.isTabStop ? 0 : -1}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
      onFocus={event => event.target === event.currentTarget && props.onFocus()}
    >
      {ticked !== undefined && (
        <td>
          <Checkbox aria-label="勾选此行" checked={ticked} onChange={props.onTick} tabIndex={-1} />
        </td>
      )}
      {columns.map(column => (
        <td key={column.key} className={cellClass(column)}>
          {column.cell(item.row, item.index)}
        </td>
      ))}
    </tr>
  )
}
