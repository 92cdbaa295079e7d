import type { Align, Choice, FieldCell, FieldRow, ListCell, Run, Text } from './model.ts'

/** How a label or a value of a field table differs from the plain one. */
type CellOptions = Partial<Pick<FieldCell, 'columns' | 'rows' | 'align' | 'at' | 'typeface' | 'open'>>

/** A label cell (项目名), centred. */
export function label(text: string, options: CellOptions = {}): FieldCell {
  return { role: 'label', lines: [{ text }], ...options }
}

/** A value cell. Nothing known (null or empty) prints as an empty cell to write in. */
export function value(text: Text | null, options: CellOptions = {}): FieldCell {
  return { role: 'value', lines: [{ text: text ?? '' }], ...options }
}

/** A value cell of tick boxes that wrap as a whole. */
export function choiceCell(choices: readonly Choice[], options: CellOptions = {}): FieldCell {
  return value(choiceRuns(choices), options)
}

/** A value cell that holds a narrative: each line break starts an indented paragraph. */
export function narrative(text: string | null, options: CellOptions = {}): FieldCell {
  const paragraphs = (text ?? '').split(/\r?\n/).filter(line => line.trim() !== '')
  return {
    role: 'value',
    lines: paragraphs.map(line => ({ text: line.trim(), indent: true, align: 'justify' })),
    at: 'top',
    ...options,
  }
}

/** What somebody thinks, and who signs for it (意见、签名). `date` is ready to print; a null name leaves room to sign. */
export type Opinion = {
  readonly text: string | null
  readonly signLabel: string
  readonly name: string | null
  readonly date: string
}

/** An opinion box (意见栏) of `columns` columns beside its heading: the text at the top, name and date at the lower right; it may be lowered to half. */
export function opinionRows(heading: string, heightMm: number, opinion: Opinion, columns = 1): readonly FieldRow[] {
  const sign = `${opinion.signLabel}：${opinion.name ?? '　　　　　'}　　${opinion.date}`
  return [
    {
      heightMm: Math.max(1, heightMm - SIGN_LINE_MM),
      leastMm: Math.max(1, heightMm / 2 - SIGN_LINE_MM),
      withNext: true,
      cells: [label(heading, { rows: 2 }), narrative(opinion.text, { columns, open: ['below'] })],
    },
    { heightMm: SIGN_LINE_MM, cells: [{ role: 'value', columns, open: ['above'], lines: [{ text: sign, align: 'right' }] }] },
  ]
}

const SIGN_LINE_MM = 9

/** A row of cells with a least height in mm; it may be lowered by a little. */
export function row(heightMm: number, ...cells: readonly FieldCell[]): FieldRow {
  return { cells, heightMm, leastMm: heightMm * 0.85 }
}

/** A row for narratives: one that would fill most of a sheet may run over its end, a shorter one stays whole. It may be lowered by half. */
export function longRow(heightMm: number, ...cells: readonly FieldCell[]): FieldRow {
  const longest = Math.max(...cells.map(cell => cell.lines.reduce((sum, line) => sum + plainLength(line.text), 0)))
  return { cells, heightMm, leastMm: heightMm / 2, mayBreak: longest > LONG_NARRATIVE_SIGNS }
}

/** About half a sheet of 12 pt text in a 135 mm column. */
const LONG_NARRATIVE_SIGNS = 700

function plainLength(text: Text): number {
  return typeof text === 'string' ? text.length : 0
}

/** Tick boxes in one line: “☑ 民事　☐ 刑事”. A box never parts from its word. */
export function choiceRuns(choices: readonly Choice[]): readonly Run[] {
  return choices.map(choice => ({ kind: 'choice', ...choice }))
}

/** A yes/no answer as two boxes; null (not asked) leaves both empty. */
export function yesNo(answer: boolean | null): readonly Choice[] {
  return [
    { label: '是', checked: answer === true },
    { label: '否', checked: answer === false },
  ]
}

/** A bold cell of a total row. */
export function total(text: string, columns: number, align: Align = 'center'): ListCell {
  return { text, columns, align, bold: true }
}
