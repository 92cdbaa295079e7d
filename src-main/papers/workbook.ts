import type { Borders, Font, Workbook, Worksheet } from 'exceljs'
import type { Origin } from './model.ts'
import { printable } from './paper-text.ts'

export const FONT: Partial<Font> = { name: '宋体', size: 11 }
const HAIR = { style: 'thin', color: { argb: 'FF000000' } } as const
export const RULES: Partial<Borders> = { top: HAIR, left: HAIR, bottom: HAIR, right: HAIR }

/** Opens an empty workbook that names its maker and the time it was made; nothing in it depends on the clock. */
export async function startWorkbook(origin: Origin): Promise<Workbook> {
  // The XLSX library is large and seldom needed: it is read when the first workbook is asked for, not when the app starts.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = printable(origin.maker)
  workbook.lastModifiedBy = printable(origin.maker)
  workbook.created = new Date(origin.madeAt)
  workbook.modified = new Date(origin.madeAt)
  return workbook
}

type PrintSetUp = { readonly landscape: boolean; readonly headRow: number; readonly foot: string }

/** Sets a sheet to A4, one sheet wide, its head row on every sheet, the foot text and “第 n 页 共 m 页” below. */
export function setUpForPrint(sheet: Worksheet, setUp: PrintSetUp): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: setUp.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${setUp.headRow}:${setUp.headRow}`,
    margins: { left: 0.7, right: 0.7, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
  }
  // An ampersand starts a code in a sheet's foot; doubled it stands for itself.
  sheet.headerFooter.oddFooter = `&L${printable(setUp.foot).replaceAll('&', '&&')}&R第 &P 页 共 &N 页`
  sheet.views = [{ state: 'frozen', ySplit: setUp.headRow }]
}

/** The workbook as the bytes of an XLSX file. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Names for sheets, in order: without the signs a workbook refuses, at most 31 long, none twice. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map(name => {
    const clean =
      printable(name)
        .replaceAll(/[\\/*?:[\]\n\t]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || '表'
    let unique = clean
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${clean.slice(0, 27)}（${count}）`
    taken.add(unique.toLowerCase())
    return unique
  })
}
