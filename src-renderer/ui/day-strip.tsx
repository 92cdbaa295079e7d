import { VisuallyHidden } from '@mantine/core'
import type { ClockView } from '../../src-main/contract/common.ts'
import { stripDays } from './day-strip-days.ts'

export type DayStripProps = {
  readonly clock: ClockView
  readonly most?: number
  /** What happened on the first day. Default 收到. */
  readonly startWord?: string
}

/** The clock day by day: counted, paused (hatched), today (filled), to come (outlined), last day (amber). */
export function DayStrip({ clock, most, startWord }: DayStripProps) {
  return (
    <ol className="day-strip" aria-label={`${clock.label} 逐日`}>
      {stripDays(clock.days, most, startWord).map(day => (
        <li key={day.key} data-kind={day.kind}>
          <b aria-hidden>{day.face}</b>
          <span aria-hidden>{day.caption}</span>
          <VisuallyHidden>{day.spoken}</VisuallyHidden>
        </li>
      ))}
    </ol>
  )
}
