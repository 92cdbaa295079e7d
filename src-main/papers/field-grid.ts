import type { FieldRow } from './model.ts'
import { linesNeeded, MM_PER_POINT, unbrokenLines, widthInEms } from './text-fit.ts'

/**
 * The width in mm of every cell of a field table, found by laying rows and spans on the grid as HTML and Office XML do.
 * Throws RangeError when a row does not fill the grid exactly: such a table would print crooked.
 */
export function fieldWidths(rows: readonly FieldRow[], columnsMm: readonly number[]): readonly (readonly number[])[] {
  const held = columnsMm.map(() => 0)
  return rows.map((row, rowIndex) => {
    let column = skipHeld(held, 0)
    const widths = row.cells.map(cell => {
      const spanned = cell.columns ?? 1
      const places = Array.from({ length: spanned }, (_, offset) => column + offset)
      if (places.some(place => place >= columnsMm.length || (held[place] ?? 0) > 0)) {
        throw new RangeError(`row ${rowIndex + 1} of a field table is too wide`)
      }
      for (const place of places) held[place] = cell.rows ?? 1
      column = skipHeld(held, column + spanned)
      return places.reduce((sum, place) => sum + (columnsMm[place] ?? 0), 0)
    })
    if (held.some(count => count === 0)) throw new RangeError(`row ${rowIndex + 1} of a field table is too narrow`)
    for (let place = 0; place < held.length; place += 1) held[place] = Math.max(0, (held[place] ?? 0) - 1)
    return widths
  })
}

function skipHeld(held: readonly number[], from: number): number {
  let column = from
  while (column < held.length && (held[column] ?? 0) > 0) column += 1
  return column
}

/** The height in mm that a field table takes at `points`, its least heights and wrapped lines counted. */
export function fieldsHeightMm(rows: readonly FieldRow[], columnsMm: readonly number[], points: number): number {
  return rowTextMm(rows, columnsMm, points).reduce((sum, height, index) => sum + Math.max(rows[index]?.heightMm ?? 0, height), 0)
}

/** What the text of each row needs in mm, whatever the row's own least height. A cell over several rows is left to the last of them. */
export function rowTextMm(rows: readonly FieldRow[], columnsMm: readonly number[], points: number): readonly number[] {
  const widths = fieldWidths(rows, columnsMm)
  return rows.map((row, rowIndex) => {
    const heights = row.cells.map((cell, cellIndex) => {
      if ((cell.rows ?? 1) > 1) return 0
      const width = (widths[rowIndex]?.[cellIndex] ?? 0) - CELL_PADDING_MM.across
      return cell.lines.reduce<number>((lines, line) => {
        const size = line.points ?? points
        const indent = line.indent ? '　　' : ''
        const count =
          typeof line.text === 'string'
            ? linesNeeded(`${indent}${line.text}`, width, size)
            : unbrokenLines(
                line.text.flatMap(run => (run.kind === 'choice' ? [widthInEms(run.label) + CHOICE_BOX_EMS] : [])),
                width,
                size,
              )
        return lines + count * size * LINE_HEIGHT * MM_PER_POINT
      }, CELL_PADDING_MM.down)
    })
    return Math.max(0, ...heights)
  })
}

/** A tick box with the white space before its word and after it, in ems. */
const CHOICE_BOX_EMS = 2.12

/** The height in mm that a plain text takes in a list column. */
export function listCellMm(text: string, columnMm: number, points: number): number {
  const lines = linesNeeded(text, columnMm - CELL_PADDING_MM.across, points)
  return lines * points * LINE_HEIGHT * MM_PER_POINT + CELL_PADDING_MM.down
}

/** White space inside a cell, left and right together, above and below together, in mm. */
export const CELL_PADDING_MM = { across: 2.8, down: 1.6 } as const
/** Height of a line in a table, in its own type size. */
export const LINE_HEIGHT = 1.4
