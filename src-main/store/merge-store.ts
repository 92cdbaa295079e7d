import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { PersonMergeTable } from './schema/people.ts'
import type { Database } from './schema.ts'
import type { MovedRow } from './sqlite/person-references.ts'

/** Writes a merge (合并) with the rows that it moved, and marks the merged entry. */
export async function insertMerge(trx: Transaction<Database>, merge: PersonMergeTable, rows: readonly MovedRow[]): Promise<void> {
  await trx.insertInto('person_merge').values(merge).execute()
  for (let from = 0; from < rows.length; from += 500)
    await trx
      .insertInto('person_merge_row')
      .values(
        rows.slice(from, from + 500).map(row => ({
          merge_id: merge.id,
          table_name: row.table,
          column_name: row.column,
          row_key: row.rowKey,
        })),
      )
      .execute()
  await setMergedInto(trx, merge.merged_id, merge.survivor_id)
}

/** Points an entry to the one that stands for it, or frees it, and raises its version. */
export async function setMergedInto(trx: Transaction<Database>, id: string, survivorId: string | null): Promise<void> {
  await trx
    .updateTable('person')
    .set(eb => ({ merged_into: survivorId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function undoMerge(
  trx: Transaction<Database>,
  id: string,
  undone: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('person_merge')
    .set(eb => ({ undone_at: undone.at, undone_by: undone.by, undone_reason: undone.reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** One merge, or undefined. */
export async function findMerge(db: ReadonlyKysely<Database>, id: string) {
  return db.selectFrom('person_merge').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The rows that a merge moved. */
export async function listMovedRows(db: ReadonlyKysely<Database>, mergeId: string): Promise<MovedRow[]> {
  return db
    .selectFrom('person_merge_row')
    .select(['table_name as table', 'column_name as column', 'row_key as rowKey'])
    .where('merge_id', '=', mergeId)
    .execute()
}

/** Merges in which a person took part, on either side, newest first. */
export async function listMergesOf(db: ReadonlyKysely<Database>, personId: string) {
  return db
    .selectFrom('person_merge as m')
    .innerJoin('person as survivor', 'survivor.id', 'm.survivor_id')
    .innerJoin('person as merged', 'merged.id', 'm.merged_id')
    .innerJoin('user_account as u', 'u.id', 'm.merged_by')
    .leftJoin('user_account as back', 'back.id', 'm.undone_by')
    .selectAll('m')
    .select(['survivor.name as survivor_name', 'merged.name as merged_name', 'u.name as by_name', 'back.name as undone_by_name'])
    .select(eb => [
      eb
        .selectFrom('person_merge_row')
        .whereRef('merge_id', '=', 'm.id')
        .select(one => one.fn.countAll<number>().as('n'))
        .as('moved_rows'),
    ])
    .where(eb => eb.or([eb('m.survivor_id', '=', personId), eb('m.merged_id', '=', personId)]))
    .orderBy('m.merged_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
}
