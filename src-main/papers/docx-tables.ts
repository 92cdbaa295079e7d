import {
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { ALIGNMENT, docxRuns, twips } from './docx-text.ts'
import { fieldWidths } from './field-grid.ts'
import type { Align, Block, CellLine, FieldCell, ListCell, ListColumn, NumberPlaceholder, Signer, Typeface } from './model.ts'
import { chineseDate } from './paper-date.ts'

/** A 0.5 pt rule: Office XML counts eighths of a point. */
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const RULED = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE }
const UNRULED = {
  top: NO_RULE,
  bottom: NO_RULE,
  left: NO_RULE,
  right: NO_RULE,
  insideHorizontal: NO_RULE,
  insideVertical: NO_RULE,
}

const AT = { top: VerticalAlignTable.TOP, middle: VerticalAlignTable.CENTER, bottom: VerticalAlignTable.BOTTOM } as const

type CellShape = {
  readonly columns?: number | undefined
  readonly rows?: number | undefined
  readonly widthMm: number
  readonly at: 'top' | 'middle' | 'bottom'
  readonly open?: 'above' | 'below' | undefined
  readonly paragraphs: Paragraph[]
}

/** Draws a field table (表格). Widths are mm; rows stay whole unless they may break. */
export function docxFields(block: Extract<Block, { kind: 'fields' }>, placeholder: NumberPlaceholder | undefined): Table {
  const points = block.points ?? 12
  const widths = fieldWidths(block.rows, block.columnsMm)
  const rows = block.rows.map(
    (row, rowIndex) =>
      new TableRow({
        cantSplit: row.mayBreak !== true,
        ...heightOf(row.heightMm),
        children: row.cells.map((cell, cellIndex) =>
          tableCell({
            columns: cell.columns,
            rows: cell.rows,
            widthMm: widths[rowIndex]?.[cellIndex] ?? 0,
            at: cell.at ?? 'middle',
            open: cell.open,
            paragraphs: cell.lines.map(line => cellParagraph(line, cell, points, placeholder)),
          }),
        ),
      }),
  )
  return table(block.columnsMm, rows, { ruled: true, align: block.align ?? 'center' })
}

/** Draws a list table (列表): its head repeats on every sheet, its rows never break. */
export function docxList(block: Extract<Block, { kind: 'list' }>, placeholder: NumberPlaceholder | undefined): Table {
  const points = block.points ?? 10.5
  const widths = block.columns.map(column => column.widthMm)
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...heightOf(block.headMm ?? block.rowMm ?? 8),
    children: block.columns.map(column =>
      tableCell({
        widthMm: column.widthMm,
        at: 'middle',
        paragraphs: [paragraph(docxRuns(column.heading, { points }, placeholder), 'center', points)],
      }),
    ),
  })
  const body = block.rows.map(row => {
    let place = 0
    const children = row.cells.map(cell => {
      const cellOf = listCell(cell, block.columns, place, row.bold === true, points, placeholder)
      place += typeof cell === 'string' ? 1 : (cell.columns ?? 1)
      return cellOf
    })
    return new TableRow({ cantSplit: true, ...heightOf(block.rowMm ?? 8), children })
  })
  return table(widths, [head, ...body], { ruled: true, align: 'center' })
}

/** Draws the places to sign, up to four abreast, with no rules but the line to sign on. */
export function docxSignatures(
  signers: readonly Signer[],
  widthMm: number,
  points: number,
  placeholder: NumberPlaceholder | undefined,
): Table {
  const perRow = Math.min(signers.length, 4)
  const widths = Array.from({ length: perRow }, () => widthMm / perRow)
  const rows: TableRow[] = []
  for (let start = 0; start < signers.length; start += perRow) {
    const inRow = signers.slice(start, start + perRow)
    const cells = widths.map((width, index) => {
      const signer = inRow[index]
      const paragraphs = signer === undefined ? [new Paragraph({})] : signerParagraphs(signer, points, placeholder)
      return tableCell({ widthMm: width, at: 'top', paragraphs })
    })
    rows.push(new TableRow({ cantSplit: true, children: cells }))
  }
  return table(widths, rows, { ruled: false, align: 'center' })
}

