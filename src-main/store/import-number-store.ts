import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { insertMany } from './bulk-store.ts'
import type { NumberLedgerTable } from './schema/numbers.ts'
import type { Database } from './schema.ts'

/** The reason under which an undone import's numbers are void (导入撤销). */
export const IMPORT_UNDONE = '导入撤销'

/** Why the number was entered late (补录原因). */
const BACK_REASON = '旧台账导入'

const AT_ONCE = 5_000

export type LedgerLine = Pick<NumberLedgerTable, 'series' | 'year' | 'seq' | 'text' | 'status' | 'subject_kind' | 'void_reason'>

/** Every number of these series and years, and every number of these texts wherever it stands. */
export async function listTakenNumbers(
  db: ReadonlyKysely<Database>,
  places: readonly { readonly series: string; readonly year: number }[],
  texts: readonly string[],
): Promise<readonly LedgerLine[]> {
  const lines: LedgerLine[] = []
  const ledger = db.selectFrom('number_ledger').select(['series', 'year', 'seq', 'text', 'status', 'subject_kind', 'void_reason'])
  const distinct = new Map(places.map(place => [`${place.series} ${place.year}`, place]))
  for (const { series, year } of distinct.values())
    lines.push(...(await ledger.where('series', '=', series).where('year', '=', year).execute()))
  for (let from = 0; from < texts.length; from += AT_ONCE)
    lines.push(...(await ledger.where('text', 'in', texts.slice(from, from + AT_ONCE)).execute()))
  return lines
}

/** The last number drawn in a series and year; 0 before the first. */
export async function lastSeqOf(db: ReadonlyKysely<Database>, series: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('number_series')
    .select('last_seq')
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.last_seq ?? 0
}

export type EnteredNumber = {
  readonly series: string
  readonly year: number
  readonly seq: number
  readonly text: string
  readonly subjectKind: string
  readonly subjectId: string
  /** The day of the old entry. */
  readonly datedOn: string | null
}

/**
 * Enters old numbers (补录) where they belong, so that none is ever given out again: the series goes on above the highest. A number that is
 * void because its import was undone is taken up again, since it belongs to the same entry of the same paper register.
 */
export async function enterNumbers(
  trx: Transaction<Database>,
  numbers: readonly EnteredNumber[],
  drawn: { readonly at: string; readonly by: string },
): Promise<void> {
  const undone = await listUndoneNumbers(trx, numbers)
  for (const one of numbers.filter(number => undone.has(placeKey(number))))
    await trx
      .updateTable('number_ledger')
      .set({
        status: 'used',
        subject_kind: one.subjectKind,
        subject_id: one.subjectId,
        drawn_at: drawn.at,
        drawn_by: drawn.by,
        dated_on: one.datedOn,
        back_reason: BACK_REASON,
        void_reason: null,
        voided_at: null,
        voided_by: null,
      })
      .where('series', '=', one.series)
      .where('year', '=', one.year)
      .where('seq', '=', one.seq)
      .execute()
  await insertMany(
    trx,
    'number_ledger',
    numbers
      .filter(one => !undone.has(placeKey(one)))
      .map(one => ({
        series: one.series,
        year: one.year,
        seq: one.seq,
        text: one.text,
        status: 'used' as const,
        subject_kind: one.subjectKind,
        subject_id: one.subjectId,
        drawn_at: drawn.at,
        drawn_by: drawn.by,
        dated_on: one.datedOn,
        back_reason: BACK_REASON,
        void_reason: null,
        voided_at: null,
        voided_by: null,
      })),
  )
  await raiseSeries(trx, numbers)
}

type NumberPlace = Pick<EnteredNumber, 'series' | 'year' | 'seq'>

function placeKey({ series, year, seq }: NumberPlace): string {
  return `${series} ${year} ${seq}`
}

async function listUndoneNumbers(trx: Transaction<Database>, numbers: readonly NumberPlace[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const books = new Map(numbers.map(one => [`${one.series} ${one.year}`, one]))
  for (const { series, year } of books.values()) {
    const rows = await trx
      .selectFrom('number_ledger')
      .select(['series', 'year', 'seq'])
      .where('series', '=', series)
      .where('year', '=', year)
      .where('status', '=', 'void')
      .where('void_reason', '=', IMPORT_UNDONE)
      .execute()
    for (const row of rows) found.add(placeKey(row))
  }
  return found
}

async function raiseSeries(trx: Transaction<Database>, numbers: readonly EnteredNumber[]): Promise<void> {
  const highest = new Map<string, EnteredNumber>()
  for (const one of numbers) {
    const key = `${one.series} ${one.year}`
    if (one.seq > (highest.get(key)?.seq ?? 0)) highest.set(key, one)
  }
  for (const { series, year, seq } of highest.values())
    await trx
      .insertInto('number_series')
      .values({ series, year, last_seq: seq })
      .onConflict(conflict =>
        conflict.columns(['series', 'year']).doUpdateSet({ last_seq: seq }).where('number_series.last_seq', '<', seq),
      )
      .execute()
}

/**
 * Voids the numbers of an undone import. They are not released: the series has gone on above them and lists may have been printed with
 * them, so the ledger says what became of them; only an import that brings the same register in again takes them up.
 */
export async function voidImportedNumbers(
  trx: Transaction<Database>,
  subjectIds: readonly string[],
  voided: { readonly at: string; readonly by: string },
): Promise<void> {
  for (let from = 0; from < subjectIds.length; from += AT_ONCE)
    await trx
      .updateTable('number_ledger')
      .set({ status: 'void', void_reason: IMPORT_UNDONE, voided_at: voided.at, voided_by: voided.by })
      .where('subject_id', 'in', subjectIds.slice(from, from + AT_ONCE))
      .where('status', '=', 'used')
      .execute()
}
