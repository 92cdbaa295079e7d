import type { ExpressionBuilder, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ConsultationInput } from '../contract/consultations.ts'
import type { Database } from './schema.ts'
import { foundIds, searchTerms } from './sqlite/search-index.ts'

/** What the register keeps of a consultation (咨询), apart from the person. */
export type ConsultationFacts = Omit<ConsultationInput, 'person' | 'personId'> & { readonly personId: string }

export type ConsultationFilter = {
  readonly from: string | null
  readonly to: string | null
  readonly channel: string | null
  readonly outcome: string | null
  /** What was typed into the list's box; it finds what the search box finds. */
  readonly words: string
  readonly offset: number
  readonly limit: number
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
    .values({ id, number, ...columnsOf(facts), registered_by: registered.by, registered_at: registered.at, version: 1 })
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

/** One consultation with the names of who registered it, and the application that came of it (the latest). */
export async function findConsultation(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('consultation as c')
    .innerJoin('user_account as registrar', 'registrar.id', 'c.registered_by')
    .selectAll('c')
    .select('registrar.name as registrar_name')
    .select(eb => applicationOf(eb).as('application_id'))
    .where('c.id', '=', id)
    .executeTakeFirst()
}

/** A page of the register, newest first, and how many rows the filter finds in all. */
export async function listConsultations(db: ReadonlyKysely<Database>, filter: ConsultationFilter) {
  const terms = searchTerms(filter.words)
  let found = db.selectFrom('consultation as c')
  if (filter.from !== null) found = found.where('c.received_on', '>=', filter.from)
  if (filter.to !== null) found = found.where('c.received_on', '<=', filter.to)
  if (filter.channel !== null) found = found.where('c.channel', '=', filter.channel)
  if (filter.outcome !== null) found = found.where('c.outcome', '=', filter.outcome)
  if (terms.length > 0) found = found.where('c.id', 'in', foundIds(db, 'consultation', terms))
  const { total } = await found.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('user_account as consultant', 'consultant.id', 'c.consultant_id')
    .select([
      'c.id',
      'c.number',
      'c.received_on',
      'c.received_at',
      'c.channel',
      'c.person_id',
      'p.name as person_name',
      'c.matter_type',
      'c.cause',
      'c.content',
      'c.outcome',
      'consultant.name as consultant_name',
    ])
    .select(eb => applicationOf(eb).as('application_id'))
    .orderBy('c.received_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { rows, total }
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
    received_on: facts.receivedOn,
    received_at: facts.receivedAt,
    person_id: facts.personId,
    matter_type: facts.matterType,
    cause: facts.cause,
    opponent_name: facts.opponentName,
    content: facts.content,
    answer: facts.answer,
    told_of_right: facts.toldOfRight ? (1 as const) : (0 as const),
    outcome: facts.outcome,
    consultant_id: facts.consultantId,
  }
}
