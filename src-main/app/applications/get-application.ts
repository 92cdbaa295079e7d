import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { ageOn } from '../../domain/calendar-date.ts'
import { findApplication, listApplicationParts, listSupplements } from '../../store/application-store.ts'
import { findDecision } from '../../store/decision-store.ts'
import { findPerson } from '../../store/person-store.ts'
import { findReviewCourse } from '../../store/review-course-store.ts'
import { cancelledClocks } from '../clocks/cancelled-clocks.ts'
import { applicationClock } from '../clocks/clock-view.ts'
import { conflictsOfApplication } from '../conflicts/recorded-conflicts.ts'
import type { QueryContext } from '../context.ts'
import { personCardOf, shownAddressesOf } from '../people/person-card.ts'
import { maskedParticularsOf } from '../people/save-person.ts'
import { notFound } from '../refusal.ts'
import { factsOf } from './application-facts.ts'
import { handOverIn } from './check-statement.ts'
import { missingIn } from './missing-in.ts'
import { maskedParties } from './settle-parties.ts'

/** One application with its assessment, clock, notices, decision and whoever the center knows on the other side. */
export async function getApplication(
  ctx: QueryContext,
  { id }: ParsedInputOf<'applications.get'>,
): Promise<OutputOf<'applications.get'>> {
  const row = await findApplication(ctx.db, id)
  const person = row && (await findPerson(ctx.db, row.person_id))
  if (!row || !person) throw notFound('申请')
  const supplements = await listSupplements(ctx.db, [id])
  const decision = await findDecision(ctx.db, id)
  const { assessment, categories, ...application } = factsOf(row, await listApplicationParts(ctx.db, id))
  return {
    id,
    number: row.number,
    application: {
      ...application,
      parties: maskedParties(application.parties),
      person: { ...maskedParticularsOf(person), categories: [...categories] },
    },
    person: {
      ...personCardOf(person),
      // The age that counts is that of the day of the application.
      age: person.birthDate === null ? null : ageOn(person.birthDate, row.received_on),
      address: shownAddressesOf(person).address,
      categories: [...categories],
    },
    hardship: assessment,
    persons: 1 + application.parties.filter(party => party.role === 'co-applicant').length,
    handOver: handOverIn(ctx.pack, application),
    missing: missingIn(ctx.pack, application),
    status: row.status,
    clock: applicationClock(ctx, row, await findReviewCourse(ctx.db, id), await cancelledClocks(ctx, 'application', [id])),
    supplements: supplements.map(one => ({
      id: one.id,
      askedOn: one.askedOn,
      answeredOn: one.answeredOn,
      missing: [...one.missing],
      dueOn: one.dueOn,
    })),
    decision: decision
      ? {
          outcome: decision.outcome,
          number: decision.number,
          decidedOn: decision.decided_on,
          decidedBy: decision.decided_by_name,
          opinion: decision.opinion,
          refusalReasons: decision.refusalReasons,
          aidForms: decision.aidForms,
          caseId: decision.case_id,
          caseNumber: decision.case_number,
        }
      : null,
    consultationNumber: row.consultation_number,
    registeredBy: row.registrar_name,
    registeredAt: row.registered_at,
    conflicts: await conflictsOfApplication(ctx, id),
    version: row.version,
  }
}
