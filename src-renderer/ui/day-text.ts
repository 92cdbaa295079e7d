const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`, or null when the text is not a day of the calendar. */
export function dayNumber(day: string): number | null {
  const parts = DAY.exec(day)
  if (!parts) return null
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return new Date(time).toISOString().slice(0, 10) === day ? time / MS_PER_DAY : null
}

/** 周一 … 周日 of a calendar day; empty for a text that is not a day. */
export function weekday(day: string): string {
  const number = dayNumber(day)
  return number === null ? '' : `周${WEEKDAYS[(((number + 4) % 7) + 7) % 7]}`
}

/** `11-20` of `2026-11-20`, for tables where the year is plain. */
export function monthDay(day: string): string {
  return day.slice(5, 10)
}

/** `2026年11月20日`, for sentences and heads. */
export function longDay(day: string): string {
  const parts = DAY.exec(day)
  return parts ? `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日` : day
}

/** `11月20日`, for heads where the year is plain. */
export function longMonthDay(day: string): string {
  const parts = DAY.exec(day)
  return parts ? `${Number(parts[2])}月${Number(parts[3])}日` : day
}

const SHANGHAI_MS = 8 * 3_600_000

/** The Asia/Shanghai calendar day of a UTC instant (ISO text). China keeps one zone without summer time. */
export function dayOfInstant(instant: string): string {
  return new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** `14:32` in Asia/Shanghai of a UTC instant; with seconds when asked. */
export function timeOfInstant(instant: string, withSeconds = false): string {
  return new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(11, withSeconds ? 19 : 16)
}

/** A UTC instant beside today's rows: `09:15` on the same day, `昨天 09:15`, `11-19 16:40` in the same year, else with the year. */
export function shortInstant(instant: string, today: string): string {
  const day = dayOfInstant(instant)
  const time = timeOfInstant(instant)
  if (day === today) return time
  const then = dayNumber(day)
  const now = dayNumber(today)
  if (then !== null && now !== null && now - then === 1) return `昨天 ${time}`
  return day.slice(0, 4) === today.slice(0, 4) ? `${monthDay(day)} ${time}` : `${day} ${time}`
}

/** Today's calendar day in Asia/Shanghai by this machine's clock. Screens prefer the day the core gives. */
export function todayByMachine(): string {
  return dayOfInstant(new Date().toISOString())
}

export type ParsedDay = { readonly ok: true; readonly day: string | null } | { readonly ok: false; readonly message: string }

const HALF_WIDTH = /[０-９]/g

function halfWidth(text: string): string {
  return text.replace(HALF_WIDTH, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/**
 * Reads a typed date: `2026-11-20`, `20261120`, `2026.11.20`, `2026/11/20`, `2026年11月20日`, and without a year `11-20` or `1120`
 * (the year of `today`). Empty text is no date. A wrong date comes back with a sentence that says how to mend it.
 */
export function parseDay(text: string, today: string): ParsedDay {
  const typed = halfWidth(text).trim()
  if (typed === '') return { ok: true, day: null }
  const year = today.slice(0, 4)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? /^()(\d{2})(\d{2})$/.exec(typed)
  const spaced =
    /^(\d{4})\s*[-./年－。．／]\s*(\d{1,2})\s*[-./月－。．／]\s*(\d{1,2})\s*日?$/.exec(typed) ??
    /^()(\d{1,2})\s*[-./月－。．／]\s*(\d{1,2})\s*日?$/.exec(typed)
  const parts = compact ?? spaced
  if (!parts) return { ok: false, message: '日期写成 年-月-日，如 2026-11-20' }
  const [, typedYear, month = '', date = ''] = parts
  const day = `${typedYear || year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (dayNumber(day) === null) {
    const monthNumber = Number(month)
    return {
      ok: false,
      message: monthNumber < 1 || monthNumber > 12 ? '月份应为 1 到 12' : `${monthNumber} 月没有 ${Number(date)} 日`,
    }
  }
  return { ok: true, day }
}

/** Why a day may not stand, or null. Limits are inclusive calendar days; `label` names the field in the sentence. */
export function dayOutside(day: string, limits: { readonly earliest?: string; readonly latest?: string }): string | null {
  if (limits.earliest && day < limits.earliest) return `不能早于 ${limits.earliest}`
  if (limits.latest && day > limits.latest) return `不能晚于 ${limits.latest}`
  return null
}
