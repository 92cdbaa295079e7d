import {
  BorderStyle,
  HeightRule,
  LineRuleType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { ALIGNMENT, docxRuns, officeParagraph, twips } from './docx-text.ts'
import { fieldWidths } from './field-grid.ts'
import type {
  Align,
  Block,
  CellLine,
  FieldCell,
  FieldRow,
  ListCell,
  ListColumn,
  NumberPlaceholder,
  Side,
  Typeface,
} from './model.ts'
import type { SignaturePlace } from './signature-places.ts'
import { BLANK_NAME_EMS, signaturePlaces } from './signature-places.ts'

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

const SIDES = { above: 'top', below: 'bottom', left: 'left', right: 'right' } as const satisfies Record<Side, string>
const AT = { top: VerticalAlignTable.TOP, middle: VerticalAlignTable.CENTER, bottom: VerticalAlignTable.BOTTOM } as const

type CellShape = {
  readonly columns?: number | undefined
  readonly rows?: number | undefined
  readonly widthMm: number
  readonly at: 'top' | 'middle' | 'bottom'
  readonly open?: readonly Side[] | undefined
  readonly paragraphs: Paragraph[]
  /** White space at the left and right, in mm. */
  readonly paddingMm?: number
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
            paragraphs: cell.lines.map(line => cellParagraph(line, cell, row, points, placeholder)),
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
        paragraphs: [paragraph(docxRuns(column.heading, { points }, placeholder), { align: 'center', points })],
        paddingMm: 0.4,
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

/** Draws the places to sign, with no rules but the lines to sign on. */
export function docxSignatures(
  block: Extract<Block, { kind: 'signatures' }>,
  widthMm: number,
  placeholder: NumberPlaceholder | undefined,
): Table {
  const points = block.points ?? 12
  const places = signaturePlaces(block.signers, widthMm, points)
  const abreast = places[0]?.length ?? 1
  const widths = Array.from({ length: abreast }, () => widthMm / abreast)
  const rows = places.map(row => {
    const cells = widths.map((width, index) => {
      const one = row[index]
      return tableCell({
        widthMm: width,
        at: 'top',
        paddingMm: 0,
        paragraphs: one === undefined ? [] : placeParagraphs(one, points, placeholder),
      })
    })
    return new TableRow({ cantSplit: true, children: cells })
  })
  return table(widths, rows, { ruled: false, align: 'center' })
}

function placeParagraphs(place: SignaturePlace, points: number, placeholder: NumberPlaceholder | undefined): Paragraph[] {
  const blank = { kind: 'text', text: '　'.repeat(BLANK_NAME_EMS), underline: true } as const
  const name = docxRuns(place.name === null ? [blank] : place.name, { points }, placeholder)
  const first = paragraph([...docxRuns(`${place.label}：`, { points }, placeholder), ...name], { align: 'left', points })
  if (place.date === null) return [first]
  return [first, paragraph(docxRuns(place.date, { points }, placeholder), { align: 'left', points })]
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
  const size = textPoints(points, column?.typeface)
  const look = { points: size, bold: bold || (!plain && cell.bold === true), typeface: column?.typeface }
  const align = (plain ? undefined : cell.align) ?? column?.align ?? 'left'
  return tableCell({
    columns: spanned === 1 ? undefined : spanned,
    widthMm: columns.slice(place, place + spanned).reduce((sum, one) => sum + one.widthMm, 0),
    at: 'middle',
    ...(align === 'center' ? { paddingMm: 0.4 } : {}),
    paragraphs: [paragraph(docxRuns(plain ? cell : cell.text, look, placeholder), { align, points: size })],
  })
}

function cellParagraph(
  line: CellLine,
  cell: FieldCell,
  row: FieldRow,
  points: number,
  placeholder: NumberPlaceholder | undefined,
): Paragraph {
  const size = line.points ?? textPoints(points, cell.typeface)
  const align = line.align ?? cell.align ?? (cell.role === 'label' ? 'center' : 'left')
  const runs = docxRuns(line.text, { points: size, bold: line.bold, typeface: cell.typeface }, placeholder)
  return paragraph(runs, { align, points: size, indent: line.indent === true, withNext: row.withNext === true })
}

/** Even-width type is set smaller, as the style sheet of the HTML does. */
function textPoints(points: number, typeface: Typeface | undefined): number {
  return typeface === 'code' ? points * 0.82 : points
}

type ParagraphLook = { readonly align: Align; readonly points: number; readonly indent?: boolean; readonly withNext?: boolean }

function paragraph(children: ReturnType<typeof docxRuns>, look: ParagraphLook): Paragraph {
  return officeParagraph({
    alignment: ALIGNMENT[look.align],
    keepNext: look.withNext === true,
    spacing: { line: Math.round(look.points * 1.4 * 20), lineRule: LineRuleType.AT_LEAST },
    indent: look.indent ? { firstLine: Math.round(look.points * 2 * 20) } : undefined,
    children,
  })
}

function tableCell(shape: CellShape): TableCell {
  return new TableCell({
    columnSpan: shape.columns,
    rowSpan: shape.rows,
    width: { size: twips(shape.widthMm), type: WidthType.DXA },
    verticalAlign: AT[shape.at],
    ...(shape.open === undefined ? {} : { borders: Object.fromEntries(shape.open.map(side => [SIDES[side], NO_RULE])) }),
    margins: { top: twips(0.8), bottom: twips(0.8), left: twips(shape.paddingMm ?? 1.4), right: twips(shape.paddingMm ?? 1.4) },
    // A cell without a paragraph is a broken file in Word.
    children: shape.paragraphs.length === 0 ? [officeParagraph({})] : shape.paragraphs,
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
