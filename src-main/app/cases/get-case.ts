import { hardshipResult } from '../../contract/hardship.ts'
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { practiceYears } from '../../domain/assignment.ts'
import { ageOn } from '../../domain/calendar-date.ts'
import { maskCertificate } from '../../domain/masking.ts'
import { countCoApplicants } from '../../store/application-party-store.ts'
import { listCaseEvents } from '../../store/case-event-store.ts'
import { findCaseOutcome } from '../../store/case-store.ts'
import { findHandler } from '../../store/provider-store.ts'
import { listSubsidyActs } from '../../store/subsidy-store.ts'
import { findUrgentAid } from '../../store/urgent-aid-store.ts'
import { cancelledClocks } from '../clocks/cancelled-clocks.ts'
import { conflictsOfCaseRecord } from '../conflicts/recorded-conflicts.ts'
import type { QueryContext } from '../context.ts'
import { maskedContactOf } from '../people/person-card.ts'
import { conflictsOf, suitabilityOf } from './assignment-check.ts'
import { caseClocks, currentClock } from './case-clocks.ts'
import { caseTimeline } from './case-timeline.ts'
import { type LoadedCase, loadCase } from './load-case.ts'
import { oldCaseOf } from './old-case.ts'

type Detail = OutputOf<'cases.get'>

/** Everything the case page shows. The person's numbers are masked. @throws Refusal NOT_FOUND. */
export async function getCase(ctx: QueryContext, input: ParsedInputOf<'cases.get'>): Promise<Detail> {
  const one = await loadCase(ctx, input.id)
  const { record, assignments } = one
  const { person, application, decision } = record
  const events = await listCaseEvents(ctx.db, record.id)
  const old = await oldCaseOf(ctx, one)
  const outcome = await findCaseOutcome(ctx.db, record.id)
  const acts = outcome.subsidy ? await listSubsidyActs(ctx.db, outcome.subsidy.id) : []
  const urgent = application ? await findUrgentAid(ctx.db, application.id) : undefined
  const hardship = application && hardshipResult.parse(JSON.parse(application.hardshipResult))
  const joint = application ? ((await countCoApplicants(ctx.db, [application.id])).get(application.id) ?? 0) : 0
  const cancelled = await cancelledClocks(ctx, 'case', [record.id])
  const clocks = caseClocks(ctx, one, events, cancelled)
  const current = currentClock(
    ctx,
    {
      ...record,
      closedOn: record.closing?.closedOn ?? null,
      papersReturnedOn: clocks.find(clock => clock.limit === 'closing-correction')?.startedOn ?? null,
    },
    cancelled,
  )
  return {
    id: record.id,
    number: record.number,
    door: record.door,
    openedOn: record.openedOn,
    personId: record.personId,
    personName: person.name,
    matterType: record.matterType,
    stage: record.stage,
    cause: record.cause,
    opponentName: record.opponentName,
    providerName: one.assignment?.providerName ?? old?.old.providerName ?? null,
    handlerName: one.assignment?.handlerName ?? old?.old.handlerName ?? null,
    status: record.status,
    closedOn: record.closing?.closedOn ?? old?.closedOn ?? null,
    clock: current,
    version: record.version,
    person: {
      id: record.personId,
      kind: person.kind,
      name: person.name,
      sex: person.sex,
      birthDate: person.birthDate,
      certificateKind: person.certificateKind,
      certificateMasked: person.certificateNumber === null ? null : maskCertificate(person.certificateNumber),
      ...maskedContactOf(person),
      isProtected: person.protection !== null,
      age: person.birthDate === null ? null : ageOn(person.birthDate, ctx.today),
      categories: [...record.categories],
    },
    persons: 1 + joint,
    application: application && { id: application.id, number: application.number, receivedOn: application.receivedOn },
    decision,
    notice: record.notice && {
      id: record.notice.id,
      number: record.notice.number,
      organName: record.notice.organName,
      receivedOn: record.notice.receivedOn,
    },
    parent: record.parent,
    children: [...record.children],
    aidForms: [...record.aidForms],
    agency: record.agency,
    facts: record.facts,
    possibleLifeOrDeathSentence: record.isLifeOrDeath,
    hardshipSummary: hardship?.summary ?? null,
    hardshipClause: hardship?.clause ?? null,
    urgentAid: urgent
      ? {
          dueOn: urgent.due_on,
          completedOn: urgent.completed_on,
          isOverdue: urgent.completed_on === null && ctx.today > urgent.due_on,
        }
      : null,
    assignment: await assignmentView(ctx, one),
    earlierAssignments: assignments.flatMap(earlier =>
      earlier.endedOn === null
        ? []
        : [
            {
              number: earlier.number,
              handlerName: earlier.handlerName,
              providerName: earlier.providerName,
              assignedOn: earlier.assignedOn,
              endedOn: earlier.endedOn,
              reason: earlier.endReason ?? '',
            },
          ],
    ),
    conflicts: await conflictsOfCaseRecord(ctx, record, one.assignment?.handlerId ?? null),
    closing: record.closing,
    papersReceivedOn: record.papersReceivedOn,
    papersReviewedOn: record.papersReviewedOn,
    clocks,
    old: old?.old ?? null,
    timeline: old?.timeline ?? caseTimeline(one, { events, acts, outcome }, ctx.pack),
    subsidy: outcome.subsidy,
    volume: outcome.volume && {
      id: outcome.volume.id,
      archiveNumber: outcome.volume.archiveNumber,
      status: outcome.volume.status,
    },
  }
}

/** The assignment that stands, with the rule its handler no longer meets while the case can still be given to another. */
async function assignmentView(ctx: QueryContext, one: LoadedCase): Promise<Detail['assignment']> {
  const { assignment, record } = one
  if (!assignment) return null
  const handler = record.status === 'handling' ? await findHandler(ctx.db, assignment.handlerId) : null
  const suitability = handler && suitabilityOf(ctx, one, handler, assignment.assignedOn, await conflictsOf(ctx, one))
  return {
    id: assignment.id,
    number: assignment.number,
    assignedOn: assignment.assignedOn,
    providerId: assignment.providerId,
    providerName: assignment.providerName,
    handlerId: assignment.handlerId,
    handlerName: assignment.handlerName,
    practiceYears: practiceYears(assignment.practisingSince, ctx.today),
    refusal: suitability?.refusal ?? null,
  }
}
