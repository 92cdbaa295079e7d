import type { ExpressionBuilder, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ParcelTable } from './schema/papers.ts'
import type { Database } from './schema.ts'

/** Consultations received in a period (calendar days, inclusive), without those voided (作废). */
export async function listConsultationsBetween(db: ReadonlyKysely<Database>, from: string, to: string) {
  return db
    .selectFrom('consultation as c')
    .leftJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.number', 'c.received_on', 'c.channel', 'c.matter_type', 'c.outcome', 'c.cause', 'c.persons', 'p.name'])
    .where('c.voided_at', 'is', null)
    .where('c.received_on', '>=', from)
    .where('c.received_on', '<=', to)
    .orderBy('c.received_on')
    .orderBy('c.id')
    .execute()
}

/**
 * Applications received, decided, ended or objected to in a period. A decision that was set aside (责令改正) is not theirs any more: the one
 * that took its place is.
 */
export async function listApplicationsTouching(db: ReadonlyKysely<Database>, from: string, to: string) {
  return (
    db
      .selectFrom('application as a')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .leftJoin('decision as d', join => join.onRef('d.application_id', '=', 'a.id').on('d.set_aside_on', 'is', null))
      .select([
        'a.id',
        'a.number',
        'a.received_on',
        'a.matter_type',
        'a.stage',
        'a.cause',
        'a.scope',
        'a.aid_forms',
        'a.hardship_outcome',
        'a.status',
        'a.closed_on',
        'a.end_kind',
        'd.outcome as decision_outcome',
        'd.decided_on',
        'd.refusal_reasons',
        'p.name',
      ])
      .select(eb => [
        objections(eb, 'filed_on').as('objected_on'),
        objections(eb, 'answered_on').where('answer_result', '=', 'corrected').as('corrected_on'),
      ])
      // Each way of touching the period by its own index: one condition over three tables would read them all.
      .where('a.id', 'in', eb =>
        eb
          .selectFrom('application')
          .select('id')
          .where('received_on', '>=', from)
          .where('received_on', '<=', to)
          .union(
            eb
              .selectFrom('decision')
              .select('application_id as id')
              .where('decided_on', '>=', from)
              .where('decided_on', '<=', to),
          )
          .union(
            eb
              .selectFrom('application')
              .select('id')
              .where('status', '=', 'withdrawn')
              .where('closed_on', '>=', from)
              .where('closed_on', '<=', to),
          )
          .union(touchedObjections(db, 'filed_on', from, to))
          .union(touchedObjections(db, 'answered_on', from, to)),
      )
      .orderBy('a.received_on')
      .orderBy('a.id')
      .execute()
  )
}

type ObjectionDay = 'filed_on' | 'answered_on'

/** The day on which the last objection (异议) to a decision on the application was filed or answered. */
function objections(eb: ExpressionBuilder<Database & { a: Database['application'] }, 'a'>, day: ObjectionDay) {
  return eb
    .selectFrom('objection as o')
    .select(({ fn }) => fn.max(`o.${day}`).as('day'))
    .whereRef('o.application_id', '=', 'a.id')
}

function touchedObjections(db: ReadonlyKysely<Database>, day: ObjectionDay, from: string, to: string) {
  return db.selectFrom('objection').select('application_id as id').where(day, '>=', from).where(day, '<=', to)
}

/**
 * Cases that were open on any day of a period, closed ones with their results, the handler's kind and the recipient's categories; those of
 * an old register that does not say when they ended, when they were opened in the period.
 */
export async function listCasesTouching(db: ReadonlyKysely<Database>, from: string, to: string) {
  const cases = await db
    .selectFrom('aid_case as c')
    .leftJoin('application as a', 'a.id', 'c.application_id')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('assignment as s', join => join.onRef('s.case_id', '=', 'c.id').on('s.ended_on', 'is', null))
    .leftJoin('handler as h', 'h.id', 's.handler_id')
    .leftJoin('provider as o', 'o.id', 's.provider_id')
    .leftJoin('volume as v', 'v.case_id', 'c.id')
    .select([
      'c.id',
      'c.number',
      'c.door',
      'c.opened_on',
      'c.closed_on',
      'c.matter_type',
      'c.stage',
      'c.cause',
      'c.closing_mode',
      'c.outcome',
      'c.recovered_fen',
      'c.persons_helped',
      'c.status',
      'c.application_id',
      'a.is_group',
      'c.aid_forms',
      'c.scope',
      'a.hardship_outcome',
      'p.name',
      'h.kind as handler_kind',
      'o.kind as provider_kind',
      'v.sealed_at',
    ])
    .where('c.opened_on', '<=', to)
    .where('c.id', 'in', touchingCases(db, from))
    .orderBy('c.opened_on')
    .orderBy('c.id')
    .execute()
  const categories = await db
    .selectFrom('case_category as g')
    .innerJoin('aid_case as c', 'c.id', 'g.case_id')
    .select(['g.case_id', 'g.category'])
    .where('c.opened_on', '<=', to)
    .where('c.id', 'in', touchingCases(db, from))
    .execute()
  const byCase = new Map<string, string[]>()
  for (const { case_id, category } of categories) {
    const list = byCase.get(case_id)
    if (list) list.push(category)
    else byCase.set(case_id, [category])
  }
  return cases.map(row => ({ ...row, categories: byCase.get(row.id) ?? [] }))
}

