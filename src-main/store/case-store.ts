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