function signerParagraphs(signer: Signer, points: number, placeholder: NumberPlaceholder | undefined): Paragraph[] {
  const name =
    signer.name === null
      ? docxRuns([{ kind: 'text', text: '　　　　　', underline: true }], { points }, placeholder)
      : docxRuns(signer.name, { points }, placeholder)
  const first = paragraph([...docxRuns(`${signer.label}：`, { points }, placeholder), ...name], 'left', points)
  if (signer.date === undefined) return [first]
  return [first, paragraph(docxRuns(chineseDate(signer.date), { points }, placeholder), 'left', points)]
}

function listCell(
  cell: ListCell,
  columns: readonly ListColumn[],
  place: number,
  bold: boolean,
  points: number,
  placeholder: NumberPlaceholder | undefined,
): TableCell {
  const column = columns[place]
  const plain = typeof cell === 'string'
  const spanned = plain ? 1 : (cell.columns ?? 1)
  const look = { points, bold: bold || (!plain && cell.bold === true), typeface: column?.typeface }
  const align = (plain ? undefined : cell.align) ?? column?.align ?? 'left'
  return tableCell({
    columns: spanned === 1 ? undefined : spanned,
    widthMm: columns.slice(place, place + spanned).reduce((sum, one) => sum + one.widthMm, 0),
    at: 'middle',
    paragraphs: [paragraph(docxRuns(plain ? cell : cell.text, look, placeholder), align, points)],
  })
}

function cellParagraph(line: CellLine, cell: FieldCell, points: number, placeholder: NumberPlaceholder | undefined): Paragraph {
  const size = line.points ?? points
  const typeface: Typeface | undefined = cell.typeface
  const align = line.align ?? cell.align ?? (cell.role === 'label' ? 'center' : 'left')
  return paragraph(
    docxRuns(line.text, { points: size, bold: line.bold, typeface }, placeholder),
    align,
    size,
    line.indent === true,
  )
}

function paragraph(children: ReturnType<typeof docxRuns>, align: Align, points: number, indent = false): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENT[align],
    spacing: { line: Math.round(points * 1.4 * 20), lineRule: LineRuleType.AT_LEAST },
    indent: indent ? { firstLine: Math.round(points * 2 * 20) } : undefined,
    children,
  })
}

function tableCell(shape: CellShape): TableCell {
  return new TableCell({
    columnSpan: shape.columns,
    rowSpan: shape.rows,
    width: { size: twips(shape.widthMm), type: WidthType.DXA },
    verticalAlign: AT[shape.at],
    ...(shape.open === undefined ? {} : { borders: shape.open === 'above' ? { top: NO_RULE } : { bottom: NO_RULE } }),
    margins: { top: twips(0.8), bottom: twips(0.8), left: twips(1.4), right: twips(1.4) },
    // A cell without a paragraph is a broken file in Word.
    children: shape.paragraphs.length === 0 ? [new Paragraph({})] : shape.paragraphs,
  })
}

function table(
  widthsMm: readonly number[],
  rows: TableRow[],
  look: { readonly ruled: boolean; readonly align: 'center' | 'right' },
): Table {
  return new Table({
    width: { size: twips(widthsMm.reduce((sum, one) => sum + one, 0)), type: WidthType.DXA },
    columnWidths: widthsMm.map(twips),
    layout: TableLayoutType.FIXED,
    borders: look.ruled ? RULED : UNRULED,
    alignment: look.align,
    rows,
  })
}

function heightOf(heightMm: number | undefined): { height?: { value: number; rule: (typeof HeightRule)['ATLEAST'] } } {
  return heightMm === undefined ? {} : { height: { value: twips(heightMm), rule: HeightRule.ATLEAST } }
}
