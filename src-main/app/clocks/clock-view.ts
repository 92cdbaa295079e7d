import type { ClockView } from '../../contract/common.ts'
import { computeDeadline, type Pause } from '../../domain/clock.ts'
import type { TimeLimitId } from '../../domain/rule-pack.ts'
import type { QueryContext } from '../context.ts'

/** The day that starts a clock, the day on which the thing was done (null while open), and when it stood still. */
export type ClockFacts = { readonly startedOn: string; readonly doneOn?: string | null; readonly pauses?: readonly Pause[] }

/**
 * A statutory clock (期限) of the pack in force, as the contract carries it. Null when the pack has no such limit, or has it turned off.
 */
export function clockView(
  ctx: Pick<QueryContext, 'pack' | 'calendar' | 'today'>,
  id: TimeLimitId,
  facts: ClockFacts,
): ClockView | null {
  const limit = ctx.pack.time.limits.find(one => one.id === id)
  if (!limit?.active) return null
  const deadline = computeDeadline({
    start: facts.startedOn,
    limit,
    rules: ctx.pack.time,
    pauses: facts.pauses ?? [],
    calendar: ctx.calendar,
    today: ctx.today,
    doneOn: facts.doneOn ?? null,
  })
  return { ...deadline, days: [...deadline.days], steps: [...deadline.steps] }
}
