import chineseDays from 'chinese-days'
import { weekdayName, weekdayOf } from '../domain/calendar-date.ts'
import type { WorkingCalendar } from '../domain/clock.ts'
import type { DayArrangement } from '../domain/rule-pack/rule-pack.ts'

/** A day that every yearly holiday order names; the library writes such names as `English,中文,days`. */
const ORDERED_DAY = '10-01'
const FIRST_YEAR = 2025

/** A whole year's order (放假安排) that was taken in from a file. */
export type ImportedYear = { readonly year: number; readonly days: readonly DayArrangement[] }

/**
 * The State Council's working days (放假、调休安排) from the library that ships; a year taken in from a file stands in the place of the
 * library's, whole; the rule pack's own days lie over both. Beyond the last known year only weekends are days off.
 */
export function workingCalendar(
  arrangements: readonly DayArrangement[] = [],
  imported: readonly ImportedYear[] = [],
): WorkingCalendar {
  const own = new Map(arrangements.map(day => [day.date, day]))
  const years = new Map(imported.map(one => [String(one.year), new Map(one.days.map(day => [day.date, day]))]))
  const arrangedOn = (date: string): DayArrangement | null => own.get(date) ?? years.get(date.slice(0, 4))?.get(date) ?? null
  const isWorkingByBase = (date: string): boolean =>
    years.has(date.slice(0, 4)) ? !isWeekend(date) : chineseDays.isWorkday(date)
  const knownYear = lastKnownYear(arrangements, new Set(years.keys()))
  return {
    knownThrough: `${knownYear}-12-31`,
    isWorkingDay: date => arrangedOn(date)?.isWorking ?? isWorkingByBase(date),
    nameOf(date) {
      const arranged = arrangedOn(date)
      if (arranged) return arranged.isWorking ? null : arranged.name
      if (isWorkingByBase(date)) return null
      return (years.has(date.slice(0, 4)) ? null : holidayName(date)) ?? weekendName(date)
    },
  }
}

/** Whether the library that ships knows a year's order. */
export function isShippedYear(year: number): boolean {
  return year <= FIRST_YEAR || holidayName(`${year}-${ORDERED_DAY}`) !== null
}

function lastKnownYear(arrangements: readonly DayArrangement[], imported: ReadonlySet<string>): number {
  let year = FIRST_YEAR
  const isKnown = (candidate: number): boolean =>
    holidayName(`${candidate}-${ORDERED_DAY}`) !== null ||
    imported.has(String(candidate)) ||
    arrangements.some(day => day.date.startsWith(`${candidate}-`))
  while (isKnown(year + 1)) year += 1
  return year
}

/** The holiday's Chinese name, or null on a day that no order names. */
function holidayName(date: string): string | null {
  return chineseDays.getDayDetail(date).name.split(',')[1] ?? null
}

/** Saturdays and Sundays. */
export function isWeekend(date: string): boolean {
  return weekdayOf(date) === 0 || weekdayOf(date) === 6
}

function weekendName(date: string): string {
  return isWeekend(date) ? weekdayName(date) : '休息日'
}
