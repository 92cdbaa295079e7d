import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/** What the office filled in about a place that people are sent to (引导去处). Version 0: nothing yet. */
export type PlaceContact = { readonly phone: string | null; readonly address: string | null; readonly version: number }

/** The telephone and address of every place that was filled in, by its code. */
export async function listPlaceContacts(db: ReadonlyKysely<Database>): Promise<ReadonlyMap<string, PlaceContact>> {
  const rows = await db.selectFrom('referral_place').selectAll().execute()
  return new Map(rows.map(({ code, ...contact }) => [code, contact]))
}

/** Writes a place's telephone and address under its next version. The caller has checked the version. */
export async function savePlaceContact(trx: Transaction<Database>, code: string, contact: PlaceContact): Promise<void> {
  await trx
    .insertInto('referral_place')
    .values({ code, ...contact })
    .onConflict(conflict => conflict.column('code').doUpdateSet(contact))
    .execute()
}
