import chineseDays from 'chinese-days'
import { weekdayName, weekdayOf } from '../domain/calendar-date.ts'
import type { WorkingCalendar } from '../domain/clock.ts'
import type { DayArrangement } from '../domain/rule-pack.ts'

/** A day that every yearly holiday order names; the library writes such names as `English,中文,days`. */
const ORDERED_DAY = '10-01'
const FIRST_YEAR = 2025

/**
 * The State Council's working days (放假、调休安排) from the library that ships, with the rule pack's own days over them: an order that
 * comes out after the release is entered there. Beyond the last known year only weekends are days off.
 */
export function workingCalendar(arrangements: readonly DayArrangement[] = []): WorkingCalendar {
  const own = new Map(arrangements.map(day => [day.date, day]))
  const knownYear = lastKnownYear(arrangements)
  return {
    knownThrough: `${knownYear}-12-31`,
    isWorkingDay: date => own.get(date)?.isWorking ?? chineseDays.isWorkday(date),
    nameOf(date) {
      const arranged = own.get(date)
      if (arranged) return arranged.isWorking ? null : arranged.name
      if (chineseDays.isWorkday(date)) return null
      return holidayName(date) ?? weekendName(date)
    },
  }
}

function lastKnownYear(arrangements: readonly DayArrangement[]): number {
  let year = FIRST_YEAR
  const isKnown = (candidate: number): boolean =>
    holidayName(`${candidate}-${ORDERED_DAY}`) !== null || arrangements.some(day => day.date.startsWith(`${candidate}-`))
  while (isKnown(year + 1)) year += 1
  return year
}

/** The holiday's Chinese name, or null on a day that no order names. */
function holidayName(date: string): string | null {
  return chineseDays.getDayDetail(date).name.split(',')[1] ?? null
}

function weekendName(date: string): string {
  const isWeekend = weekdayOf(date) === 0 || weekdayOf(date) === 6
  return isWeekend ? weekdayName(date) : '休息日'
}
