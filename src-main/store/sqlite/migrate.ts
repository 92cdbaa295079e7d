import { Kysely, sql } from 'kysely'
import { storageError } from '../storage-error.ts'
import { dialectOn, type RawConnection } from './open-connection.ts'

export type Migration = { readonly name: string; readonly up: (db: Kysely<unknown>) => Promise<void> }

/** Schema version of an open file: the number of migrations it has seen. */
export function schemaVersion(connection: RawConnection): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

/**
 * Brings the file to the newest schema in one transaction: all pending migrations or none. Foreign keys are off while tables are rebuilt
 * (with them on, dropping a table deletes its children) and checked before the commit.
 * @throws StorageError newer-file when the file has seen more migrations than this program knows; whatever a migration throws, after rollback.
 */
export async function migrate(
  connection: RawConnection,
  migrations: readonly Migration[],
): Promise<{ readonly from: number; readonly to: number }> {
  const from = schemaVersion(connection)
  if (from > migrations.length) throw storageError('newer-file')
  if (from === migrations.length) return { from, to: from }
  connection.pragma('foreign_keys = off')
  try {
    const db = new Kysely<unknown>({ dialect: dialectOn(connection) })
    await db.transaction().execute(async trx => {
      for (const migration of migrations.slice(from)) await migration.up(trx)
      const violations = await sql`pragma foreign_key_check`.execute(trx)
      if (violations.rows.length > 0) throw storageError('corrupt')
      await sql.raw(`pragma user_version = ${migrations.length}`).execute(trx)
    })
  } finally {
    connection.pragma('foreign_keys = on')
  }
  return { from, to: migrations.length }
}
