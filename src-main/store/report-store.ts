import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ParcelTable } from './schema/papers.ts'
import type { Database } from './schema.ts'

/** Consultations received in a period (calendar days, inclusive), without those voided (作废). */
export async function listConsultationsBetween(db: ReadonlyKysely<Database>, from: string, to: string) {
  return db
    .selectFrom('consultation as c')
    .leftJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.number', 'c.received_on', 'c.channel', 'c.matter_type', 'c.outcome', 'c.cause', 'p.name'])
    .where('c.voided_at', 'is', null)
    .where('c.received_on', '>=', from)
    .where('c.received_on', '<=', to)
    .orderBy('c.received_on')
    .orderBy('c.id')
    .execute()
}

/** Applications received, decided or withdrawn in a period. */
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
        'd.outcome as decision_outcome',
        'd.decided_on',
        'd.refusal_reasons',
        'p.name',
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
          ),
      )
      .orderBy('a.received_on')
      .orderBy('a.id')
      .execute()
  )
}

/** Cases that were open on any day of a period, closed ones with their results, the handler's kind and the recipient's categories. */
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
      'c.aid_forms',
      'c.scope',
      'a.hardship_outcome',
      'p.name',
      'h.kind as handler_kind',
      'o.kind as provider_kind',
      'v.sealed_at',
    ])
    .where('c.opened_on', '<=', to)
    .where('c.id', 'in', openOrClosedSince(db, from))
    .orderBy('c.opened_on')
    .orderBy('c.id')
    .execute()
  const categories = await db
    .selectFrom('case_category as g')
    .innerJoin('aid_case as c', 'c.id', 'g.case_id')
    .select(['g.case_id', 'g.category'])
    .where('c.opened_on', '<=', to)
    .where('c.id', 'in', openOrClosedSince(db, from))
    .execute()
  const byCase = new Map<string, string[]>()
  for (const { case_id, category } of categories) {
    const list = byCase.get(case_id)
    if (list) list.push(category)
    else byCase.set(case_id, [category])
  }
  return cases.map(row => ({ ...row, categories: byCase.get(row.id) ?? [] }))
}

/** Cases that have not closed, by their status, and those that closed on a day or later. */
function openOrClosedSince(db: ReadonlyKysely<Database>, from: string) {
  return db
    .selectFrom('aid_case')
    .select('id')
    .where('status', 'in', ['awaiting-assignment', 'handling'])
    .union(db.selectFrom('aid_case').select('id').where('closed_on', '>=', from))
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
