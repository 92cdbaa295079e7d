import { VisuallyHidden } from '@mantine/core'
import type { ClockView } from '../../src-main/contract/common.ts'
import { stripDays } from './day-strip-days.ts'

/** The clock day by day: counted, paused (hatched), today (filled), to come (outlined), last day (amber). */
export function DayStrip({ clock, most }: { readonly clock: ClockView; readonly most?: number }) {
  return (
    <ol className="day-strip" aria-label={`${clock.label} 逐日`}>
      {stripDays(clock.days, most).map(day => (
        <li key={day.key} data-kind={day.kind}>
          <b aria-hidden>{day.face}</b>
          <span aria-hidden>{day.caption}</span>
          <VisuallyHidden>{day.spoken}</VisuallyHidden>
        </li>
      ))}
    </ol>
  )
}
