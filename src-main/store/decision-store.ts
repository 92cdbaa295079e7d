import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { opponentKeyOf } from '../domain/name-key.ts'
import type { DecisionTable } from './schema/decisions.ts'
import type { Database } from './schema.ts'

/** A decision (审批决定) as it is signed. */
export type Decision = {
  readonly id: string
  readonly applicationId: string
  readonly outcome: DecisionTable['outcome']
  readonly number: string
  readonly decidedOn: string
  readonly decidedBy: string
  readonly aidForms: readonly string[]
  readonly refusalReasons: readonly string[]
  readonly opinion: string
  readonly packVersion: string
  readonly decidedAt: string
  readonly reviewedBy: string | null
  readonly lastDay: string | null
  readonly daysLate: number
  readonly heldBy: string | null
  readonly heldStep: DecisionTable['held_step']
}

/** Writes the decision. A unique index refuses a second one that stands on the same application. */
export async function insertDecision(trx: Transaction<Database>, decision: Decision): Promise<void> {
  await trx
    .insertInto('decision')
    .values({
      id: decision.id,
      application_id: decision.applicationId,
      outcome: decision.outcome,
      number: decision.number,
      decided_on: decision.decidedOn,
      decided_by: decision.decidedBy,
      aid_forms: JSON.stringify(decision.aidForms),
      refusal_reasons: JSON.stringify(decision.refusalReasons),
      opinion: decision.opinion,
      pack_version: decision.packVersion,
      decided_at: decision.decidedAt,
      reviewed_by: decision.reviewedBy,
      last_day: decision.lastDay,
      days_late: decision.daysLate,
      held_by: decision.heldBy,
      held_step: decision.heldStep,
      set_aside_on: null,
    })
    .execute()
}

/** Marks a decision that the bureau ordered to be corrected (责令改正). It stays, and another may take its place. */
export async function setDecisionAside(trx: Transaction<Database>, id: string, on: string): Promise<void> {
  await trx.updateTable('decision').set({ set_aside_on: on }).where('id', '=', id).execute()
}

/** Every decision on an application with who reviewed, who signed and who was late, the newest first. */
export async function listDecisions(db: ReadonlyKysely<Database>, applicationId: string) {
  const rows = await db
    .selectFrom('decision as d')
    .innerJoin('user_account as u', 'u.id', 'd.decided_by')
    .leftJoin('user_account as r', 'r.id', 'd.reviewed_by')
    .leftJoin('user_account as h', 'h.id', 'd.held_by')
    .selectAll('d')
    .select(['u.name as decided_by_name', 'r.name as reviewed_by_name', 'h.name as held_by_name'])
    .where('d.application_id', '=', applicationId)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map(row => {
    const refusalReasons: string[] = JSON.parse(row.refusal_reasons)
    const aidForms: string[] = JSON.parse(row.aid_forms)
    return { ...row, refusalReasons, aidForms }
  })
}

/** The decision that stands on an application with who signed it and the case it opened, or undefined. */
export async function findDecision(db: ReadonlyKysely<Database>, applicationId: string) {
  const row = await db
    .selectFrom('decision as d')
    .innerJoin('user_account as u', 'u.id', 'd.decided_by')
    .leftJoin('aid_case as c', join => join.onRef('c.application_id', '=', 'd.application_id').on('c.parent_case_id', 'is', null))
    .select([
      'd.outcome',
      'd.number',
      'd.decided_on',
      'u.name as decided_by_name',
      'd.opinion',
      'd.refusal_reasons',
      'd.aid_forms',
    ])
    .select(['c.id as case_id', 'c.number as case_number'])
    .where('d.application_id', '=', applicationId)
    .where('d.set_aside_on', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const refusalReasons: string[] = JSON.parse(row.refusal_reasons)
  const aidForms: string[] = JSON.parse(row.aid_forms)
  return { ...row, refusalReasons, aidForms }
}

/** Opens a case (立案); it waits for its assignment. */
export async function insertCase(
  trx: Transaction<Database>,
  one: {
    readonly id: string
    readonly number: string
    readonly door: 'application' | 'notice' | 'stage-change'
    readonly applicationId: string | null
    readonly noticeId: string | null
    readonly parentCaseId: string | null
    readonly personId: string
    readonly openedOn: string
    readonly matterType: string
    readonly stage: string
    readonly cause: string
    readonly scope: string
    readonly aidForms: readonly string[]
    readonly opponentName: string | null
    readonly agency: string | null
    readonly facts: string
    readonly categories: readonly string[]
    readonly isLifeOrDeath: boolean
    readonly packVersion: string
  },
): Promise<void> {
  await trx
    .insertInto('aid_case')
    .values({
      id: one.id,
      number: one.number,
      door: one.door,
      application_id: one.applicationId,
      notice_id: one.noticeId,
      parent_case_id: one.parentCaseId,
      person_id: one.personId,
      opened_on: one.openedOn,
      matter_type: one.matterType,
      stage: one.stage,
      cause: one.cause,
      scope: one.scope,
      aid_forms: JSON.stringify(one.aidForms),
      opponent_name: one.opponentName,
      opponent_key: opponentKeyOf(one.opponentName),
      agency: one.agency,
      facts: one.facts,
      is_life_or_death: one.isLifeOrDeath ? 1 : 0,
      status: 'awaiting-assignment',
      closed_on: null,
      closing_basis: null,
      closing_mode: null,
      outcome: null,
      recovered_fen: null,
      persons_helped: null,
      hearings: null,
      complexity: null,
      closing_summary: null,
      closed_by: null,
      papers_received_on: null,
      papers_reviewed_on: null,
      pack_version: one.packVersion,
      version: 1,
    })
    .execute()
  const categories = [...new Set(one.categories)]
  if (categories.length > 0)
    await trx
      .insertInto('case_category')
      .values(categories.map(category => ({ case_id: one.id, category })))
      .execute()
}
