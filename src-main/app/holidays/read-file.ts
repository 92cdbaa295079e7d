import { z } from 'zod'
import { type HolidayFile, type HolidayRow, holidayRows, readHolidays } from '../../domain/holiday-file.ts'
import { readRegister } from '../../papers/imports/read-register.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { isWeekend } from '../working-calendar.ts'

/** A picked holiday file (放假安排文件), read and judged. */
export type PickedHolidays = HolidayFile & { readonly fileName: string; readonly content: Uint8Array }

const LARGEST_BYTES = 2_000_000
const jsonFile = z.array(z.object({ date: z.string(), name: z.string(), isWorking: z.boolean() }))
const NO_HEADINGS = '没有找到“日期、名称、放假或上班”的表头，请用模板填写'

/** Reads a file of one year's days: a workbook, a table of values, or JSON. @throws Refusal VALIDATION when it cannot be read at all. */
export async function readHolidayFile(ctx: Pick<CommandContext, 'files'>, handle: string): Promise<PickedHolidays> {
  const { name, content } = ctx.files.read(handle)
  if (content.length > LARGEST_BYTES) throw invalid(['handle'], `文件“${name}”超过 2 MB，不像放假安排`)
  const rows = /\.json$/i.test(name) ? jsonRows(name, content) : await tableRows(name, content)
  return { ...readHolidays(rows, isWeekend), fileName: name, content }
}

async function tableRows(name: string, content: Uint8Array): Promise<readonly HolidayRow[]> {
  const file = await readRegister(name, content)
  if (!file.ok) throw invalid(['handle'], file.message)
  for (const sheet of file.sheets) {
    const rows = holidayRows(sheet)
    if (rows) return rows
  }
  throw invalid(['handle'], NO_HEADINGS)
}

function jsonRows(name: string, content: Uint8Array): readonly HolidayRow[] {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    throw invalid(['handle'], `文件“${name}”不是合法的 JSON（UTF-8）`)
  }
  const parsed = jsonFile.safeParse(document)
  if (!parsed.success)
    throw invalid(
      ['handle'],
      `文件“${name}”应是一列 { "date", "name", "isWorking" }，第 ${Number(parsed.error.issues[0]?.path[0] ?? 0) + 1} 项不对`,
    )
  return parsed.data.map((day, index) => ({
    row: index + 1,
    date: day.date,
    name: day.name,
    kind: day.isWorking ? '上班' : '放假',
  }))
}
