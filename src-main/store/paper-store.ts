import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { listParties } from './application-party-store.ts'
import type { PaperTable } from './schema/papers.ts'
import type { Database } from './schema.ts'

/** Everything that the papers (文书) of an application may say. Undefined when there is no such application. */
export async function findApplicationFacts(db: ReadonlyKysely<Database>, id: string) {
  const row = await db
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('user_account as registrar', 'registrar.id', 'a.registered_by')
    .leftJoin('decision as d', join => join.onRef('d.application_id', '=', 'a.id').on('d.set_aside_on', 'is', null))
    .leftJoin('user_account as decider', 'decider.id', 'd.decided_by')
    .select([
      'a.id',
      'a.number',
      'a.received_on',
      'a.matter_type',
      'a.stage',
      'a.cause',
      'a.scope',
      'a.aid_forms',
      'a.opponent_name',
      'a.agency',
      'a.facts',
      'a.hardship_input',
      'a.hardship_result',
      'a.pack_version',
      'a.person_id',
      'a.closed_on',
      'a.end_kind',
      'a.end_reason',
      'p.name',
      'p.sex',
      'p.birth_date',
      'p.certificate_kind',
      'p.certificate_number',
      'p.phone',
      'p.household_address',
      'p.address',
      'p.ethnicity',
      'p.education',
      'p.occupation',
      'p.workplace',
      'a.agency_number',
      'a.representation',
      'a.custody',
      'a.filling',
      'a.reading',
      'p.registration_kind',
      'registrar.name as registrar_name',
      'd.number as decision_number',
      'd.outcome as decision_outcome',
      'd.decided_on',
      'd.aid_forms as decision_aid_forms',
      'd.refusal_reasons',
      'd.opinion',
      'd.pack_version as decision_pack_version',
      'decider.name as decider_name',
    ])
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const materials = await db
    .selectFrom('application_material')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('position')
    .execute()
  const categories = await db.selectFrom('application_category').select('category').where('application_id', '=', id).execute()
  const supplement = await db
    .selectFrom('supplement')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const parties = await listParties(db, id)
  return { ...row, materials, categories: categories.map(one => one.category), supplement, parties }
}

