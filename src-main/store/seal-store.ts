import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { SealImageTable } from './schema/papers.ts'
import type { Database } from './schema.ts'

/** The seal image (印章图) and who changed it last. There is always exactly one row; without an image its attachment is null. */
export async function getSeal(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('seal_image as s')
    .leftJoin('user_account as u', 'u.id', 's.changed_by')
    .selectAll('s')
    .select('u.name as changer_name')
    .executeTakeFirstOrThrow()
}

export async function changeSeal(
  trx: Transaction<Database>,
  change: Partial<Pick<SealImageTable, 'attachment' | 'width_tenths_mm' | 'height_tenths_mm' | 'is_on'>>,
  by: string,
  at: string,
): Promise<void> {
  await trx
    .updateTable('seal_image')
    .set(eb => ({ ...change, changed_by: by, changed_at: at, version: eb('version', '+', 1) }))
    .execute()
}

/** How many issued papers carry the seal image. */
export async function countSealedPapers(db: ReadonlyKysely<Database>): Promise<number> {
  const { times } = await db
    .selectFrom('paper')
    .select(eb => eb.fn.countAll<number>().as('times'))
    .where('seal_sha256', 'is not', null)
    .executeTakeFirstOrThrow()
  return times
}
