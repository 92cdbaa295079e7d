import { cellText, type RegisterSheet, tightText } from './imports/cell.ts'
import type { DayArrangement } from './rule-pack/rule-pack.ts'

/** A fault of a holiday file (放假安排文件), at its row and column as the file shows them. */
export type HolidayProblem = { readonly row: number; readonly column: string; readonly message: string }

/** A holiday file read: one whole year of days off (放假) and of weekend days that are worked (调休上班). */
export type HolidayFile = {
  readonly year: number | null
  readonly days: readonly DayArrangement[]
  readonly problems: readonly HolidayProblem[]
}

/** A row of the file before it is judged: what stands in its three columns. */
export type HolidayRow = { readonly row: number; readonly date: string; readonly name: string; readonly kind: string }

/** The first row of the template: 日期, 名称, 放假或上班. */
export const HOLIDAY_HEADINGS = ['日期', '名称', '放假或上班'] as const
/** A day that the order of every year names (国庆节): a file without it is not a whole year. */
const ORDERED_DAY = '10-01'
const KINDS: Readonly<Record<string, boolean>> = { 放假: false, 休: false, 休息: false, 上班: true, 班: true, 调休上班: true }

/** The rows of a sheet under its headings. @returns null when no row holds the three headings. */
export function holidayRows(sheet: RegisterSheet): readonly HolidayRow[] | null {
  const head = sheet.rows.findIndex(row => {
    const texts = row.cells.map(tightText)
    return texts.includes('日期') && texts.some(text => text.includes('上班'))
  })
  const headings = sheet.rows[head]?.cells.map(tightText)
  if (!headings) return null
  const columns = {
    date: headings.indexOf('日期'),
    name: headings.findIndex(text => /名称|节日/.test(text)),
    kind: headings.findIndex(text => text.includes('上班')),
  }
  return sheet.rows.slice(head + 1).map(row => ({
    row: row.number,
    date: cellText(row.cells[columns.date]),
    name: cellText(row.cells[columns.name]),
    kind: tightText(row.cells[columns.kind]),
  }))
}

/**
 * Judges the rows of a holiday file. The file must hold one whole year: what it does not name follows the week. Days come out in order.
 * `isWeekend` tells Saturdays and Sundays.
 */
export function readHolidays(rows: readonly HolidayRow[], isWeekend: (day: string) => boolean): HolidayFile {
  const problems: HolidayProblem[] = []
  const found = new Map<string, DayArrangement>()
  let year: number | null = null
  for (const row of rows) {
    const wrong = (column: string, message: string) => problems.push({ row: row.row, column, message })
    const date = dayOf(row.date)
    if (date === null) {
      wrong('日期', `“${row.date}”不是存在的日期，应写成 2027-01-01`)
      continue
    }
    year ??= Number(date.slice(0, 4))
    const isWorking = KINDS[row.kind]
    if (Number(date.slice(0, 4)) !== year) wrong('日期', `${date} 不在 ${year} 年，一个文件只放一个年度`)
    else if (found.has(date)) wrong('日期', `${date} 写了两次`)
    else if (isWorking === undefined) wrong('放假或上班', `“${row.kind}”不认识，应写“放假”或者“上班”`)
    else if (isWorking && !isWeekend(date)) wrong('放假或上班', `${date} 本来就是工作日，不用写“上班”`)
    else if (row.name === '') wrong('名称', `${date} 没有写节日名称`)
    else found.set(date, { date, name: row.name, isWorking })
  }
  const days = [...found.values()].sort((left, right) => (left.date < right.date ? -1 : 1))
  if (rows.length === 0) problems.push({ row: 1, column: '', message: '文件里没有一天' })
  else if (year !== null && problems.length === 0 && found.get(`${year}-${ORDERED_DAY}`)?.isWorking !== false)
    problems.push({ row: 1, column: '', message: `缺少 ${year} 年国庆节，一个文件要放完整的一年` })
  return { year, days, problems }
}

/** A day written as 2027-1-1, 2027/1/1, 2027.1.1 or 2027年1月1日, as `YYYY-MM-DD`; null when it is no day of the calendar. */
function dayOf(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim())
  if (!parts) return null
  const date = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
  const instant = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date ? null : date
}

/** From this day of the year on (月-日), the holidays of the next year are waited for. */
const WARNED_FROM = '12-01'

/**
 * What is missing (放假安排缺失): this year's order, or, from the first of December, the next year's. Null while nothing is.
 * `knownThrough` is the last day that an order covers.
 */
export function missingHolidays(today: string, knownThrough: string): string | null {
  const year = Number(today.slice(0, 4))
  if (knownThrough < `${year}-12-31`) return `没有 ${year} 年的放假安排，期限只按周末推算，请导入`
  if (today.slice(5) >= WARNED_FROM && knownThrough < `${year + 1}-12-31`)
    return `还没有 ${year + 1} 年的放假安排，跨年的期限只按周末推算，国务院公布后请导入`
  return null
}
