import { daysBetween } from './calendar-date.ts'
import { type Basis, clauseOf } from './rule-basis.ts'

/** A local moment (Asia/Shanghai): a calendar day and `HH:MM`. */
export type LocalMoment = { readonly day: string; readonly time: string }

/** The pack's hours within which the application of a person in custody is passed on (转交被羁押人的申请). */
export const CUSTODY_LIMIT = 'custody-forward'

/** How long the hand-over of a detained person's application (转交被羁押人的申请) took. */
export type HandOverResult = {
  readonly minutes: number
  readonly limitHours: number
  readonly lateMinutes: number
  readonly isLate: boolean
  readonly clause: string
}

/** Whole minutes from one local moment to another; negative when the second is earlier. Shanghai has no daylight saving time. */
export function minutesBetween(from: LocalMoment, to: LocalMoment): number {
  return daysBetween(from.day, to.day) * DAY_MINUTES + minuteOfDay(to.time) - minuteOfDay(from.time)
}

/** Holds the hand-over against the hours of the pack (法律援助法 39): the last minute of the limit is still in time. */
export function handOverOf(
  handed: LocalMoment,
  received: LocalMoment,
  limit: { readonly hours: number; readonly basis: Basis },
): HandOverResult {
  const minutes = minutesBetween(handed, received)
  const lateMinutes = Math.max(0, minutes - limit.hours * HOUR_MINUTES)
  return { minutes, limitHours: limit.hours, lateMinutes, isLate: lateMinutes > 0, clause: clauseOf(limit.basis) }
}

/** 25 小时 5 分, 40 分, 24 小时. */
export function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / HOUR_MINUTES)
  const rest = minutes % HOUR_MINUTES
  return [hours === 0 ? '' : `${hours} 小时`, rest === 0 && hours > 0 ? '' : `${rest} 分`].filter(Boolean).join(' ')
}

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * HOUR_MINUTES + Number(time.slice(3, 5))
}
