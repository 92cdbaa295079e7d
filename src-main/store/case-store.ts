import type { ExpressionBuilder, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { CaseStatus } from '../contract/cases.ts'
import type { ClosingInput } from '../contract/closing.ts'
import { opponentKeyOf } from '../domain/name-key.ts'
import type { AidCaseTable } from './schema/cases.ts'
import type { Database } from './schema.ts'

/** A case (案件) with what the application and decision it began with say of it, where it began with one. */
export type CaseRecord = {
  readonly id: string
  readonly number: string
  readonly door: AidCaseTable['door']
  /** The day on which aid was granted, or the notice or the stage change came: the clock of assignment starts. */
  readonly openedOn: string
  readonly personId: string
  readonly matterType: string
  readonly stage: string
  readonly cause: string
  /** Code of the pack's scopes (援助事项范围). */
  readonly scope: string
  readonly aidForms: readonly string[]
  readonly opponentName: string | null
  readonly opponentKey: string | null
  readonly agency: string | null
  readonly facts: string
  /** Categories of the recipient (受援人类别) when the case was opened. */
  readonly categories: readonly string[]
  readonly noticeId: string | null
  /** The notice (通知书) the chain of cases began with. */
  readonly notice: {
    readonly id: string
    readonly number: string
    readonly organName: string
    readonly receivedOn: string
    readonly registeredBy: string
  } | null
  readonly parent: { readonly id: string; readonly number: string } | null
  readonly children: readonly { readonly id: string; readonly number: string; readonly stage: string }[]
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
    readonly kind: 'person' | 'organisation'
    /** Ground on which address and phone are protected (保密), or null. */
    readonly protection: string | null
  }
  readonly application: {
    readonly id: string
    readonly number: string
    readonly receivedOn: string
    readonly hardshipResult: string
    readonly registeredBy: string
  } | null
  readonly decision: {
    readonly number: string
    readonly decidedOn: string
    readonly decidedBy: string
    readonly opinion: string
  } | null
}

/** One case with its person, application and decision. */
export async function findCase(db: ReadonlyKysely<Database>, id: string): Promise<CaseRecord | null> {
  const row = await db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('application as a', 'a.id', 'c.application_id')
    .leftJoin('decision as d', join => join.onRef('d.application_id', '=', 'c.application_id').on('d.set_aside_on', 'is', null))
    .leftJoin('user_account as decider', 'decider.id', 'd.decided_by')
    .leftJoin('user_account as registrar', 'registrar.id', 'a.registered_by')
    .leftJoin('aid_case as parent', 'parent.id', 'c.parent_case_id')
    .leftJoin('notice as n', 'n.id', 'c.notice_id')
    .leftJoin('user_account as receiver', 'receiver.id', 'n.registered_by')
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
      'p.kind as person_kind',
      'p.protection',
      'a.number as application_number',
      'a.received_on',
      'a.hardship_result',
      'registrar.name as registrar_name',
      'd.number as decision_number',
      'd.decided_on',
      'd.opinion',
      'decider.name as decider_name',
      'closer.name as closer_name',
      'parent.number as parent_number',
      'n.number as notice_number',
      'n.organ_name as notice_organ',
      'n.received_on as notice_received_on',
      'receiver.name as notice_receiver',
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const categories = await listCaseCategories(db, id)
  const children = await db
    .selectFrom('aid_case')
    .select(['id', 'number', 'stage'])
    .where('parent_case_id', '=', id)
    .orderBy('id')
    .execute()
  const aidForms: string[] = JSON.parse(row.aid_forms)
  return {
    id: row.id,
    number: row.number,
    door: row.door,
    openedOn: row.opened_on,
    personId: row.person_id,
    matterType: row.matter_type,
    stage: row.stage,
    cause: row.cause,
    scope: row.scope,
    aidForms,
    opponentName: row.opponent_name,
    opponentKey: row.opponent_key,
    agency: row.agency,
    facts: row.facts,
    categories,
    noticeId: row.notice_id,
    notice: noticeOfRow(row),
    parent:
      row.parent_case_id === null || row.parent_number === null ? null : { id: row.parent_case_id, number: row.parent_number },
    children,
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
      kind: row.person_kind,
      protection: row.protection,
    },
    application: applicationOfRow(row),
    decision: decisionOfRow(row),
  }
}

