import type { Align, Block, ListColumn, ListRow, NoWording, Origin, PaperDefinition } from '../model.ts'
import { LANDSCAPE, PORTRAIT, textWidthMm } from '../model.ts'
import { chineseDate } from '../paper-date.ts'
import type { ReportFigure } from '../report-figure.ts'
import { figureText } from '../report-figure.ts'
import { originFoot } from './origin-foot.ts'

/** A row of a report: its name, how deep it stands under the row above (其中), and a figure for each column. */
export type ReportRow = {
  readonly label: string
  readonly depth: number
  readonly figures: readonly ReportFigure[]
  readonly bold?: boolean
}

/** A section (部分) of a report: a heading, the headings of its figure columns, its rows. */
export type ReportSection = { readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly ReportRow[] }

export type ReportSheetFacts = {
  readonly title: string
  readonly number: string | null
  readonly unit: string
  readonly period: string
  readonly sections: readonly ReportSection[]
  /** Notes on how figures were counted (统计口径). */
  readonly notes: readonly string[]
  readonly responsible: string | null
  readonly checkedBy: string | null
  readonly filledBy: string | null
  readonly reportedOn: string | null
  readonly origin: Origin
}

export const reportSheet: PaperDefinition<ReportSheetFacts, NoWording> = {
  id: 'report-sheet',
  title: '统计报表',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => reportBlocks(facts, textWidthMm(PORTRAIT)),
}

/** The same report on a sheet that lies on its side, for sections with many columns. */
export const reportSheetWide: PaperDefinition<ReportSheetFacts, NoWording> = {
  ...reportSheet,
  id: 'report-sheet-wide',
  page: LANDSCAPE,
  build: facts => reportBlocks(facts, textWidthMm(LANDSCAPE)),
}

function reportBlocks(facts: ReportSheetFacts, widthMm: number): readonly Block[] {
  return [
    { kind: 'title', text: facts.title, under: facts.period },
    ...(facts.number === null ? [] : [{ kind: 'number', label: '', number: facts.number } as const]),
    { kind: 'paragraph', text: `填报单位：${facts.unit}`, indent: false, points: 12, withNext: true },
    ...facts.sections.flatMap(section => sectionBlocks(section, widthMm)),
    ...(facts.notes.length === 0
      ? []
      : [{ kind: 'notes', notes: facts.notes.map((note, index) => `${index + 1}. ${note}`) } as const]),
    {
      kind: 'signatures',
      signers: [
        { label: '单位负责人', name: facts.responsible },
        { label: '审核人', name: facts.checkedBy },
        { label: '填报人', name: facts.filledBy },
        { label: '报出日期', name: facts.reportedOn === null ? null : chineseDate(facts.reportedOn) },
      ],
    },
  ]
}

function sectionBlocks(section: ReportSection, widthMm: number): readonly Block[] {
  const most = (widthMm * 0.62) / Math.max(1, section.columns.length)
  const figureMm = Math.round(Math.min(32, most) * 10) / 10
  const numberMm = 11
  const labelMm = widthMm - numberMm - figureMm * section.columns.length
  const columns: readonly ListColumn[] = [
    { heading: '序号', widthMm: numberMm, align: 'center' },
    { heading: '指标', widthMm: labelMm },
    ...section.columns.map(heading => ({ heading, widthMm: figureMm, align: 'right' as Align })),
  ]
  return [
    {
      kind: 'paragraph',
      text: section.heading,
      indent: false,
      points: 14,
      bold: true,
      typeface: 'title',
      beforeMm: 4,
      withNext: true,
    },
    {
      kind: 'list',
      columns,
      points: figureMm < 18 ? 9 : 10.5,
      rowMm: 7.5,
      rows: section.rows.map((row, index) => reportRow(row, index)),
    },
  ]
}

function reportRow(row: ReportRow, index: number): ListRow {
  const name = `${'　'.repeat(row.depth)}${row.label}`
  return { cells: [String(index + 1), name, ...row.figures.map(figureText)], bold: row.bold === true }
}
