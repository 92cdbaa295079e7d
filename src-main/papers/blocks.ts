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

/** A narrative with a place to sign and date below it (意见栏): opinion, then “签名：　　年　月　日” at the right. */
export function opinion(
  text: string | null,
  signLabel: string,
  name: string | null,
  date: string,
  options: CellOptions = {},
): FieldCell {
  const body = narrative(text, options)
  const sign = { text: `${signLabel}：${name ?? '　　　　　'}　　${date}`, align: 'right' } as const
  return { ...body, lines: [...body.lines, { text: '' }, sign], at: 'bottom' }
}

/** A row of cells with a least height in mm. */
export function row(heightMm: number, ...cells: readonly FieldCell[]): FieldRow {
  return { cells, heightMm }
}

/** A row that may run over a sheet's end, for long narratives. */
export function longRow(heightMm: number, ...cells: readonly FieldCell[]): FieldRow {
  return { cells, heightMm, mayBreak: true }
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