/** The co-applicants (共同申请人) of these applications as the register of persons knows them. */
export async function listCoApplicantsOf(db: ReadonlyKysely<Database>, applicationIds: readonly string[]) {
  const found = []
  for (let from = 0; from < applicationIds.length; from += IDS_AT_ONCE) {
    const people = await db
      .selectFrom('application_party as t')
      .leftJoin('person as p', 'p.id', 't.person_id')
      .select(['t.application_id', 't.person_id', 'p.sex', 'p.birth_date'])
      .where('t.application_id', 'in', applicationIds.slice(from, from + IDS_AT_ONCE))
      .where('t.role', '=', 'co-applicant')
      .execute()
    const ids = people.flatMap(one => one.person_id ?? [])
    const categories =
      ids.length === 0 ? [] : await db.selectFrom('person_category').selectAll().where('person_id', 'in', ids).execute()
    found.push(
      ...people.map(one => ({
        ...one,
        categories: categories.filter(held => held.person_id === one.person_id).map(held => held.category),
      })),
    )
  }
  return found
}

/** SQLite binds a limited number of values in one statement. */
const IDS_AT_ONCE = 500

/** Cases that have not closed, by their status, those that closed on a day or later, and those opened then whose end is not recorded. */
function touchingCases(db: ReadonlyKysely<Database>, from: string) {
  return db
    .selectFrom('aid_case')
    .select('id')
    .where('status', 'in', ['awaiting-assignment', 'handling'])
    .union(db.selectFrom('aid_case').select('id').where('closed_on', '>=', from))
    .union(db.selectFrom('aid_case').select('id').where('status', '=', 'historic').where('opened_on', '>=', from))
}

/** How many cases of old registers (旧册) were opened or closed in a period. */
export async function countImportedCases(db: ReadonlyKysely<Database>, from: string, to: string): Promise<number> {
  const { cases } = await db
    .selectFrom('aid_case')
    .select(({ fn }) => fn.countAll<number>().as('cases'))
    .where('door', '=', 'imported')
    .where(eb => eb.or([eb.between('opened_on', from, to), eb.between('closed_on', from, to)]))
    .executeTakeFirstOrThrow()
  return cases
}

/** Subsidy sheets approved or paid in a period. */
export async function listSubsidiesTouching(db: ReadonlyKysely<Database>, from: string, to: string) {
  return db
    .selectFrom('subsidy_sheet as s')
    .innerJoin('aid_case as c', 'c.id', 's.case_id')
    .innerJoin('handler as h', 'h.id', 's.handler_id')
    .innerJoin('provider as o', 'o.id', 'h.provider_id')
    .leftJoin('payment_list as l', 'l.id', 's.payment_list_id')
    .select([
      's.id',
      's.number',
      's.approved_on',
      's.total_fen',
      'l.paid_on',
      'c.matter_type',
      'c.stage',
      'c.number as case_number',
      'h.name as handler_name',
      'h.kind as handler_kind',
      'o.kind as provider_kind',
    ])
    .where('s.id', 'in', eb =>
      eb
        .selectFrom('subsidy_sheet')
        .select('id')
        .where('approved_on', '>=', from)
        .where('approved_on', '<=', to)
        .union(
          eb
            .selectFrom('payment_list as paid')
            .innerJoin('subsidy_sheet as listed', 'listed.payment_list_id', 'paid.id')
            .select('listed.id')
            .where('paid.paid_on', '>=', from)
            .where('paid.paid_on', '<=', to),
        ),
    )
    .orderBy('s.approved_on')
    .orderBy('s.id')
    .execute()
}

export async function insertParcel(trx: Transaction<Database>, parcel: ParcelTable): Promise<void> {
  await trx.insertInto('parcel').values(parcel).execute()
}

/** The parcels (报送包) that were made, newest first. */
export async function listParcels(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('parcel as p')
    .innerJoin('user_account as u', 'u.id', 'p.made_by')
    .select(['p.id', 'p.number', 'p.title', 'p.made_at', 'u.name as maker_name', 'p.sha256'])
    .orderBy('p.made_at', 'desc')
    .execute()
}
