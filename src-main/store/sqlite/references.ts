import { sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from '../schema.ts'

/** A column that refers to rows of a table, as the schema itself says. */
export type Reference = { readonly table: string; readonly column: string }

/** Every column of every table that refers to `target`. Tables added later are found without anybody remembering them here. */
export async function referencesTo(db: ReadonlyKysely<Database>, target: string): Promise<readonly Reference[]> {
  const references = sql<Reference>`(
    select m.name as "table", f."from" as "column"
    from sqlite_master m, pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" = ${target} collate nocase)`
  return db.selectFrom(references.as('r')).selectAll().execute()
}

/** The ids that rows of another table refer to, among the consultations and cases, or the people, of an import. */
export async function referredIds(
  db: ReadonlyKysely<Database>,
  reference: Reference,
  importId: string,
  idColumn: 'subject_id' | 'person_id',
): Promise<readonly string[]> {
  const column = sql.ref(`t.${reference.column}`)
  const ids = sql<{ id: string }>`(
    select distinct ${column} as id from ${sql.table(reference.table)} t
    where ${column} in (select ${sql.ref(idColumn)} from imported_row where import_id = ${importId}))`
  const rows = await db.selectFrom(ids.as('r')).selectAll().execute()
  return rows.map(row => row.id)
}
