import type { Paragraph, Table } from 'docx'
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  TabStopType,
  TextRun,
} from 'docx'
import { docxFields, docxList, docxSignatures } from './docx-tables.ts'
import { ALIGNMENT, docxFont, docxRuns, halfPoints, officeParagraph, twips } from './docx-text.ts'
import type { Block, NumberPlaceholder, Page, RenderOptions } from './model.ts'
import { sheetSizeMm, textWidthMm } from './model.ts'
import { chineseDate } from './paper-date.ts'
import { printable, sealIndents } from './paper-text.ts'
import type { Composition } from './render-html.ts'
import { titlePoints, widthInEms } from './text-fit.ts'

/** Fixed line of 28 pt under 16 pt text (GB/T 9704: 22 lines a sheet), in twips. */
const BODY_LINE = 560

/**
 * Draws a composed paper as a DOCX file that Word and WPS can edit: same blocks, same sheet, same sizes as the HTML.
 * Returns the file's bytes.
 */
export async function renderDocx(composition: Composition, options: RenderOptions): Promise<Uint8Array> {
  const { page } = composition
  const { width, height } = sheetSizeMm(page)
  const landscape = page.orientation === 'landscape'
  const document = new Document({
    title: printable(composition.title),
    creator: '援卷',
    styles: { default: { document: { run: { font: docxFont('body'), size: halfPoints(16) } } } },
    sections: [
      {
        properties: {
          page: {
            // The library swaps the two when a sheet lies on its side, so it is always given the upright sheet.
            size: {
              width: twips(landscape ? height : width),
              height: twips(landscape ? width : height),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(page.margins.topMm),
              right: twips(page.margins.rightMm),
              bottom: twips(page.margins.bottomMm),
              left: twips(page.margins.leftMm),
              header: twips(page.margins.topMm / 2),
              footer: twips(page.margins.bottomMm / 2.5),
            },
          },
        },
        ...(options.stamp === undefined ? {} : { headers: { default: stampHeader(options.stamp) } }),
        footers: { default: footer(composition) },
        children: composition.blocks.flatMap(block => blockDocx(block, page, options.numberPlaceholder)),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function blockDocx(block: Block, page: Page, placeholder: NumberPlaceholder | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title': {
      const points = block.points ?? titlePoints(block.text, textWidthMm(page))
      const title = officeParagraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { after: block.under ? 40 : 280, line: Math.round(points * 1.35 * 20), lineRule: LineRuleType.AT_LEAST },
        children: [new TextRun({ text: printable(block.text), font: docxFont('title'), size: halfPoints(points), bold: true })],
      })
      if (block.under === undefined || block.under === '') return [title]
      const under = new TextRun({ text: printable(block.under), font: docxFont('body'), size: halfPoints(12) })
      return [
        title,
        officeParagraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { after: 200 }, children: [under] }),
      ]
    }
    case 'number':
      return [
        officeParagraph({
          alignment: ALIGNMENT[block.align ?? 'right'],
          spacing: { after: 170 },
          children: [
            ...docxRuns(block.label, { points: 14 }, placeholder),
            ...docxRuns([{ kind: 'number', number: block.number }], { points: 14 }, placeholder),
          ],
        }),
      ]
    case 'salutation':
      return [bodyParagraph(docxRuns(`${block.text}：`, { points: 16 }, placeholder), { indent: false })]
    case 'paragraph': {
      const points = block.points ?? 16
      const runs = docxRuns(block.text, { points, bold: block.bold, typeface: block.typeface }, placeholder)
      return [
        bodyParagraph(runs, {
          indent: block.indent !== false,
          points,
          align: block.align,
          beforeMm: block.beforeMm,
          withNext: block.withNext,
        }),
      ]
    }
    case 'fields':
      return [...space(block.beforeMm), docxFields(block, placeholder), thinLine()]
    case 'list':
      return [...space(block.beforeMm), docxList(block, placeholder), thinLine()]
    case 'choices': {
      const points = block.points ?? 16
      const label = block.label === null ? [] : docxRuns(`${block.label}：`, { points }, placeholder)
      const boxes = docxRuns(
        block.choices.map(choice => ({ kind: 'choice', ...choice })),
        { points },
        placeholder,
      )
      return [bodyParagraph([...label, ...boxes], { indent: false, points })]
    }
    case 'signatures':
      return [...space(block.beforeMm ?? 8), docxSignatures(block, textWidthMm(page), placeholder), thinLine()]
    case 'seal':
      return sealParagraphs(block.unit, block.date)
    case 'notes':
      return block.notes.map((note, index) =>
        officeParagraph({
          spacing: { before: index === 0 ? twips(block.beforeMm ?? 3) : 0, line: 300, lineRule: LineRuleType.AT_LEAST },
          indent: { left: 420, hanging: 420 },
          children: docxRuns(note, { points: 10.5 }, placeholder),
        }),
      )
    case 'pageBreak':
      return [officeParagraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })]
  }
}

