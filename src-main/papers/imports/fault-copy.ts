import { printable } from '../paper-text.ts'
import { FONT, workbookBytes } from '../workbook.ts'
import { openWorkbook } from './read-register.ts'

/** Where the person finds what is to be mended. */
export const FAULT_HEAD = '错误'
const FAULT_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDECEA' } } as const
const FAULT_WIDTH = 48

/** What is wrong with one row of a sheet; columns count from 0. */
export type RowFaults = { readonly row: number; readonly columns: readonly number[]; readonly text: string }

/**
 * A copy of the person's own workbook with the faults of each row in a last column 错误, the faulty cells tinted; everything else stays as
 * it was. A table of values (CSV) becomes a workbook, its rows given as `values`. Returns the bytes of an XLSX file.
 */
export async function faultCopy(
  source: { readonly content: Uint8Array; readonly values: readonly (readonly string[])[] | null },
  place: { readonly sheet: string; readonly headerRow: number; readonly width: number },
  faults: readonly RowFaults[],
): Promise<Uint8Array> {
  const workbook = source.values === null ? await openWorkbook(source.content) : await workbookOf(place.sheet, source.values)
  const sheet = workbook.getWorksheet(place.sheet)
  if (!sheet) throw new Error(`The workbook has no sheet ${place.sheet}`)
  // A copy that was mended and comes back has the column already.
  const heads = sheet.getRow(place.headerRow)
  const column = heads.getCell(place.width).text === FAULT_HEAD ? place.width : place.width + 1
  sheet.getColumn(column).width = FAULT_WIDTH
  if (column === place.width)
    sheet.getColumn(column).eachCell((cell, row) => {
      if (row > place.headerRow) cell.value = null
    })
  const head = heads.getCell(column)
  head.value = FAULT_HEAD
  head.font = { ...FONT, bold: true }
  for (const fault of faults) {
    const row = sheet.getRow(fault.row)
    const cell = row.getCell(column)
    cell.value = printable(fault.text)
    cell.alignment = { wrapText: true, vertical: 'top' }
    for (const wrong of [...fault.columns.map(one => one + 1), column]) {
      const tinted = row.getCell(wrong)
      // Cells share their style until one is given its own.
      tinted.style = { ...tinted.style, fill: FAULT_FILL }
    }
  }
  return workbookBytes(workbook)
}

async function workbookOf(name: string, values: readonly (readonly string[])[]) {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(name)
  for (const row of values) sheet.addRow(row.map(printable))
  return workbook
}
