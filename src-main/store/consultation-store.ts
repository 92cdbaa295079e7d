import type { ExpressionBuilder, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ConsultationInput } from '../contract/consultations.ts'
import type { Database } from './schema.ts'
import { foundIds, searchTerms } from './sqlite/search-index.ts'

/** What the register keeps of a consultation (咨询), apart from the person. */
export type ConsultationFacts = Omit<ConsultationInput, 'person'>

export type ConsultationFilter = {
  readonly from: string | null
  readonly to: string | null
  readonly channel: string | null
  readonly consultantId: string | null
  readonly matterType: string | null
  readonly outcome: string | null
  readonly toldOfRight: boolean | null
  /** What was typed into the list's box; it finds what the search box finds. */
  readonly words: string
}

export async function insertConsultation(
  trx: Transaction<Database>,
  id: string,
  number: string,
  facts: ConsultationFacts,
  registered: { readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .insertInto('consultation')
    .values({
      id,
      number,
      ...columnsOf(facts),
      registered_by: registered.by,
      registered_at: registered.at,
      void_reason: null,
      voided_at: null,
      voided_by: null,
      version: 1,
    })
    .execute()
}

/** Writes every field and raises the version. The caller has checked the version. */
export async function updateConsultation(trx: Transaction<Database>, id: string, facts: ConsultationFacts): Promise<void> {
  await trx
    .updateTable('consultation')
    .set(eb => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Notes what became of a consultation, and raises the version. */
export async function setConsultationOutcome(trx: Transaction<Database>, id: string, outcome: string): Promise<void> {
  await trx
    .updateTable('consultation')
    .set(eb => ({ outcome, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Voids an entry (作废) and raises the version. The caller has checked the version. */
export async function voidConsultation(
  trx: Transaction<Database>,
  id: string,
  voided: { readonly reason: string; readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .updateTable('consultation')
    .set(eb => ({
      void_reason: voided.reason,
      voided_at: voided.at,
      voided_by: voided.by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** One consultation with the names of who registered and who voided it, and the application that came of it (the latest). */
export async function findConsultation(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('consultation as c')
    .innerJoin('user_account as registrar', 'registrar.id', 'c.registered_by')
    .leftJoin('user_account as voider', 'voider.id', 'c.voided_by')
    .selectAll('c')
    .select(['registrar.name as registrar_name', 'voider.name as voider_name'])
    .select(eb => applicationOf(eb).as('application_id'))
    .where('c.id', '=', id)
    .executeTakeFirst()
}

function filtered(db: ReadonlyKysely<Database>, filter: ConsultationFilter) {
  const terms = searchTerms(filter.words)
  let found = db.selectFrom('consultation as c')
  if (filter.from !== null) found = found.where('c.received_on', '>=', filter.from)
  if (filter.to !== null) found = found.where('c.received_on', '<=', filter.to)
  if (filter.channel !== null) found = found.where('c.channel', '=', filter.channel)
  if (filter.consultantId !== null) found = found.where('c.consultant_id', '=', filter.consultantId)
  if (filter.matterType !== null) found = found.where('c.matter_type', '=', filter.matterType)
  if (filter.outcome !== null) found = found.where('c.outcome', '=', filter.outcome)
  if (filter.toldOfRight !== null) found = found.where('c.told_of_right', '=', filter.toldOfRight ? 1 : 0)
  if (terms.length > 0) found = found.where('c.id', 'in', foundIds(db, 'consultation', terms))
  return found
}

function registerRows(db: ReadonlyKysely<Database>, filter: ConsultationFilter) {
  return (
    filtered(db, filter)
      .leftJoin('person as p', 'p.id', 'c.person_id')
      .innerJoin('user_account as consultant', 'consultant.id', 'c.consultant_id')
      .leftJoin('imported_consultation as old', 'old.consultation_id', 'c.id')
      .select([
        'c.id',
        'c.number',
        'c.received_on',
        'c.received_at',
        'c.channel',
        'c.call_number',
        'c.person_id',
        'p.name as person_name',
        'c.persons',
        'c.agent_name',
        'c.matter_type',
        'c.cause',
        'c.content',
        'c.told_of_right',
        'c.outcome',
        'c.void_reason',
      ])
      // Who answered by an old register (旧台账) may be no member of the staff.
      .select(eb => eb.fn.coalesce('old.consultant_name', 'consultant.name').as('consultant_name'))
  )
}

/** A page of the register, newest first, and how many rows the filter finds in all. */
export async function listConsultations(
  db: ReadonlyKysely<Database>,
  filter: ConsultationFilter & { readonly offset: number; readonly limit: number },
) {
  const { total } = await filtered(db, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await registerRows(db, filter)
    .select(eb => applicationOf(eb).as('application_id'))
    .orderBy('c.received_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { rows, total }
}

/** The register as it is printed and exported: oldest first, with what the paper says beyond the list, at most `limit` rows. */
export async function readRegister(db: ReadonlyKysely<Database>, filter: ConsultationFilter, limit: number) {
  return registerRows(db, filter)
    .select([
      'p.sex',
      'p.certificate_number',
      'p.phone',
      'p.protection',
      'c.agent_relation',
      'c.agent_phone',
      'c.opponent_name',
      'c.answer',
      'c.referrals',
      'c.referral_note',
    ])
    .orderBy('c.received_on')
    .orderBy('c.received_at')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

function applicationOf(eb: ExpressionBuilder<Database & { c: Database['consultation'] }, 'c'>) {
  return eb
    .selectFrom('application as a')
    .select('a.id')
    .whereRef('a.consultation_id', '=', 'c.id')
    .orderBy('a.id', 'desc')
    .limit(1)
}

function columnsOf(facts: ConsultationFacts) {
  return {
    channel: facts.channel,
    call_number: facts.callNumber,
    received_on: facts.receivedOn,
    received_at: facts.receivedAt,
    person_id: facts.personId,
    anonymous_reason: facts.anonymousReason,
    persons: facts.persons,
    agent_name: facts.agent?.name ?? null,
    agent_relation: facts.agent?.relation ?? null,
    agent_phone: facts.agent?.phone ?? null,
    matter_type: facts.matterType,
    cause: facts.cause,
    opponent_name: facts.opponentName,
    content: facts.content,
    answer: facts.answer,
    told_of_right: facts.toldOfRight ? (1 as const) : (0 as const),
    outcome: facts.outcome,
    referrals: JSON.stringify(facts.referrals),
    referral_note: facts.referralNote,
    consultant_id: facts.consultantId,
  }
}