type Whole<Row, Column extends keyof Row> = { readonly [Key in Column]: NonNullable<Row[Key]> }

/** Whether every one of these columns of a left-joined row is filled: the joined row is there. */
function isThere<Row extends object, Column extends keyof Row>(
  row: Row,
  columns: readonly Column[],
): row is Row & Whole<Row, Column> {
  return columns.every(column => row[column] !== null)
}

function applicationOfRow(
  row: {
    readonly [Key in 'application_id' | 'application_number' | 'received_on' | 'hardship_result' | 'registrar_name']:
      | string
      | null
  },
): CaseRecord['application'] {
  if (!isThere(row, ['application_id', 'application_number', 'received_on', 'hardship_result', 'registrar_name'])) return null
  return {
    id: row.application_id,
    number: row.application_number,
    receivedOn: row.received_on,
    hardshipResult: row.hardship_result,
    registeredBy: row.registrar_name,
  }
}

function noticeOfRow(
  row: {
    readonly [Key in 'notice_id' | 'notice_number' | 'notice_organ' | 'notice_received_on' | 'notice_receiver']: string | null
  },
): CaseRecord['notice'] {
  if (!isThere(row, ['notice_id', 'notice_number', 'notice_organ', 'notice_received_on', 'notice_receiver'])) return null
  return {
    id: row.notice_id,
    number: row.notice_number,
    organName: row.notice_organ,
    receivedOn: row.notice_received_on,
    registeredBy: row.notice_receiver,
  }
}

function decisionOfRow(
  row: { readonly [Key in 'decision_number' | 'decided_on' | 'decider_name' | 'opinion']: string | null },
): CaseRecord['decision'] {
  if (!isThere(row, ['decision_number', 'decided_on', 'decider_name', 'opinion'])) return null
  return { number: row.decision_number, decidedOn: row.decided_on, decidedBy: row.decider_name, opinion: row.opinion }
}

/** The ids of what a case began with: its application (申请) or its notice (通知), none for one from an old register. */
export function originsOf(record: Pick<CaseRecord, 'application' | 'noticeId'>): string[] {
  return [record.application?.id, record.noticeId].filter(id => id !== undefined && id !== null)
}

/** Codes of the recipient's categories (受援人类别) when the case was opened. */
export async function listCaseCategories(db: ReadonlyKysely<Database>, caseId: string): Promise<string[]> {
  const rows = await db.selectFrom('case_category').select('category').where('case_id', '=', caseId).orderBy('category').execute()
  return rows.map(row => row.category)
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

/** Brings a case that waits for its assignment in step with the notice (通知书) that opened it, and raises its version. */
export async function changeOpenedCase(
  trx: Transaction<Database>,
  id: string,
  facts: {
    readonly personId: string
    readonly openedOn: string
    readonly stage: string
    readonly cause: string
    readonly scope: string
    readonly aidForms: readonly string[]
    readonly opponentName: string | null
    readonly agency: string
    readonly facts: string
    readonly categories: readonly string[]
    readonly parentCaseId: string | null
    readonly isLifeOrDeath: boolean
  },
): Promise<void> {
  await trx
    .updateTable('aid_case')
    .set(eb => ({
      person_id: facts.personId,
      opened_on: facts.openedOn,
      stage: facts.stage,
      cause: facts.cause,
      scope: facts.scope,
      aid_forms: JSON.stringify(facts.aidForms),
      opponent_name: facts.opponentName,
      opponent_key: opponentKeyOf(facts.opponentName),
      agency: facts.agency,
      facts: facts.facts,
      parent_case_id: facts.parentCaseId,
      is_life_or_death: facts.isLifeOrDeath ? (1 as const) : (0 as const),
      version: nextVersion(eb),
    }))
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('case_category').where('case_id', '=', id).execute()
  const categories = [...new Set(facts.categories)]
  if (categories.length > 0)
    await trx
      .insertInto('case_category')
      .values(categories.map(category => ({ case_id: id, category })))
      .execute()
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
