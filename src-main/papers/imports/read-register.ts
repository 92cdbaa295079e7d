import type { CellValue, Workbook, Worksheet } from 'exceljs'
import { unzipSync } from 'fflate'
import type { Merge, RegisterCell, RegisterRow, RegisterSheet } from '../../domain/imports/cell.ts'
import { splitCsv } from '../../domain/imports/csv.ts'

/** A register's file (台账文件) read, or the sentence that says why it cannot be and what to do. */
export type RegisterFile =
  | { readonly ok: true; readonly sheets: readonly RegisterSheet[] }
  | { readonly ok: false; readonly message: string }

export const LARGEST_REGISTER_BYTES = 30 * 1024 * 1024
const LARGEST_UNPACKED_BYTES = 400 * 1024 * 1024
/** Entries of one file: the office's registers run by years. */
export const MOST_REGISTER_ROWS = 20_000
const MOST_COLUMNS = 100
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const
/** The compound file that holds an old workbook (.xls), or an encrypted new one. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0] as const

/**
 * Reads the workbook (.xlsx) or table of values (.csv, UTF-8 or GBK) of an old register: every sheet that holds anything, formulas by their
 * values, dates as days. What it is, its content says, not its name. @returns a sentence for a file that is broken, locked, of an old kind,
 * empty or too large.
 */
export async function readRegister(name: string, content: Uint8Array): Promise<RegisterFile> {
  if (content.length === 0) return no(`文件“${name}”是空的`)
  if (content.length > LARGEST_REGISTER_BYTES) return no(`文件“${name}”超过 30 MB，请删去图片或分年另存后再导入`)
  if (beginsWith(content, COMPOUND)) return no(compoundSentence(name, content))
  if (beginsWith(content, ZIP)) return readWorkbook(name, content)
  if (!/\.(csv|txt)$/i.test(name))
    return no(`文件“${name}”不是 Excel 工作簿，请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”`)
  return readValues(name, content)
}

/** The workbook itself, for a copy that keeps its looks. @throws when it cannot be opened: ask `readRegister` first. */
export async function openWorkbook(content: Uint8Array): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer)
  return workbook
}

function compoundSentence(name: string, content: Uint8Array): string {
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(content.buffer, content.byteOffset, content.length).includes(locked)
    ? `文件“${name}”有打开密码，请在 Excel 或 WPS 里取消密码、另存后再导入`
    : `文件“${name}”是旧格式（.xls），请用 Excel 或 WPS 打开，“另存为”选“Excel 工作簿（*.xlsx）”，再导入另存的文件`
}

async function readWorkbook(name: string, content: Uint8Array): Promise<RegisterFile> {
  const broken = no(`文件“${name}”已损坏或不是 Excel 工作簿，请在 Excel 或 WPS 里打开检查后另存`)
  try {
    let unpacked = 0
    let hasBook = false
    // Only the directory is read: a small file could unpack to more than the memory holds.
    unzipSync(content, {
      filter: entry => {
        unpacked += entry.originalSize
        if (entry.name === 'xl/workbook.xml') hasBook = true
        return false
      },
    })
    if (!hasBook) return broken
    if (unpacked > LARGEST_UNPACKED_BYTES) return no(`文件“${name}”展开后过大，请删去空白格式和图片或分年另存后再导入`)
    const workbook = await openWorkbook(content)
    return gathered(name, workbook.worksheets.map(sheetOf))
  } catch {
    return broken
  }
}

function readValues(name: string, content: Uint8Array): RegisterFile {
  const text = decoded(content)
  if (text === null || text.includes('\u0000'))
    return no(`文件“${name}”不是文本，请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”`)
  const rows = splitCsv(text).map((fields, index) => ({
    number: index + 1,
    cells: fields.slice(0, MOST_COLUMNS).map(field => (field.trim() === '' ? null : field)),
    isHidden: false,
  }))
  return gathered(name, [finished({ name: name.replace(/\.\w+$/, ''), isHidden: false, rows, merges: [] })])
}

/** UTF-8 where it is that, else GBK as Excel writes a CSV in China; null when it is neither. */
function decoded(content: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gbk']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content)
    } catch {}
  }
  return null
}

function gathered(name: string, sheets: readonly RegisterSheet[]): RegisterFile {
  const filled = sheets.filter(sheet => sheet.rows.length > 0)
  if (filled.length === 0) return no(`文件“${name}”里没有内容`)
  return { ok: true, sheets: filled }
}

function sheetOf(sheet: Worksheet): RegisterSheet {
  const merges = mergesOf(sheet)
  const covered = new Map<string, Merge>()
  for (const merge of merges)
    for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + MOST_REGISTER_ROWS); row += 1)
      for (let column = merge.left; column <= Math.min(merge.right, MOST_COLUMNS); column += 1)
        covered.set(`${row} ${column}`, merge)
  const rows: RegisterRow[] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: RegisterCell[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MOST_COLUMNS) return
      const merge = covered.get(`${number} ${column - 1}`)
      // Merged sideways, a value belongs to the first column; a date merged downwards holds for every row.
      if (merge && column - 1 !== merge.left) return
      const value = cellOf(merge && number !== merge.top ? sheet.getCell(merge.top, merge.left + 1).value : cell.value)
      if (value === null) return
      while (cells.length < column) cells.push(null)
      cells[column - 1] = value
    })
    rows.push({ number, cells, isHidden: row.hidden === true })
  })
  return finished({ name: sheet.name, isHidden: sheet.state !== 'visible', rows, merges })
}

function finished(sheet: Omit<RegisterSheet, 'width'>): RegisterSheet {
  const rows = sheet.rows.filter(row => row.cells.some(cell => cell !== null))
  return { ...sheet, rows, width: rows.reduce((most, row) => Math.max(most, row.cells.length), 0) }
}

function mergesOf(sheet: Worksheet): readonly Merge[] {
  return (sheet.model.merges ?? []).flatMap(range => {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range)
    if (!match) return []
    return [{ top: Number(match[2]), left: columnOf(match[1] ?? ''), bottom: Number(match[4]), right: columnOf(match[3] ?? '') }]
  })
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellOf(value: CellValue): RegisterCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return dayOf(value)
  if ('richText' in value) return cellOf(value.richText.map(part => part.text).join(''))
  if ('hyperlink' in value) return cellOf(typeof value.text === 'string' ? value.text : (value.text as CellValue))
  if ('error' in value) return { fault: value.error }
  if ('formula' in value || 'sharedFormula' in value) return cellOf((value.result ?? null) as CellValue)
  return null
}

/** A date cell; the library gives the shown day and time as if they were UTC. A time alone stands on Excel's day naught. */
function dayOf(date: Date): RegisterCell {
  if (Number.isNaN(date.getTime())) return { fault: '#VALUE!' }
  const iso = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString()
  const time = iso.slice(11, 16)
  if (date.getTime() < Date.UTC(1900, 0, 1)) return time
  return { day: iso.slice(0, 10), time: time === '00:00' ? null : time }
}

function beginsWith(content: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => content[index] === byte)
}

function no(message: string): RegisterFile {
  return { ok: false, message }
}
