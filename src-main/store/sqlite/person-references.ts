import { sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'

/** A row of another table that stood under a person. `rowKey` is its primary key as a JSON array. */
export type MovedRow = { readonly table: string; readonly column: string; readonly rowKey: string }

type Reference = { readonly table: string; readonly column: string; readonly key: readonly string[] }

/** Kept by the person itself, or part of the history of merging. */
const OWN_TABLES: ReadonlySet<string> = new Set(['person', 'person_category', 'person_merge', 'person_merge_row'])

/**
 * Puts everything that stands under one person under another (合并) and says which rows those were. The tables are found by their foreign
 * keys, so that a new one is never forgotten. A column that is part of its table's key stays: the row says who somebody is by being there.
 */
export async function movePersonRows(trx: Transaction<Database>, from: string, to: string): Promise<MovedRow[]> {
  const moved: MovedRow[] = []
  for (const { table, column, key } of await referencesToPerson(trx)) {
    const rows = await sql<{
      row_key: string
    }>`select ${keyOf(key)} as row_key from ${sql.table(table)} where ${sql.ref(column)} = ${from}`.execute(trx)
    if (rows.rows.length === 0) continue
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from}`.execute(trx)
    moved.push(...rows.rows.map(row => ({ table, column, rowKey: row.row_key })))
  }
  return moved
}

/** Puts exactly these rows back (撤销合并), those that still stand under `from`. Answers how many there were. */
export async function movePersonRowsBack(
  trx: Transaction<Database>,
  rows: readonly MovedRow[],
  from: string,
  to: string,
): Promise<number> {
  const references = await referencesToPerson(trx)
  let count = 0
  for (const { table, column, rowKey } of rows) {
    const reference = references.find(one => one.table === table && one.column === column)
    if (!reference) continue
    const done = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to}
      where ${sql.ref(column)} = ${from} and ${keyOf(reference.key)} = ${rowKey}`.execute(trx)
    count += Number(done.numAffectedRows ?? 0)
  }
  return count
}

async function referencesToPerson(trx: Transaction<Database>): Promise<Reference[]> {
  const found = await sql<{ table: string; column: string }>`
    select m.name as "table", f."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" = 'person' order by m.name, f."from"`.execute(trx)
  const references: Reference[] = []
  for (const { table, column } of found.rows) {
    if (OWN_TABLES.has(table)) continue
    const keys = await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(trx)
    const key = keys.rows.map(row => row.name)
    if (key.length > 0 && !key.includes(column)) references.push({ table, column, key })
  }
  return references
}

function keyOf(columns: readonly string[]) {
  return sql<string>`json_array(${sql.join(columns.map(column => sql.ref(column)))})`
}
