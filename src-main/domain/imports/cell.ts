/** A day that the workbook itself holds as a date. `time` is `HH:MM`, null at midnight. */
export type CellDay = { readonly day: string; readonly time: string | null }
/** A formula that came to an error: `#N/A`, `#REF!`. */
export type CellFault = { readonly fault: string }
/** What a cell of an old register (旧台账) holds; of a formula its value. */
export type RegisterCell = null | string | number | CellDay | CellFault

/** A stretch of merged cells (合并单元格); rows are the sheet's own numbers from 1, columns count from 0. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** A row that holds anything. `number` is the one that stands at the sheet's edge. */
export type RegisterRow = { readonly number: number; readonly cells: readonly RegisterCell[]; readonly isHidden: boolean }

/** A sheet (工作表) of a register's file. A value merged downwards stands in every row of the merge, one merged sideways only in its first column. */
export type RegisterSheet = {
  readonly name: string
  readonly isHidden: boolean
  /** How many columns there are. */
  readonly width: number
  readonly rows: readonly RegisterRow[]
  readonly merges: readonly Merge[]
}

const MOST_DIGITS_KEPT = 15

/** The text of a cell as a person reads it, blanks at its ends and control characters off. A whole number comes without a decimal point. */
export function cellText(cell: RegisterCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.replace(/[\u200b-\u200d\ufeff]/g, '').trim()
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell)
  return 'day' in cell ? `${cell.day}${cell.time === null ? '' : ` ${cell.time}`}` : cell.fault
}

/** A cell's text in one form for comparison: half width, without any blank. */
export function tightText(cell: RegisterCell | undefined): string {
  return cellText(cell).normalize('NFKC').replace(/\s/g, '')
}

/** Whether a number has lost its last digits: Excel keeps 15, and shows more as 1.1E+17. True for the shown text as well. */
export function isDamagedNumber(cell: RegisterCell | undefined): boolean {
  if (typeof cell === 'number') return Number.isInteger(cell) && String(BigInt(Math.abs(cell))).length > MOST_DIGITS_KEPT
  return typeof cell === 'string' && /^\d(\.\d+)?E\+?\d+$/i.test(tightText(cell))
}

/** The letters of a column as the sheet's edge shows them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`
}
