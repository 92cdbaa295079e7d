import type { IParagraphOptions } from 'docx'
import { AlignmentType, Paragraph, ShadingType, TextRun } from 'docx'
import type { Align, NumberPlaceholder, Text, Typeface } from './model.ts'
import type { PlainRun } from './paper-text.ts'
import { printable, runsOf } from './paper-text.ts'

/** Twips (1/20 point) of a length in mm. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4)
}

/** Half points, the unit of type sizes in Office XML, rounded to a whole one. */
export function halfPoints(points: number): number {
  return Math.round(points * 2)
}

export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, unknown>

/** A paragraph in which Word puts no quarter space between digits and Chinese signs, so that lines break as in the HTML. */
export function officeParagraph(options: IParagraphOptions): Paragraph {
  return new Paragraph({ autoSpaceEastAsianText: false, ...options })
}

const FONT_NAMES = { title: '宋体', body: '仿宋', code: 'Consolas' } as const satisfies Record<Typeface, string>

const BOX_FONT = { ascii: 'Segoe UI Symbol', eastAsia: 'Segoe UI Symbol', hAnsi: 'Segoe UI Symbol', cs: 'Segoe UI Symbol' }

/** The fonts of a typeface in Office XML: Chinese and Latin signs alike. */
export function docxFont(typeface: Typeface): { ascii: string; eastAsia: string; hAnsi: string; cs: string } {
  const name = FONT_NAMES[typeface]
  const eastAsia = typeface === 'code' ? FONT_NAMES.title : name
  return { ascii: name, eastAsia, hAnsi: name, cs: name }
}

export type RunLook = { readonly points: number; readonly bold?: boolean | undefined; readonly typeface?: Typeface | undefined }

/** The runs of a line for Office XML. Line breaks become breaks, an undrawn number a grey gap. */
export function docxRuns(text: Text, look: RunLook, placeholder: NumberPlaceholder | undefined): TextRun[] {
  return runsOf(text, placeholder).flatMap(run => docxRun(run, look))
}

function docxRun(run: PlainRun, look: RunLook): TextRun[] {
  const base = { font: docxFont(look.typeface ?? 'body'), size: halfPoints(look.points) }
  switch (run.kind) {
    case 'text': {
      const bold = look.bold === true || run.bold === true
      const underline = run.underline ? { underline: {} } : {}
      return printable(run.text)
        .split('\n')
        .map((line, index) => new TextRun({ ...base, ...underline, bold, text: line, ...(index === 0 ? {} : { break: 1 }) }))
    }
    case 'choice':
      return [
        new TextRun({ ...base, font: BOX_FONT, text: run.checked ? '☑' : '☐' }),
        new TextRun({ ...base, bold: look.bold === true, text: `\u00a0${printable(run.label)}　` }),
      ]
    case 'gap': {
      const shading = { type: ShadingType.CLEAR, fill: 'D9D9D9', color: 'auto' }
      return [new TextRun({ ...base, text: '　'.repeat(run.characters), shading })]
    }
  }
}
