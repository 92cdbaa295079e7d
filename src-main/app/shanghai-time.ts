import { dayOfInstant } from '../domain/calendar-date.ts'

/** The calendar day `YYYY-MM-DD` in Asia/Shanghai of an instant. */
export function shanghaiDay(instant: Date): string {
  return dayOfInstant(instant.toISOString())
}

/** The time of day `HH:MM` in Asia/Shanghai of an instant. */
export function shanghaiTimeOfDay(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_AHEAD_MS).toISOString().slice(11, 16)
}

const SHANGHAI_AHEAD_MS = 8 * 60 * 60 * 1000
