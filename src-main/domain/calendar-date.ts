/** Calendar days (日历日) as text `YYYY-MM-DD` in Asia/Shanghai. Such text sorts in the order of time. */

const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists: `2026-02-29` and `2026-2-9` are not. */
export function isCalendarDate(text: string): boolean {
  const match = SHAPE.exec(text)
  if (!match) return false
  const [, year, month, day] = match.map(Number)
  return year !== undefined && month !== undefined && day !== undefined && existsInCalendar(year, month, day)
}

/** Whether year, month (1–12) and day (1–31) make a day of the calendar. */
export function existsInCalendar(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day that many days later; earlier when negative. @throws RangeError when `date` is not a day of the calendar. */
export function addDays(date: string, days: number): string {
  return textOf(dayNumberOf(date) + days)
}

/** Days from one day to another: 1 from a day to the next, negative when `to` is earlier. @throws RangeError as `addDays`. */
export function daysBetween(from: string, to: string): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** The same day of a later year; 29 February becomes 1 March where the year has none. @throws RangeError as `addDays`. */
export function addYears(date: string, years: number): string {
  dayNumberOf(date)
  const year = Number(date.slice(0, 4)) + years
  const rest = date.slice(4)
  const moved = rest === '-02-29' && daysInMonth(year, 2) === 28 ? '-03-01' : rest
  return `${String(year).padStart(4, '0')}${moved}`
}

/** Whole years from one day to another: they are complete on the anniversary itself, not the day before. Negative never: 0 at least. */
export function wholeYears(from: string, to: string): number {
  if (to <= from) return 0
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return addYears(from, years) <= to ? years : years - 1
}

/** Age (周岁) in whole years on a day. Null when the person was not born yet. */
export function ageOn(birthDate: string, date: string): number | null {
  return date < birthDate ? null : wholeYears(birthDate, date)
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** 0 Sunday to 6 Saturday. @throws RangeError as `addDays`. */
export function weekdayOf(date: string): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumberOf(date) + 4) % 7) + 7) % 7
}

/** 周一 … 周日. @throws RangeError as `addDays`. */
export function weekdayName(date: string): string {
  return WEEKDAYS[weekdayOf(date)] ?? ''
}

/** `2026年11月20日`. */
export function chineseDay(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

/** Calendar day of a UTC instant in China Standard Time, which has had no summer time since 1991. */
export function dayOfInstant(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The clock time `HH:MM` in Asia/Shanghai of an instant. */
export function timeOfInstant(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
}

/** A reporting period (统计期间): month 1–12, quarter 1–4, or a whole year (index is then ignored). */
export type Period = { readonly kind: 'month' | 'quarter' | 'year'; readonly year: number; readonly index: number }

/** First and last day of a period, both in it, and its name: `2026年11月`, `2026年第四季度`, `2026年度`. @throws RangeError for a month 13. */
export function periodRange(period: Period): { readonly from: string; readonly to: string; readonly label: string } {
  const { kind, year, index } = period
  switch (kind) {
    case 'month':
      return { ...monthsRange(year, index, index), label: `${year}年${index}月` }
    case 'quarter':
      return { ...monthsRange(year, index * 3 - 2, index * 3), label: `${year}年第${'一二三四'[index - 1] ?? index}季度` }
    case 'year':
      return { ...monthsRange(year, 1, 12), label: `${year}年度` }
    default:
      return kind satisfies never
  }
}

function monthsRange(year: number, first: number, last: number): { readonly from: string; readonly to: string } {
  if (first < 1 || last > 12) throw new RangeError(`No such period in ${year}: months ${first} to ${last}`)
  const pad = (number: number): string => String(number).padStart(2, '0')
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${pad(daysInMonth(year, last))}` }
}

// A list of clocks asks for the same few hundred days thousands of times; there are not so many days that keeping them could matter.
const numbersByText = new Map<string, number>()
const textsByNumber = new Map<number, string>()

function dayNumberOf(date: string): number {
  const known = numbersByText.get(date)
  if (known !== undefined) return known
  if (!isCalendarDate(date)) throw new RangeError(`Not a day of the calendar: ${date}`)
  const found = Date.parse(`${date}T00:00:00Z`) / DAY_MS
  numbersByText.set(date, found)
  return found
}

function textOf(dayNumber: number): string {
  const known = textsByNumber.get(dayNumber)
  if (known !== undefined) return known
  const found = new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)
  textsByNumber.set(dayNumber, found)
  return found
}
