import type { Cell, Workbook, Worksheet } from 'exceljs'
import { originFoot } from './forms/origin-foot.ts'
import type { ReportSection, ReportSheetFacts } from './forms/report-sheet.ts'
import { chineseDate, shanghaiTime } from './paper-date.ts'
import { printable } from './paper-text.ts'
import type { ReportFigure } from './report-figure.ts'
import { FONT, RULES, setUpForPrint, sheetNames, startWorkbook, workbookBytes } from './workbook.ts'

const HEAD_ROW = 3

/**
 * Makes the workbook of a report (统计报表): one sheet for each section, figures as numbers, then a sheet 说明 with unit,
 * period, notes, signers, pack version, time and maker. Returns the bytes of an XLSX file.
 */
export async function reportWorkbook(facts: ReportSheetFacts): Promise<Uint8Array> {
  const workbook = await startWorkbook(facts.origin)
  // 说明 is named first, so that a section of that name gives way to it.
  const [notesName = '说明', ...names] = sheetNames(['说明', ...facts.sections.map(section => section.heading)])
  for (const [index, section] of facts.sections.entries()) addSection(workbook, names[index] ?? String(index + 1), section, facts)
  addNotes(workbook, notesName, facts)
  return workbookBytes(workbook)
}

function addSection(workbook: Workbook, name: string, section: ReportSection, facts: ReportSheetFacts): void {
  const sheet = workbook.addWorksheet(name)
  const width = section.columns.length + 2
  sheet.columns = [{ width: 6 }, { width: 44 }, ...section.columns.map(() => ({ width: 16 }))]
  banner(sheet, 1, width, `${facts.title}　${section.heading}`, 14)
  banner(sheet, 2, width, `填报单位：${facts.unit}　　${facts.period}`, 11)
  for (const [index, heading] of ['序号', '指标', ...section.columns].entries()) {
    const cell = sheet.getCell(HEAD_ROW, index + 1)
    text(cell, heading)
    cell.font = { ...FONT, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  }
  for (const [index, row] of section.rows.entries()) {
    const at = HEAD_ROW + 1 + index
    const number = sheet.getCell(at, 1)
    text(number, '')
    number.value = index + 1
    number.numFmt = '0'
    const label = sheet.getCell(at, 2)
    text(label, row.label)
    label.alignment = { indent: row.depth, vertical: 'middle', wrapText: true }
    for (const [column, one] of row.figures.entries()) figure(sheet.getCell(at, column + 3), one)
    if (row.bold) sheet.getRow(at).font = { ...FONT, bold: true }
  }
  setUpForPrint(sheet, { landscape: section.columns.length > 5, headRow: HEAD_ROW, foot: originFoot(facts.origin) })
}

function addNotes(workbook: Workbook, name: string, facts: ReportSheetFacts): void {
  const sheet = workbook.addWorksheet(name)
  sheet.columns = [{ width: 16 }, { width: 80 }]
  const lines: readonly (readonly [string, string])[] = [
    ['报表', facts.title],
    ['编号', facts.number ?? ''],
    ['填报单位', facts.unit],
    ['所属期间', facts.period],
    ['单位负责人', facts.responsible ?? ''],
    ['审核人', facts.checkedBy ?? ''],
    ['填报人', facts.filledBy ?? ''],
    ['报出日期', facts.reportedOn === null ? '' : chineseDate(facts.reportedOn)],
    ['规则包', facts.origin.packVersion],
    ['制表时间', shanghaiTime(facts.origin.madeAt)],
    ['制表人', facts.origin.maker],
    ...facts.notes.map((note, index) => [`口径 ${index + 1}`, note] as const),
  ]
  for (const [index, [label, value]] of lines.entries()) {
    text(sheet.getCell(index + 1, 1), label)
    text(sheet.getCell(index + 1, 2), value)
  }
}

function banner(sheet: Worksheet, row: number, width: number, words: string, points: number): void {
  sheet.mergeCells(row, 1, row, width)
  const cell = sheet.getCell(row, 1)
  cell.value = printable(words)
  cell.font = { ...FONT, size: points, bold: points > 11 }
}

function text(cell: Cell, words: string): void {
  cell.value = printable(words)
  cell.numFmt = '@'
  cell.font = FONT
  cell.border = RULES
  cell.alignment = { vertical: 'middle', wrapText: true }
}

/** A figure as a number; one that was not collected stays empty, which no sum counts as zero. */
function figure(cell: Cell, one: ReportFigure): void {
  cell.font = FONT
  cell.border = RULES
  cell.alignment = { horizontal: 'right', vertical: 'middle' }
  switch (one.kind) {
    case 'count':
      cell.numFmt = '0'
      cell.value = one.value
      return
    case 'money':
      cell.numFmt = '#,##0.00'
      cell.value = one.fen === null ? null : one.fen / 100
      return
    case 'percent':
      cell.numFmt = '0.00%'
      cell.value = one.value === null ? null : one.value / 100
      return
    case 'text':
      cell.numFmt = '@'
      cell.value = printable(one.text)
  }
}
