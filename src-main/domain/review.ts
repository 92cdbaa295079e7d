import { daysBetween } from './calendar-date.ts'
import { computeDeadline, type DeadlineQuestion, type Pause } from './clock.ts'

/** The step of the review at which a decision's clock lapsed: the clerk's opinion (审查) or the director's decision (决定). */
export type ReviewStep = 'review' | 'decision'

/** The stretches of a review that do not count, from notices of missing material (补正) and co-operation letters (异地协作). */
export function reviewPauses(
  supplements: readonly { readonly askedOn: string; readonly answeredOn: string | null }[],
  cooperations: readonly { readonly sentOn: string; readonly answeredOn: string | null }[],
): Pause[] {
  return [
    ...supplements.map(one => ({ reason: 'supplement' as const, from: one.askedOn, to: one.answeredOn })),
    ...cooperations.map(one => ({ reason: 'cooperation' as const, from: one.sentOn, to: one.answeredOn })),
  ]
}

/**
 * The day by which the clerk's opinion (审查意见) is due: the `byDay`-th counted day of the decision's clock, pauses left out, not moved
 * for holidays, since it is a day of the office's own making.
 */
export function reviewDueOn(question: DeadlineQuestion, byDay: number): string {
  const days = Math.min(byDay, question.limit.days)
  return computeDeadline({ ...question, limit: { ...question.limit, days, shift: 'none' } }).plainLastDay
}

/**
 * Who let the clock of a decision lapse (超期责任环节): the review when no opinion was given by its day, the decision otherwise. Null while
 * the clock is kept. `until` is the day of the decision, or today while it is open.
 */
export function lapsedAt(facts: {
  readonly lastDay: string
  readonly until: string
  readonly reviewedOn: string | null
  readonly reviewDueOn: string
}): ReviewStep | null {
  if (facts.until <= facts.lastDay) return null
  return facts.reviewedOn === null || facts.reviewedOn > facts.reviewDueOn ? 'review' : 'decision'
}

/** Whether a limit that ends on `limitEndsOn` leaves fewer than `daysBelow` days (先行提供, 法律援助法 44). A day that is gone does not count. */
export function isExpiring(from: string, limitEndsOn: string, daysBelow: number): boolean {
  const left = daysBetween(from, limitEndsOn)
  return left >= 0 && left < daysBelow
}

/** Of two competent centers the first to receive the application accepts it: whether the other one was first. Times are `YYYY-MM-DD HH:MM`. */
export function otherWasFirst(receivedHereAt: string, receivedThereAt: string): boolean {
  return receivedThereAt < receivedHereAt
}
