import type { Insertable, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** SQLite takes at most 32,766 values in one statement. */
const MOST_VALUES = 30_000

/** Inserts many rows of one table, as few statements as SQLite allows. All rows have the same columns. */
export async function insertMany<Table extends keyof Database>(
  trx: Transaction<Database>,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const atOnce = Math.max(1, Math.floor(MOST_VALUES / Object.keys(first).length))
  for (let from = 0; from < rows.length; from += atOnce)
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + atOnce))
      .execute()
}
