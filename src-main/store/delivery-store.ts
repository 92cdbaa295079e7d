import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { DeliveryTable } from './schema/papers.ts'
import type { Database } from './schema.ts'

export async function insertDelivery(trx: Transaction<Database>, row: DeliveryTable): Promise<void> {
  await trx.insertInto('delivery').values(row).execute()
}

/** Deliveries (送达) of a subject's papers, in the order in which they were recorded. */
export async function listDeliveries(db: ReadonlyKysely<Database>, subjectKind: string, subjectId: string) {
  return db
    .selectFrom('delivery as v')
    .innerJoin('paper as p', 'p.id', 'v.paper_id')
    .innerJoin('user_account as u', 'u.id', 'v.recorded_by')
    .selectAll('v')
    .select(['p.title as paper_title', 'p.number as paper_number', 'p.form as paper_form', 'u.name as recorder_name'])
    .where('v.subject_kind', '=', subjectKind)
    .where('v.subject_id', '=', subjectId)
    .orderBy('v.recorded_at')
    .orderBy('v.id')
    .execute()
}

export async function findDelivery(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('delivery as v')
    .innerJoin('paper as p', 'p.id', 'v.paper_id')
    .innerJoin('user_account as u', 'u.id', 'v.recorded_by')
    .selectAll('v')
    .select(['p.title as paper_title', 'p.number as paper_number', 'u.name as recorder_name'])
    .where('v.id', '=', id)
    .executeTakeFirst()
}
