import { type RegisterSheet, tightText } from './cell.ts'
import { type ImportField, type ImportFieldId, importFields, REGISTER_KINDS, type RegisterKind } from './fields.ts'

/** Where a register's head (表头) stands: the first row's number and how many rows it takes. */
export type HeaderPlace = { readonly row: number; readonly rows: number }
/** What a column is taken for; `column` counts from 0. */
export type MappedColumn = { readonly field: ImportFieldId; readonly column: number }

/** A head is sought in this many rows from the top that hold anything. */
const SEARCHED_ROWS = 40
const MOST_HEADER_ROWS = 3

/** The row that most looks like the head of a register, two lines where it has two; null when none has two known heads. */
export function findHeader(sheet: RegisterSheet): HeaderPlace | null {
  const rows = sheet.rows.slice(0, SEARCHED_ROWS)
  const scored = rows.map((row, index) => ({ index, row, score: knownHeads(row.cells.map(tightText)) }))
  const best = scored.reduce((top, one) => (one.score > top.score ? one : top), { index: -1, row: rows[0], score: 1 })
  if (best.index < 0 || !best.row) return null
  let top = best.row.number
  let bottom = best.row.number
  for (const merge of sheet.merges)
    if (
      merge.bottom > merge.top &&
      merge.bottom - merge.top < MOST_HEADER_ROWS &&
      merge.top <= best.row.number &&
      merge.bottom >= best.row.number
    ) {
      top = Math.min(top, merge.top)
      bottom = Math.max(bottom, merge.bottom)
    }
  const before = scored[best.index - 1]
  const after = scored[best.index + 1]
  if (
    top === bottom &&
    before &&
    before.row.number === top - 1 &&
    before.score >= 1 &&
    fillsGaps(before.row.cells, best.row.cells)
  )
    top = before.row.number
  else if (
    top === bottom &&
    after &&
    after.row.number === bottom + 1 &&
    after.score >= 1 &&
    fillsGaps(after.row.cells, best.row.cells)
  )
    bottom = after.row.number
  return { row: top, rows: bottom - top + 1 }
}

/**
 * The head of each column: the words of its rows joined, those merged over several columns standing in each of them. A title merged over the
 * whole width is no head.
 */
export function headersOf(sheet: RegisterSheet, place: HeaderPlace): readonly string[] {
  const lines: string[][] = []
  for (let number = place.row; number < place.row + place.rows; number += 1) {
    const cells = sheet.rows.find(row => row.number === number)?.cells ?? []
    const line = Array.from({ length: sheet.width }, (_, column) => tightText(cells[column]))
    for (const merge of sheet.merges) {
      if (merge.top > number || merge.bottom < number || merge.right === merge.left) continue
      for (let column = merge.left + 1; column <= merge.right; column += 1)
        if (line[column] === '') line[column] = line[merge.left] ?? ''
    }
    lines.push(line)
  }
  return Array.from({ length: sheet.width }, (_, column) =>
    [...new Set(lines.map(line => line[column] ?? ''))].filter(word => word !== '').join('·'),
  )
}

/** Which register the heads are likely to be of, and what each column stands for; each field and each column once, the surest first. */
export function suggestColumns(
  headers: readonly string[],
  wanted: RegisterKind | null,
): { readonly register: RegisterKind; readonly columns: readonly MappedColumn[] } {
  const choices = REGISTER_KINDS.filter(kind => wanted === null || kind === wanted).map(register => {
    const columns = columnsFor(headers, importFields(register))
    return {
      register,
      columns: columns.map(({ field, column }) => ({ field, column })),
      score: columns.reduce((sum, one) => sum + one.score, 0),
    }
  })
  const [first, second] = choices
  if (!first) return { register: 'consultation', columns: [] }
  return second && second.score > first.score ? second : first
}

type Candidate = MappedColumn & { readonly score: number }

function columnsFor(headers: readonly string[], fields: readonly ImportField[]): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (const [column, header] of headers.entries())
    for (const field of fields) {
      const score = likeness(header, field)
      if (score > 0) candidates.push({ field: field.id, column, score })
    }
  candidates.sort((a, b) => b.score - a.score || a.column - b.column)
  const taken: Candidate[] = []
  for (const one of candidates)
    if (!taken.some(other => other.field === one.field || other.column === one.column)) taken.push(one)
  // A head that says 时间 alone is the day unless another column is.
  const hasDay = taken.some(one => one.field === 'day')
  return taken
    .map(one => (one.field === 'time' && !hasDay ? { ...one, field: 'day' as const } : one))
    .sort((a, b) => a.column - b.column)
}

/** How surely a head names a field: the whole head, its last line, or a part of it. 0 for no likeness. */
function likeness(header: string, field: ImportField): number {
  const joined = bareHead(header.replaceAll('·', ''))
  const last = bareHead(header.split('·').at(-1) ?? '')
  if (joined === '' || field.not.some(word => joined.includes(word))) return 0
  const whole = field.words.indexOf(joined)
  if (whole >= 0) return 1000 - whole
  const line = field.words.indexOf(last)
  if (line >= 0) return 800 - line
  const part = field.words
    .filter(word => word.length > 1 && joined.includes(word))
    .reduce((most, word) => Math.max(most, word.length), 0)
  return part === 0 ? 0 : 100 + part * 20
}

function bareHead(header: string): string {
  return header.replace(/[(（].*?[)）]/g, '').replace(/[^\p{L}\p{N}]/gu, '')
}

function knownHeads(texts: readonly string[]): number {
  const distinct = [...new Set(texts.map(bareHead))].filter(text => text !== '' && text.length <= 12)
  const all = REGISTER_KINDS.map(
    kind => distinct.filter(text => importFields(kind).some(field => field.words.includes(text))).length,
  )
  return Math.max(...all)
}

/** Whether the other line has words where this one is empty, and none that looks like a row of the register itself. */
function fillsGaps(other: readonly unknown[], cells: readonly unknown[]): boolean {
  const isEmpty = (cell: unknown) => cell === null || cell === undefined || cell === ''
  const filled = other.flatMap((cell, index) => (isEmpty(cell) ? [] : [{ cell, index }]))
  return filled.every(one => typeof one.cell === 'string') && filled.some(one => isEmpty(cells[one.index]))
}
