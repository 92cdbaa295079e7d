import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { CaseRecord } from './case-store.ts'
import type { Database } from './schema.ts'

export type AssignmentRecord = {
  readonly id: string
  readonly number: string
  readonly providerId: string
  readonly providerName: string
  readonly providerKind: string
  readonly handlerId: string
  readonly handlerName: string
  readonly handlerKind: string
  readonly practisingSince: string | null
  readonly criminalDefenceSince: string | null
  readonly assignedOn: string
  readonly endedOn: string | null
  readonly endReason: string | null
  readonly assignedBy: string
}

/** Every assignment (指派) of a case, the first one first; the current one has no end. */
export async function listAssignments(db: ReadonlyKysely<Database>, caseId: string): Promise<AssignmentRecord[]> {
  return db
    .selectFrom('assignment as a')
    .innerJoin('provider as p', 'p.id', 'a.provider_id')
    .innerJoin('handler as h', 'h.id', 'a.handler_id')
    .innerJoin('user_account as u', 'u.id', 'a.assigned_by')
    .select([
      'a.id',
      'a.number',
      'a.provider_id as providerId',
      'p.name as providerName',
      'p.kind as providerKind',
      'a.handler_id as handlerId',
      'h.name as handlerName',
      'h.kind as handlerKind',
      'h.practising_since as practisingSince',
      'h.criminal_defence_since as criminalDefenceSince',
      'a.assigned_on as assignedOn',
      'a.ended_on as endedOn',
      'a.end_reason as endReason',
      'u.name as assignedBy',
    ])
    .where('a.case_id', '=', caseId)
    .orderBy('a.assigned_on')
    .orderBy('a.id')
    .execute()
}

export async function insertAssignment(
  trx: Transaction<Database>,
  assignment: {
    readonly id: string
    readonly caseId: string
    readonly providerId: string
    readonly handlerId: string
    readonly number: string
    readonly assignedOn: string
    readonly packVersion: string
    readonly assignedBy: string
  },
): Promise<void> {
  await trx
    .insertInto('assignment')
    .values({
      id: assignment.id,
      case_id: assignment.caseId,
      provider_id: assignment.providerId,
      handler_id: assignment.handlerId,
      number: assignment.number,
      assigned_on: assignment.assignedOn,
      ended_on: null,
      end_reason: null,
      pack_version: assignment.packVersion,
      assigned_by: assignment.assignedBy,
    })
    .execute()
}

/** Ends an assignment on a calendar day with the reason for the change. Its number stays. */
export async function endAssignment(trx: Transaction<Database>, id: string, endedOn: string, reason: string): Promise<void> {
  await trx.updateTable('assignment').set({ ended_on: endedOn, end_reason: reason }).where('id', '=', id).execute()
}

export type ConflictingCase = {
  readonly number: string
  readonly providerId: string
  readonly handlerId: string
  readonly handlerName: string
  readonly kind: 'person-is-opponent' | 'opponent-is-helped'
}

/**
 * Open cases of other people in which this case's person is the opponent, or which help this case's opponent (利益冲突), each with who
 * handles it. Names are compared by their keys (written the same way, spaces and width aside).
 */
export async function listConflictingCases(db: ReadonlyKysely<Database>, one: CaseRecord): Promise<ConflictingCase[]> {
  const { opponentKey } = one
  // Two questions, each answered by an index; together in one they would read every open case.
  const isOpponent = await selectOpenElsewhere(db, one.id).where('c.opponent_key', '=', one.person.nameKey).execute()
  const helpsOpponent =
    opponentKey === null ? [] : await selectOpenElsewhere(db, one.id).where('who.name_key', '=', opponentKey).execute()
  return [
    ...isOpponent.map(row => ({ ...row, kind: 'person-is-opponent' as const })),
    ...helpsOpponent.map(row => ({ ...row, kind: 'opponent-is-helped' as const })),
  ]
}

function selectOpenElsewhere(db: ReadonlyKysely<Database>, caseId: string) {
  return db
    .selectFrom('assignment as a')
    .innerJoin('aid_case as c', 'c.id', 'a.case_id')
    .innerJoin('person as who', 'who.id', 'c.person_id')
    .innerJoin('handler as h', 'h.id', 'a.handler_id')
    .select(['c.number', 'a.provider_id as providerId', 'a.handler_id as handlerId', 'h.name as handlerName'])
    .where('a.ended_on', 'is', null)
    .where('c.id', '!=', caseId)
    .where('c.status', 'in', ['handling', 'awaiting-papers'])
    .orderBy('c.number')
}