type ParagraphLook = {
  readonly indent: boolean
  readonly points?: number
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  readonly beforeMm?: number
  readonly withNext?: boolean
}

function bodyParagraph(children: readonly TextRun[], look: ParagraphLook): Paragraph {
  const points = look.points ?? 16
  return officeParagraph({
    alignment: ALIGNMENT[look.align ?? (look.indent ? 'justify' : 'left')],
    keepNext: look.withNext === true,
    spacing: {
      before: twips(look.beforeMm ?? 0),
      line: points === 16 ? BODY_LINE : Math.round(points * (points > 20 ? 1.4 : 1.75) * 20),
      lineRule: LineRuleType.AT_LEAST,
    },
    indent: look.indent ? { firstLine: points * 2 * 20 } : undefined,
    children: [...children],
  })
}

function sealParagraphs(unit: string, day: string | null): Paragraph[] {
  const date = chineseDate(day)
  const indents = sealIndents(widthInEms(unit), widthInEms(date))
  const wide = widthInEms(unit) > 24
  const line = (text: string, ems: number, before: number, withNext: boolean) =>
    officeParagraph({
      alignment: AlignmentType.RIGHT,
      keepNext: withNext,
      spacing: { before, line: BODY_LINE, lineRule: LineRuleType.AT_LEAST },
      indent: { right: Math.round(ems * 16 * 20) },
      children: docxRuns(text, { points: 16 }, undefined),
    })
  return [line(unit, wide ? 0 : indents.unit, twips(14), true), line(date, wide ? 2 : indents.date, 0, false)]
}

/** White space before a table, which cannot carry any itself. */
function space(beforeMm: number | undefined): Paragraph[] {
  if (beforeMm === undefined || beforeMm === 0) return []
  return [officeParagraph({ keepNext: true, spacing: { line: twips(beforeMm), lineRule: LineRuleType.EXACT }, children: [] })]
}

/** A hair's breadth after a table, so that two tables in a row stay two tables. */
function thinLine(): Paragraph {
  return officeParagraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [new TextRun({ text: '', size: 2 })] })
}

function stampHeader(stamp: string): Header {
  const run = new TextRun({ text: stamp, font: docxFont('title'), size: halfPoints(26), bold: true, color: 'B0B0B0' })
  return new Header({ children: [officeParagraph({ alignment: AlignmentType.CENTER, children: [run] })] })
}

function footer(composition: Composition): Footer {
  const look = { font: docxFont('title'), size: halfPoints(9) }
  const numbers = composition.foot.pageNumbers
    ? [new TextRun({ ...look, children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] })]
    : []
  const text = composition.foot.text
  if (text === '') return new Footer({ children: [officeParagraph({ alignment: AlignmentType.CENTER, children: numbers })] })
  const right = twips(textWidthMm(composition.page))
  const children = [new TextRun({ ...look, text: printable(text) }), new TextRun({ ...look, text: '\t' }), ...numbers]
  return new Footer({ children: [officeParagraph({ tabStops: [{ type: TabStopType.RIGHT, position: right }], children })] })
}
