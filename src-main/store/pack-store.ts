import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/** Every rule pack that was ever signed, newest first, without its text. */
export async function listPacks(db: ReadonlyKysely<Database>) {
  const rows = await db
    .selectFrom('rule_pack as p')
    .leftJoin('user_account as u', 'u.id', 'p.enacted_by')
    .leftJoin('user_account as w', 'w.id', 'p.withdrawn_by')
    .select([
      'p.id',
      'p.version',
      'p.name',
      'p.enacted_on',
      'u.name as enacted_by_name',
      'p.sha256',
      'w.name as withdrawn_by_name',
      'p.withdrawn_at',
      'p.withdrawn_reason',
    ])
    .orderBy('p.enacted_on', 'desc')
    .orderBy('p.enacted_at', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    name: row.name,
    enactedOn: row.enacted_on,
    enactedBy: row.enacted_by_name,
    sha256: row.sha256,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by_name ?? '', at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
  }))
}

/** Takes back a pack before its day (撤回). Its row and its version stay. */
export async function withdrawPack(
  trx: Transaction<Database>,
  id: string,
  facts: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('rule_pack')
    .set({ withdrawn_by: facts.by, withdrawn_at: facts.at, withdrawn_reason: facts.reason })
    .where('id', '=', id)
    .execute()
}

/** The JSON text of a pack exactly as it was signed; null when there is no such pack. */
export async function findPackText(db: ReadonlyKysely<Database>, id: string): Promise<string | null> {
  const row = await db.selectFrom('rule_pack').select('content').where('id', '=', id).executeTakeFirst()
  return row?.content ?? null
}

export async function insertPack(
  trx: Transaction<Database>,
  pack: {
    id: string
    version: string
    name: string
    content: string
    sha256: string
    enactedOn: string
    enactedBy: string
    enactedAt: string
  },
): Promise<void> {
  await trx
    .insertInto('rule_pack')
    .values({
      id: pack.id,
      version: pack.version,
      name: pack.name,
      content: pack.content,
      sha256: pack.sha256,
      enacted_on: pack.enactedOn,
      enacted_by: pack.enactedBy,
      enacted_at: pack.enactedAt,
    })
    .execute()
}
