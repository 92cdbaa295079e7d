import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { DayArrangement } from '../domain/rule-pack/rule-pack.ts'
import type { Database } from './schema.ts'

/** A year's holiday order (放假安排) as it was taken in from a file. */
export type HolidayYear = { readonly importId: string; readonly year: number; readonly days: readonly DayArrangement[] }

/** The years that stand: of each year the newest import that was not undone. */
export async function listHolidayYears(db: ReadonlyKysely<Database>): Promise<HolidayYear[]> {
  const imports = await db
    .selectFrom('holiday_import')
    .select(['id', 'year'])
    .where('undone_at', 'is', null)
    .orderBy('imported_at')
    .orderBy('id')
    .execute()
  const newest = new Map(imports.map(one => [one.year, one.id]))
  const ids = [...newest.values()]
  if (ids.length === 0) return []
  const days = await db.selectFrom('holiday_day').selectAll().where('import_id', 'in', ids).orderBy('date').execute()
  return [...newest].map(([year, importId]) => ({
    year,
    importId,
    days: days
      .filter(day => day.import_id === importId)
      .map(day => ({ date: day.date, name: day.name, isWorking: day.is_working === 1 })),
  }))
}

/** Every import, newest first, with who made and who undid it. */
export async function listHolidayImports(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('holiday_import as i')
    .innerJoin('user_account as u', 'u.id', 'i.imported_by')
    .leftJoin('user_account as w', 'w.id', 'i.undone_by')
    .select(eb => [
      'i.id',
      'i.year',
      'i.file_name',
      'i.attachment',
      'i.imported_at',
      'u.name as by_name',
      'i.undone_at',
      'i.undo_reason',
      'w.name as undone_by_name',
      eb
        .selectFrom('holiday_day as d')
        .whereRef('d.import_id', '=', 'i.id')
        .select(one => one.fn.countAll<number>().as('days'))
        .as('days'),
    ])
    .orderBy('i.imported_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
}

export async function insertHolidayImport(
  trx: Transaction<Database>,
  facts: {
    readonly id: string
    readonly year: number
    readonly fileName: string
    readonly attachment: string
    readonly by: string
    readonly at: string
    readonly days: readonly DayArrangement[]
  },
): Promise<void> {
  await trx
    .insertInto('holiday_import')
    .values({
      id: facts.id,
      year: facts.year,
      file_name: facts.fileName,
      attachment: facts.attachment,
      imported_by: facts.by,
      imported_at: facts.at,
    })
    .execute()
  await trx
    .insertInto('holiday_day')
    .values(
      facts.days.map(day => ({
        import_id: facts.id,
        date: day.date,
        name: day.name,
        is_working: day.isWorking ? (1 as const) : (0 as const),
      })),
    )
    .execute()
}

/** Marks an import as undone; its days stay in the record. */
export async function undoHolidayImport(
  trx: Transaction<Database>,
  id: string,
  facts: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('holiday_import')
    .set({ undone_by: facts.by, undone_at: facts.at, undo_reason: facts.reason })
    .where('id', '=', id)
    .execute()
}
