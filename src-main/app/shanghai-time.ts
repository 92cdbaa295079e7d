import { dayOfInstant } from '../domain/calendar-date.ts'

/** The calendar day `YYYY-MM-DD` in Asia/Shanghai of an instant. */
export function shanghaiDay(instant: Date): string {
  return dayOfInstant(instant.toISOString())
}
