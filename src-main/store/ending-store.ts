import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ApplicationEndingTable } from './schema/applications.ts'
import type { Database } from './schema.ts'

/** Writes how an application ended without a decision: its paper's number, where it went. */
export async function insertEnding(
  trx: Transaction<Database>,
  row: Omit<ApplicationEndingTable, 'confirmed_on' | 'confirmed_by_name'>,
): Promise<void> {
  await trx
    .insertInto('application_ending')
    .values({ ...row, confirmed_on: null, confirmed_by_name: null })
    .execute()
}

export async function confirmHandOver(trx: Transaction<Database>, applicationId: string, on: string, by: string): Promise<void> {
  await trx
    .updateTable('application_ending')
    .set({ confirmed_on: on, confirmed_by_name: by })
    .where('application_id', '=', applicationId)
    .execute()
}

export async function findEnding(db: ReadonlyKysely<Database>, applicationId: string) {
  return db.selectFrom('application_ending').selectAll().where('application_id', '=', applicationId).executeTakeFirst()
}
