import { dayOfInstant } from '../domain/calendar-date.ts'

const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The calendar day `YYYY-MM-DD` in Asia/Shanghai of an instant. */
export function shanghaiDay(instant: Date): string {
  return dayOfInstant(instant.toISOString())
}

/** The time `HH:MM` in Asia/Shanghai of an instant. */
export function shanghaiTime(instant: Date): string {
  return TIME.format(instant)
}
