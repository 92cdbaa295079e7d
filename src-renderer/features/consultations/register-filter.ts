import { addDays } from '../../../src-main/domain/calendar-date.ts'

/** What the register (咨询登记簿) is narrowed to; null is no limit. */
export type Filter = {
  readonly from: string | null
  readonly to: string | null
  readonly channel: string | null
  readonly consultantId: string | null
  readonly matterType: string | null
  readonly outcome: string | null
  readonly toldOfRight: boolean | null
  readonly words: string
}
export type Range = Pick<Filter, 'from' | 'to'>

export const UNFILTERED: Filter = {
  from: null,
  to: null,
  channel: null,
  consultantId: null,
  matterType: null,
  outcome: null,
  toldOfRight: null,
  words: '',
}

/** One day, `YYYY-MM-DD`. */
export function dayRange(day: string): Range {
  return { from: day, to: day }
}

/** The whole month of a day, or so many months later. */
export function monthRange(day: string, later: number): Range {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + later, 1))
  const last = new Date(Date.UTC(year, month + later, 0))
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) }
}

/** The choices beside the two days, with the keys D, M and L. */
export const QUICK_RANGES: readonly { readonly key: string; readonly label: string; readonly range: (today: string) => Range }[] =
  [
    { key: 'day', label: '今天', range: dayRange },
    { key: 'month', label: '本月', range: today => monthRange(today, 0) },
    { key: 'last-month', label: '上月', range: today => monthRange(today, -1) },
  ]

export function isSameRange(left: Range, right: Range): boolean {
  return left.from === right.from && left.to === right.to
}

function isDay(range: Range): range is { from: string; to: string } {
  return range.from !== null && range.from === range.to
}

function isMonth(range: Range): range is { from: string; to: string } {
  return range.from !== null && isSameRange(range, monthRange(range.from, 0))
}

/** Whether a range is one day or one whole month, which have one before and one after. */
export function mayShift(range: Range): boolean {
  return isDay(range) || isMonth(range)
}

/** The day or the month before or after; any other range stays. */
export function shiftRange(range: Range, by: 1 | -1): Range {
  if (isDay(range)) return dayRange(addDays(range.from, by))
  if (isMonth(range)) return monthRange(range.from, by)
  return { from: range.from, to: range.to }
}
