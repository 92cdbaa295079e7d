import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import type { ApplicationCourse } from '../../contract/procedure.ts'
import { findApplication, listSupplements } from '../../store/application-store.ts'
import { listCooperations, listSupplementAnswers } from '../../store/cooperation-store.ts'
import { listDecisions } from '../../store/decision-store.ts'
import { findEnding } from '../../store/ending-store.ts'
import { listObjections } from '../../store/objection-store.ts'
import { findReviewCourse } from '../../store/review-course-store.ts'
import { findUrgentAid } from '../../store/urgent-aid-store.ts'
import { outstandingOf } from '../applications/supplement-application.ts'
import { clockView, packOfRow, reviewState } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'
import { filingLastDay } from '../objections/handlers.ts'
import { servedOn } from '../objections/served-on.ts'
import { notFound } from '../refusal.ts'
import { reviewViewOf } from '../reviews/review-view.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findApplication>>>

/** Everything that happened to an application between receipt and the end of the objection. */
export async function getCourse(ctx: QueryContext, { id }: ParsedInputOf<'procedure.get'>): Promise<OutputOf<'procedure.get'>> {
  const row = await findApplication(ctx.db, id)
  if (!row) throw notFound('申请')
  const course = await findReviewCourse(ctx.db, id)
  const { dueOn, lapsed } = reviewState(ctx, row, course)
  const { review } = packOfRow(ctx, row.pack_version).procedure
  const isOpen = row.status === 'deciding' || row.status === 'supplementing'
  const decisions = await listDecisions(ctx.db, id)
  const standing = decisions.find(one => one.set_aside_on === null)
  return {
    version: row.version,
    status: row.status,
    supplement: await supplementOf(ctx, row),
    cooperations: (await listCooperations(ctx.db, [id])).map(one => ({
      id: one.id,
      number: one.number,
      sentOn: one.sentOn,
      toCenter: one.toCenter,
      facts: one.facts,
      items: [...one.items],
      dueOn: one.dueOn,
      answeredOn: one.answeredOn,
      answerKind: one.answerKind,
      answer: one.answer,
    })),
    review: course.review && reviewViewOf(course.review),
    reviewRule: {
      requirement: review.requirement,
      byDay: review.byDay,
      dueOn: isOpen ? dueOn : null,
      isOverdue: isOpen && course.review === null && dueOn !== null && ctx.today > dueOn,
    },
    heldNow: isOpen && lapsed !== null ? { name: lapsed === 'review' ? row.registrar_name : '主任', step: lapsed } : null,
    urgent: await urgentOf(ctx, row),
    ending: await endingOf(ctx, row),
    decisions: decisions.map(one => ({
      id: one.id,
      outcome: one.outcome,
      number: one.number,
      decidedOn: one.decided_on,
      decidedBy: one.decided_by_name,
      reviewedBy: one.reviewed_by_name,
      opinion: one.opinion,
      aidForms: one.aidForms,
      refusalReasons: one.refusalReasons,
      lastDay: one.last_day,
      daysLate: one.days_late,
      heldBy: one.held_by_name,
      heldStep: one.held_step,
      setAsideOn: one.set_aside_on,
    })),
    objections: (await listObjections(ctx.db, id)).map(one => ({
      id: one.id,
      number: one.number,
      filedOn: one.filed_on,
      reasons: one.reasons,
      filingLastDay: one.filing_last_day,
      lateReason: one.late_reason,
      bureauReceivedOn: one.bureau_received_on,
      answeredOn: one.answered_on,
      answerResult: one.answer_result,
      answerNumber: one.answer_number,
      answerNote: one.answer_note,
      clock: clockView(ctx, {
        limit: 'objection-decision',
        pack: packOfRow(ctx, one.pack_version),
        startedOn: one.bureau_received_on,
        doneOn: one.answered_on,
      }),
    })),
    objectionLastDay:
      standing?.outcome === 'refused' ? filingLastDay(ctx, standing.pack_version, await servedOn(ctx, id, standing)) : null,
  }
}

async function supplementOf(ctx: QueryContext, row: Row): Promise<ApplicationCourse['supplement']> {
  const notice = (await listSupplements(ctx.db, [row.id])).at(-1)
  if (!notice) return null
  const answers = await listSupplementAnswers(ctx.db, [notice.id])
  return {
    id: notice.id,
    number: notice.number,
    askedOn: notice.askedOn,
    dueOn: notice.dueOn,
    answeredOn: notice.answeredOn,
    missing: [...notice.missing],
    outstanding: notice.answeredOn === null ? [...outstandingOf(notice.missing, answers)] : [],
    answers: answers.map(one => ({ receivedOn: one.receivedOn, items: one.items, note: one.note })),
    mayBeDeemedWithdrawn: row.status === 'supplementing' && notice.dueOn !== null && ctx.today > notice.dueOn,
  }
}

async function urgentOf(ctx: QueryContext, row: Row): Promise<ApplicationCourse['urgent']> {
  const urgent = await findUrgentAid(ctx.db, row.id)
  if (!urgent) return null
  return {
    ground: urgent.ground,
    limitEndsOn: urgent.limit_ends_on,
    dueOn: urgent.due_on,
    completedOn: urgent.completed_on,
    isOverdue: urgent.completed_on === null && ctx.today > urgent.due_on,
    papers: urgent.papers.map(one => ({ name: one.name, handedInOn: one.handed_in_on })),
  }
}

async function endingOf(ctx: QueryContext, row: Row): Promise<ApplicationCourse['ending']> {
  if (row.end_kind === null) return null
  const ending = await findEnding(ctx.db, row.id)
  return {
    kind: row.end_kind,
    on: row.closed_on,
    reason: row.end_reason,
    number: ending?.number ?? null,
    place: ending?.place ?? null,
    placeAddress: ending?.place_address ?? null,
    placePhone: ending?.place_phone ?? null,
    receivedHereAt: ending?.received_here_at ?? null,
    receivedThereAt: ending?.received_there_at ?? null,
    confirmedOn: ending?.confirmed_on ?? null,
    confirmedBy: ending?.confirmed_by_name ?? null,
  }
}
