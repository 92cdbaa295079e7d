import type { ApplicationStatus } from '../../contract/applications.ts'
import type { ClockSubject, ClockView } from '../../contract/common.ts'
import { computeDeadline, type Pause } from '../../domain/clock.ts'
import { type ClockHolder, heldBy } from '../../domain/clock-holder.ts'
import { lapsedAt, type ReviewStep, reviewDueOn } from '../../domain/review.ts'
import type { RulePack, TimeLimitId } from '../../domain/rule-pack/rule-pack.ts'
import type { ReviewCourse } from '../../store/review-course-store.ts'
import type { QueryContext } from '../context.ts'
import { type CancelledClocks, NONE_CANCELLED } from './cancelled-clocks.ts'

/** What a clock (期限) is reckoned from. `pack` is the one the matter stands under; `doneOn` the day the thing was done, null while open. */
export type ClockFacts = {
  readonly limit: TimeLimitId
  readonly pack: RulePack
  readonly startedOn: string
  readonly doneOn: string | null
  readonly pauses?: readonly Pause[]
  /** What it runs on, for a clock that people open and cancel. */
  readonly subject?: ClockSubject
  readonly cancelled?: CancelledClocks
  /** Who held the thing, in order. */
  readonly holders?: readonly ClockHolder[]
}

/**
 * A clock as the contract carries it, or null where the pack does not know the limit or has it switched off. A cancelled one keeps its
 * days; once the thing is done its cancellation no longer matters.
 */
export function clockView(ctx: Pick<QueryContext, 'today' | 'calendar'>, facts: ClockFacts): ClockView | null {
  const limit = facts.pack.time.limits.find(one => one.id === facts.limit)
  if (!limit?.active) return null
  const { countedDays: _, ...deadline } = computeDeadline({
    start: facts.startedOn,
    limit,
    rules: facts.pack.time,
    pauses: facts.pauses ?? [],
    calendar: ctx.calendar,
    today: ctx.today,
    doneOn: facts.doneOn,
  })
  const standing =
    facts.doneOn === null && facts.subject
      ? (facts.cancelled ?? NONE_CANCELLED).standing(facts.limit, facts.subject.id, facts.startedOn)
      : null
  return {
    ...deadline,
    subject: facts.subject ?? null,
    state: standing ? 'cancelled' : deadline.state,
    cancelled: standing && { by: standing.by, at: standing.at, reason: standing.reason },
    heldBy: standing ? null : heldBy(facts.holders ?? [], deadline),
    days: [...deadline.days],
    steps: [...deadline.steps],
  }
}

/** The pack under which a row was made, by the version that the row keeps. */
export function packOfRow(ctx: Pick<QueryContext, 'center' | 'inForce'>, packVersion: string): RulePack {
  return packVersion === ctx.inForce.version ? ctx.inForce.pack : ctx.center.packOfVersion(packVersion).pack
}

/** What the clock of the decision is reckoned from: the application's row, and who has it in hand. */
export type ApplicationClockFacts = {
  readonly id: string
  readonly status: ApplicationStatus
  readonly received_on: string
  readonly closed_on: string | null
  readonly pack_version: string
  /** Who registered it and so reviews it (审查). */
  readonly registrar_name?: string | null
}

/**
 * The clock of the decision (审查决定) on an application, standing still while missing material is awaited or another center helps
 * (异地协作); after the bureau's order to correct (责令改正) the clock of the decision to be made anew. Null for an application that ended
 * without a decision.
 */
export function applicationClock(
  ctx: Pick<QueryContext, 'today' | 'calendar' | 'center' | 'inForce'>,
  application: ApplicationClockFacts,
  course: ReviewCourse,
  cancelled: CancelledClocks = NONE_CANCELLED,
): ClockView | null {
  if (application.status === 'withdrawn') return null
  const pack = packOfRow(ctx, application.pack_version)
  const facts: ClockFacts = {
    limit: course.correctedOn === null ? 'decision' : 'redecision',
    pack,
    startedOn: course.correctedOn ?? application.received_on,
    doneOn: application.closed_on,
    pauses: course.pauses,
    subject: { kind: 'application', id: application.id },
    cancelled,
  }
  return clockView(ctx, { ...facts, holders: reviewHolders(ctx, application, course, facts) })
}

/** The day by which the clerk's opinion is due (审查意见), and at which step the clock has lapsed, if it has. */
export function reviewState(
  ctx: Pick<QueryContext, 'today' | 'calendar' | 'center' | 'inForce'>,
  application: ApplicationClockFacts,
  course: ReviewCourse,
): { readonly dueOn: string | null; readonly lastDay: string | null; readonly lapsed: ReviewStep | null } {
  const pack = packOfRow(ctx, application.pack_version)
  const limit = pack.time.limits.find(one => one.id === (course.correctedOn === null ? 'decision' : 'redecision'))
  if (!limit?.active) return { dueOn: null, lastDay: null, lapsed: null }
  const question = {
    start: course.correctedOn ?? application.received_on,
    limit,
    rules: pack.time,
    pauses: course.pauses,
    calendar: ctx.calendar,
    today: ctx.today,
    doneOn: application.closed_on,
  }
  const dueOn = reviewDueOn(question, pack.procedure.review.byDay)
  const clock = computeDeadline(question)
  const lapsed =
    clock.state === 'paused'
      ? null
      : lapsedAt({
          lastDay: clock.lastDay,
          until: application.closed_on ?? ctx.today,
          reviewedOn: course.review?.reviewed_on ?? null,
          reviewDueOn: dueOn,
        })
  return { dueOn, lastDay: clock.lastDay, lapsed }
}

/** The clerk holds an application until the opinion is given, then the director; who was late with it held it throughout. */
function reviewHolders(
  ctx: Pick<QueryContext, 'today' | 'calendar' | 'center' | 'inForce'>,
  application: ApplicationClockFacts,
  course: ReviewCourse,
  { startedOn }: ClockFacts,
): readonly ClockHolder[] {
  const reviewedOn = course.review?.reviewed_on ?? null
  const clerk = { name: application.registrar_name ?? null, step: '审查', from: startedOn }
  const director = { name: course.decidedBy, step: '决定', until: application.closed_on }
  const { lapsed } = reviewState(ctx, application, course)
  if (lapsed === 'review') return [{ ...clerk, until: null }]
  if (lapsed === 'decision') return [{ ...director, from: startedOn, until: null }]
  return reviewedOn === null
    ? [{ ...clerk, until: application.closed_on }]
    : [
        { ...clerk, until: reviewedOn },
        { ...director, from: reviewedOn },
      ]
}
