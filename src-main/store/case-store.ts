import type { ExpressionBuilder, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { CaseStatus, ClosingInput } from '../contract/cases.ts'
import type { AidCaseTable, Database } from './schema.ts'

/** A case (案件) with what its application and decision say of it. */
export type CaseRecord = {
  readonly id: string
  readonly number: string
  readonly openedOn: string
  readonly personId: string
  readonly matterType: string
  readonly stage: string
  readonly cause: string
  readonly opponentName: string | null
  readonly isLifeOrDeath: boolean
  readonly status: CaseStatus
  /** The result (结案登记), or null while the case is open. */
  readonly closing: ClosingInput | null
  readonly closedBy: string | null
  readonly papersReceivedOn: string | null
  readonly papersReviewedOn: string | null
  readonly packVersion: string
  readonly version: number
  readonly person: {
    readonly name: string
    readonly nameKey: string
    readonly sex: 'male' | 'female' | null
    readonly birthDate: string | null
    readonly certificateKind: string | null
    readonly certificateNumber: string | null
    readonly phone: string | null
  }
  readonly application: {
    readonly id: string
    readonly number: string
    readonly receivedOn: string
    /** Code of the pack's scopes (援助事项范围). */
    readonly scope: string
    readonly agency: string | null
    readonly facts: string
    readonly opponentKey: string | null
    readonly hardshipResult: string
    readonly registeredBy: string
    readonly categories: readonly string[]
  }
  readonly decision: {
    readonly number: string
    readonly decidedOn: string
    readonly decidedBy: string
    readonly opinion: string
    readonly aidForms: readonly string[]
  }
}

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

/** Titles of the steps of the closing papers (结案材料) among a case's events. */
export const PAPERS_RECEIVED = '承办人交卷'
export const PAPERS_RETURNED = '退回结案材料'
export const PAPERS_ACCEPTED = '结案材料审核通过'

/** One line of the case list. */
export type CaseLine = {
  readonly id: string
  readonly number: string
  readonly openedOn: string
  readonly personId: string
  readonly personName: string
  readonly matterType: string
  readonly stage: string
  readonly cause: string
  readonly opponentName: string | null
  readonly providerName: string | null
  readonly handlerName: string | null
  readonly status: CaseStatus
  readonly decidedOn: string
  readonly closedOn: string | null
  readonly papersReceivedOn: string | null
  /** The last day on which the closing papers were returned to the handler. */
  readonly papersReturnedOn: string | null
  readonly packVersion: string
  readonly version: number
}

export type CaseFilter = {
  readonly status: CaseStatus | null
  readonly matterType: string | null
  /** Part of a name, number, cause of action or opponent. */
  readonly words: string
  readonly offset: number
  readonly limit: number
}

/** One page of cases, newest first, and how many there are in all. */
export async function listCases(db: ReadonlyKysely<Database>, filter: CaseFilter): Promise<{ rows: CaseLine[]; total: number }> {
  let query = db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('decision as d', 'd.application_id', 'c.application_id')
    .leftJoin('assignment as a', join => join.onRef('a.case_id', '=', 'c.id').on('a.ended_on', 'is', null))
    .leftJoin('provider as o', 'o.id', 'a.provider_id')
    .leftJoin('handler as h', 'h.id', 'a.handler_id')
  if (filter.status !== null) query = query.where('c.status', '=', filter.status)
  if (filter.matterType !== null) query = query.where('c.matter_type', '=', filter.matterType)
  // % and _ stand for anything in a pattern and are in no name or number.
  const words = filter.words.trim().replaceAll(/[%_]/g, '')
  if (words !== '') {
    const part = `%${words}%`
    query = query.where(eb =>
      eb.or([
        eb('p.name', 'like', part),
        eb('c.number', 'like', part),
        eb('c.cause', 'like', part),
        eb('c.opponent_name', 'like', part),
        eb('h.name', 'like', part),
        eb('o.name', 'like', part),
      ]),
    )
  }
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(eb => [
      'c.id',
      'c.number',
      'c.opened_on as openedOn',
      'c.person_id as personId',
      'p.name as personName',
      'c.matter_type as matterType',
      'c.stage',
      'c.cause',
      'c.opponent_name as opponentName',
      'o.name as providerName',
      'h.name as handlerName',
      'c.status',
      'd.decided_on as decidedOn',
      'c.closed_on as closedOn',
      'c.papers_received_on as papersReceivedOn',
      'c.pack_version as packVersion',
      'c.version',
      eb
        .selectFrom('case_event as e')
        .whereRef('e.case_id', '=', 'c.id')
        .where('e.title', '=', PAPERS_RETURNED)
        .select(one => one.fn.max('e.happened_on').as('day'))
        .as('papersReturnedOn'),
    ])
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** One case with its person, application and decision. */
export async function findCase(db: ReadonlyKysely<Database>, id: string): Promise<CaseRecord | null> {
  const row = await db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('application as a', 'a.id', 'c.application_id')
    .innerJoin('decision as d', 'd.application_id', 'c.application_id')
    .innerJoin('user_account as decider', 'decider.id', 'd.decided_by')
    .innerJoin('user_account as registrar', 'registrar.id', 'a.registered_by')
    .leftJoin('user_account as closer', 'closer.id', 'c.closed_by')
    .selectAll('c')
    .select([
      'p.name as person_name',
      'p.name_key as person_key',
      'p.sex',
      'p.birth_date',
      'p.certificate_kind',
      'p.certificate_number',
      'p.phone',
      'a.number as application_number',
      'a.received_on',
      'a.scope',
      'a.agency',
      'a.facts',
      'a.opponent_key',
      'a.hardship_result',
      'registrar.name as registrar_name',
      'd.number as decision_number',
      'd.decided_on',
      'd.opinion',
      'd.aid_forms',
      'decider.name as decider_name',
      'closer.name as closer_name',
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const categories = await db
    .selectFrom('application_category')
    .select('category')
    .where('application_id', '=', row.application_id)
    .orderBy('category')
    .execute()
  return {
    id: row.id,
    number: row.number,
    openedOn: row.opened_on,
    personId: row.person_id,
    matterType: row.matter_type,
    stage: row.stage,
    cause: row.cause,
    opponentName: row.opponent_name,
    isLifeOrDeath: row.is_life_or_death === 1,
    status: row.status,
    closing: closingOfRow(row),
    closedBy: row.closer_name,
    papersReceivedOn: row.papers_received_on,
    papersReviewedOn: row.papers_reviewed_on,
    packVersion: row.pack_version,
    version: row.version,
    person: {
      name: row.person_name,
      nameKey: row.person_key,
      sex: row.sex,
      birthDate: row.birth_date,
      certificateKind: row.certificate_kind,
      certificateNumber: row.certificate_number,
      phone: row.phone,
    },
    application: {
      id: row.application_id,
      number: row.application_number,
      receivedOn: row.received_on,
      scope: row.scope,
      agency: row.agency,
      facts: row.facts,
      opponentKey: row.opponent_key,
      hardshipResult: row.hardship_result,
      registeredBy: row.registrar_name,
      categories: categories.map(one => one.category),
    },
    decision: {
      number: row.decision_number,
      decidedOn: row.decided_on,
      decidedBy: row.decider_name,
      opinion: row.opinion,
      aidForms: JSON.parse(row.aid_forms) as string[],
    },
  }
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

export type CaseChange = {
  readonly status?: CaseStatus
  readonly isLifeOrDeath?: boolean
  readonly closing?: ClosingInput
  readonly closedBy?: string
  readonly papersReceivedOn?: string | null
  readonly papersReviewedOn?: string | null
}

/** Writes the named parts of a case and raises its version. The caller has checked the version. */
export async function changeCase(trx: Transaction<Database>, id: string, change: CaseChange): Promise<void> {
  await trx
    .updateTable('aid_case')
    .set(eb => ({ ...caseColumns(change), version: nextVersion(eb) }))
    .where('id', '=', id)
    .execute()
}

/** A step of a case that has no column of its own, e.g. papers returned. */
export async function insertCaseEvent(
  trx: Transaction<Database>,
  event: {
    readonly id: string
    readonly caseId: string
    readonly happenedOn: string
    readonly title: string
    readonly detail: string
    readonly enteredBy: string
    readonly enteredAt: string
  },
): Promise<void> {
  await trx
    .insertInto('case_event')
    .values({
      id: event.id,
      case_id: event.caseId,
      happened_on: event.happenedOn,
      title: event.title,
      detail: event.detail,
      entered_by: event.enteredBy,
      entered_at: event.enteredAt,
    })
    .execute()
}

export type CaseStep = { readonly date: string; readonly title: string; readonly detail: string; readonly by: string }

/** What happened in a case, in order, with who entered it. */
export async function listCaseEvents(db: ReadonlyKysely<Database>, caseId: string): Promise<CaseStep[]> {
  return db
    .selectFrom('case_event as e')
    .innerJoin('user_account as u', 'u.id', 'e.entered_by')
    .select(['e.happened_on as date', 'e.title', 'e.detail', 'u.name as by'])
    .where('e.case_id', '=', caseId)
    .orderBy('e.happened_on')
    .orderBy('e.entered_at')
    .orderBy('e.id')
    .execute()
}

/** The days on which an application was asked to be supplemented (补正) and answered. */
export async function listSupplementDays(
  db: ReadonlyKysely<Database>,
  applicationId: string,
): Promise<{ askedOn: string; answeredOn: string | null; missing: readonly string[] }[]> {
  const rows = await db
    .selectFrom('supplement')
    .select(['asked_on', 'answered_on', 'missing'])
    .where('application_id', '=', applicationId)
    .orderBy('asked_on')
    .execute()
  return rows.map(row => ({ askedOn: row.asked_on, answeredOn: row.answered_on, missing: JSON.parse(row.missing) as string[] }))
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
  const opponentKey = one.application.opponentKey
  const rows = await db
    .selectFrom('assignment as a')
    .innerJoin('aid_case as c', 'c.id', 'a.case_id')
    .innerJoin('application as p', 'p.id', 'c.application_id')
    .innerJoin('person as who', 'who.id', 'c.person_id')
    .innerJoin('handler as h', 'h.id', 'a.handler_id')
    .select([
      'c.number',
      'a.provider_id as providerId',
      'a.handler_id as handlerId',
      'h.name as handlerName',
      'p.opponent_key as opponentKey',
    ])
    .where('a.ended_on', 'is', null)
    .where('c.id', '!=', one.id)
    .where('c.status', 'in', ['handling', 'awaiting-papers'])
    .where(eb =>
      eb.or([
        eb('p.opponent_key', '=', one.person.nameKey),
        ...(opponentKey === null ? [] : [eb('who.name_key', '=', opponentKey)]),
      ]),
    )
    .orderBy('c.number')
    .execute()
  return rows.map(row => ({
    number: row.number,
    providerId: row.providerId,
    handlerId: row.handlerId,
    handlerName: row.handlerName,
    kind: row.opponentKey === one.person.nameKey ? 'person-is-opponent' : 'opponent-is-helped',
  }))
}

/** What the case page says of its subsidy sheet (补贴核算表) and volume (案卷). */
export async function findCaseOutcome(db: ReadonlyKysely<Database>, caseId: string) {
  const subsidy = await db
    .selectFrom('subsidy_sheet')
    .select(['id', 'total_fen as totalFen', 'status'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const volume = await db
    .selectFrom('volume as v')
    .leftJoin('user_account as u', 'u.id', 'v.sealed_by')
    .select(['v.id', 'v.archive_number as archiveNumber', 'v.status', 'v.sealed_at as sealedAt', 'u.name as sealedBy'])
    .where('v.case_id', '=', caseId)
    .executeTakeFirst()
  return { subsidy: subsidy ?? null, volume: volume ?? null }
}

function nextVersion(eb: ExpressionBuilder<Database, 'aid_case'>) {
  return eb('version', '+', 1)
}

function caseColumns(change: CaseChange) {
  const { closing } = change
  return {
    ...(change.status === undefined ? {} : { status: change.status }),
    ...(change.isLifeOrDeath === undefined ? {} : { is_life_or_death: change.isLifeOrDeath ? (1 as const) : (0 as const) }),
    ...(closing === undefined
      ? {}
      : {
          closed_on: closing.closedOn,
          closing_basis: closing.closingBasis,
          closing_mode: closing.closingMode,
          outcome: closing.outcome,
          recovered_fen: closing.recoveredFen,
          persons_helped: closing.personsHelped,
          hearings: closing.hearings,
          complexity: closing.complexity,
          closing_summary: closing.summary,
        }),
    ...(change.closedBy === undefined ? {} : { closed_by: change.closedBy }),
    ...(change.papersReceivedOn === undefined ? {} : { papers_received_on: change.papersReceivedOn }),
    ...(change.papersReviewedOn === undefined ? {} : { papers_reviewed_on: change.papersReviewedOn }),
  }
}

function closingOfRow(row: AidCaseTable): ClosingInput | null {
  const { closed_on, closing_basis, closing_mode, outcome, complexity } = row
  if (closed_on === null || closing_basis === null || closing_mode === null || outcome === null || complexity === null)
    return null
  return {
    closedOn: closed_on,
    closingBasis: closing_basis,
    closingMode: closing_mode,
    outcome,
    recoveredFen: row.recovered_fen ?? 0,
    personsHelped: row.persons_helped ?? 1,
    hearings: row.hearings ?? 0,
    complexity,
    summary: row.closing_summary ?? '',
  }
}
