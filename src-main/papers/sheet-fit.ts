import { rowTextMm } from './field-grid.ts'
import type { FieldRow } from './model.ts'

/** Where a field table stands: the room on its first sheet and on each further one, and the heights of what follows it, all in mm. */
export type TablePlace = { readonly firstMm: number; readonly nextMm: number; readonly afterMm: readonly number[] }

/** Word and WPS set lines a little wider than the estimate: so much of each sheet stays free. */
const SPARE_MM = 3

/**
 * Lowers the boxes to write in (留白) of a form where that spares a whole sheet, and no further than it takes: a form never ends in a sheet
 * with two lines on it. Rows without `leastMm` keep their height; where nothing is spared every row keeps its own.
 */
export function sparingRows(
  rows: readonly FieldRow[],
  columnsMm: readonly number[],
  place: TablePlace,
  points = 12,
): readonly FieldRow[] {
  const textMm = rowTextMm(rows, columnsMm, points)
  /** `share` 0: as low as may be; 1: as high as the form wishes. */
  const heightOf = (row: FieldRow, share: number) => {
    const wished = row.heightMm ?? 0
    const least = Math.min(wished, row.leastMm ?? wished)
    return least + (wished - least) * share
  }
  const sheetsAt = (share: number) =>
    sheetsNeeded(
      rows.map((row, index) => ({ row, mm: Math.max(textMm[index] ?? 0, heightOf(row, share)) })),
      place,
    )
  const fewest = sheetsAt(0)
  if (fewest === sheetsAt(1)) return rows
  let low = 0
  let high = 1
  for (let step = 0; step < 8; step += 1) {
    const middle = (low + high) / 2
    if (sheetsAt(middle) === fewest) low = middle
    else high = middle
  }
  return rows.map(row => ({ ...row, heightMm: heightOf(row, low) }))
}

function sheetsNeeded(rows: readonly { readonly row: FieldRow; readonly mm: number }[], place: TablePlace): number {
  const next = place.nextMm - SPARE_MM
  let sheets = 1
  let left = place.firstMm - SPARE_MM
  const put = (mm: number, mayBreak: boolean) => {
    let rest = mm
    if (!mayBreak && rest > left && rest <= next) {
      sheets += 1
      left = next
    }
    while (rest > left) {
      rest -= left
      sheets += 1
      left = next
    }
    left -= rest
  }
  let joined = 0
  for (const { row, mm } of rows) {
    joined += mm
    if (row.withNext) continue
    put(joined, row.mayBreak === true)
    joined = 0
  }
  for (const mm of place.afterMm) put(mm, false)
  return sheets
}