/** Everything that the papers of a case may say, with the assignment that stands. Undefined when there is no such case. */
export async function findCaseFacts(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('aid_case as c')
    .leftJoin('application as a', 'a.id', 'c.application_id')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('assignment as s', join => join.onRef('s.case_id', '=', 'c.id').on('s.ended_on', 'is', null))
    .leftJoin('provider as o', 'o.id', 's.provider_id')
    .leftJoin('handler as h', 'h.id', 's.handler_id')
    .select([
      'c.id',
      'c.number',
      'c.matter_type',
      'c.stage',
      'c.cause',
      'c.opponent_name',
      'c.opened_on',
      'c.closed_on',
      'c.closing_basis',
      'c.closing_mode',
      'c.outcome',
      'c.recovered_fen',
      'c.closing_summary',
      'c.papers_received_on',
      'c.papers_reviewed_on',
      'c.application_id',
      'c.pack_version',
      'c.aid_forms',
      'c.agency',
      'a.received_on',
      'p.name',
      'p.phone',
      'p.sex',
      'p.birth_date',
      's.number as assignment_number',
      's.assigned_on',
      'o.name as provider_name',
      'o.kind as provider_kind',
      'h.name as handler_name',
      'h.licence_number',
      'h.kind as handler_kind',
      'h.phone as handler_phone',
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
}

/** Everything that the register form of a consultation (咨询登记表) says. */
export async function findConsultationFacts(db: ReadonlyKysely<Database>, id: string) {
  const row = await db
    .selectFrom('consultation as c')
    .leftJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('user_account as consultant', 'consultant.id', 'c.consultant_id')
    .innerJoin('user_account as recorder', 'recorder.id', 'c.registered_by')
    .select([
      'c.id',
      'c.number',
      'c.channel',
      'c.call_number',
      'c.anonymous_reason',
      'c.persons',
      'c.agent_name',
      'c.agent_relation',
      'c.agent_phone',
      'c.received_on',
      'c.received_at',
      'c.matter_type',
      'c.cause',
      'c.opponent_name',
      'c.content',
      'c.answer',
      'c.told_of_right',
      'c.outcome',
      'c.referrals',
      'c.referral_note',
      'p.id as person_id',
      'p.name',
      'p.sex',
      'p.birth_date',
      'p.certificate_number',
      'p.phone',
      'p.address',
      'consultant.name as consultant_name',
      'recorder.name as recorder_name',
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const categories =
    row.person_id === null
      ? []
      : await db.selectFrom('person_category').select('category').where('person_id', '=', row.person_id).execute()
  return { ...row, categories: categories.map(one => one.category) }
}

/** A subsidy sheet with its case and its history, as the 补贴核算表 shows it. */
export async function findSubsidyFacts(db: ReadonlyKysely<Database>, id: string) {
  const row = await db
    .selectFrom('subsidy_sheet as s')
    .innerJoin('aid_case as c', 'c.id', 's.case_id')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('handler as h', 'h.id', 's.handler_id')
    .innerJoin('provider as o', 'o.id', 'h.provider_id')
    .innerJoin('user_account as preparer', 'preparer.id', 's.prepared_by')
    .leftJoin('user_account as approver', 'approver.id', 's.approved_by')
    .select([
      's.id',
      's.number',
      's.computation',
      's.total_fen',
      's.pack_version',
      's.prepared_at',
      's.approved_at',
      's.tier_label',
      's.payment_list_id',
      'c.number as case_number',
      'c.matter_type',
      'c.stage',
      'c.cause',
      'c.closed_on',
      'p.name as recipient',
      'h.name as handler_name',
      'h.kind as handler_kind',
      'h.certificate_number',
      'h.bank_name',
      'h.bank_account',
      'o.name as provider_name',
      'preparer.name as preparer_name',
      'approver.name as approver_name',
    ])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const acts = await db
    .selectFrom('subsidy_act as t')
    .innerJoin('user_account as u', 'u.id', 't.acted_by')
    .select(['t.act', 't.opinion', 't.acted_at', 'u.name as by'])
    .where('t.subsidy_id', '=', id)
    .orderBy('t.acted_at')
    .orderBy('t.id')
    .execute()
  return { ...row, acts }
}

/** A payment list (支付清单) and the sheets on it in the order of their numbers. */
export async function findPaymentListFacts(db: ReadonlyKysely<Database>, id: string) {
  const list = await db
    .selectFrom('payment_list as l')
    .innerJoin('user_account as u', 'u.id', 'l.made_by')
    .select(['l.id', 'l.number', 'l.made_on', 'l.total_fen', 'u.name as maker_name'])
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (!list) return undefined
  const sheets = await db
    .selectFrom('subsidy_sheet as s')
    .innerJoin('aid_case as c', 'c.id', 's.case_id')
    .innerJoin('handler as h', 'h.id', 's.handler_id')
    .innerJoin('provider as o', 'o.id', 'h.provider_id')
    .leftJoin('user_account as approver', 'approver.id', 's.approved_by')
    .select([
      's.number',
      's.total_fen',
      's.tier_label',
      'c.number as case_number',
      'h.name as handler_name',
      'h.certificate_number',
      'h.bank_name',
      'h.bank_account',
      'o.name as provider_name',
      'approver.name as approver_name',
    ])
    .where('s.payment_list_id', '=', id)
    .orderBy('s.prepared_at')
    .orderBy('s.id')
    .execute()
  return { ...list, sheets }
}

/** The papers issued for a subject, oldest first. */
export async function listPapers(db: ReadonlyKysely<Database>, subjectKind: string, subjectId: string) {
  return db
    .selectFrom('paper as p')
    .innerJoin('user_account as u', 'u.id', 'p.issued_by')
    .selectAll('p')
    .select('u.name as issuer_name')
    .where('p.subject_kind', '=', subjectKind)
    .where('p.subject_id', '=', subjectId)
    .orderBy('p.issued_at')
    .orderBy('p.id')
    .execute()
}

export async function findPaper(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('paper as p')
    .innerJoin('user_account as u', 'u.id', 'p.issued_by')
    .selectAll('p')
    .select('u.name as issuer_name')
    .where('p.id', '=', id)
    .executeTakeFirst()
}

export async function insertPaper(trx: Transaction<Database>, paper: PaperTable): Promise<void> {
  await trx.insertInto('paper').values(paper).execute()
}

/** Counts one more printing of an issued paper. */
export async function countPrinting(trx: Transaction<Database>, id: string): Promise<void> {
  await trx
    .updateTable('paper')
    .set(eb => ({ times_printed: eb('times_printed', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Registers a stored file, once. */
export async function recordAttachment(
  trx: Transaction<Database>,
  attachment: {
    readonly sha256: string
    readonly bytes: number
    readonly mediaType: string
    readonly pages: number
    readonly createdAt: string
  },
): Promise<void> {
  await trx
    .insertInto('attachment')
    .values({
      sha256: attachment.sha256,
      bytes: attachment.bytes,
      media_type: attachment.mediaType,
      pages: attachment.pages,
      created_at: attachment.createdAt,
    })
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute()
}
