import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { NumberLedgerTable } from './schema/numbers.ts'
import type { Database } from './schema.ts'

export type DrawnFor = {
  readonly subjectKind: string
  readonly subjectId: string
  /** UTC instant and user of the entry. */
  readonly drawnAt: string
  readonly drawnBy: string
  /** The calendar day the numbered thing is of, which may lie long before the entry. */
  readonly datedOn?: string
  /** The number this one grew out of (阶段变更). */
  readonly parentText?: string | null
}

/** The text (编号) is in the ledger already, in another series or year or under an older pattern. */
export class NumberTakenError extends Error {
  override readonly name = 'NumberTakenError'
  readonly text: string
  constructor(text: string) {
    super(`The number ${text} is in the ledger already`)
    this.text = text
  }
}

/**
 * Draws the next number of a series in a year (取号). The counter row and the ledger row are written in the caller's transaction, so that a
 * number exists exactly when what it was drawn for does; unique indexes are the last guard. `format` writes the number's text.
 * @throws NumberTakenError when the ledger holds that text already.
 */
export async function drawNumber(
  trx: Transaction<Database>,
  series: string,
  year: number,
  format: (seq: number) => string,
  drawnFor: DrawnFor,
): Promise<string> {
  const seq = await advanceCounter(trx, series, year, 1)
  const text = format(seq)
  await refuseTakenText(trx, [text])
  await trx
    .insertInto('number_ledger')
    .values({ series, year, seq, text, status: 'used', ...drawnColumns(drawnFor) })
    .execute()
  return text
}

/**
 * Enters an old number (补录) in its true year and place: a new row, or the reserved one of a block. The counter never lies below it.
 * The caller has found the place free or reserved. @throws NumberTakenError as `drawNumber`.
 */
export async function enterNumber(
  trx: Transaction<Database>,
  place: { readonly series: string; readonly year: number; readonly seq: number; readonly text: string },
  drawnFor: DrawnFor,
  reason: string,
): Promise<string> {
  const entry = { ...drawnColumns(drawnFor), status: 'used', back_reason: reason } as const
  const reserved = await trx
    .updateTable('number_ledger')
    .set(entry)
    .where('series', '=', place.series)
    .where('year', '=', place.year)
    .where('seq', '=', place.seq)
    .where('status', '=', 'reserved')
    .returning('text')
    .executeTakeFirst()
  if (reserved) return reserved.text
  await refuseTakenText(trx, [place.text])
  await raiseCounter(trx, place.series, place.year, place.seq)
  await trx
    .insertInto('number_ledger')
    .values({ series: place.series, year: place.year, seq: place.seq, text: place.text, ...entry })
    .execute()
  return place.text
}

function drawnColumns(drawnFor: DrawnFor) {
  return {
    subject_kind: drawnFor.subjectKind,
    subject_id: drawnFor.subjectId,
    drawn_at: drawnFor.drawnAt,
    drawn_by: drawnFor.drawnBy,
    dated_on: drawnFor.datedOn ?? null,
    parent_text: drawnFor.parentText ?? null,
  }
}

/** Moves a counter on by `count` and returns where it stands then. */
export async function advanceCounter(trx: Transaction<Database>, series: string, year: number, count: number): Promise<number> {
  const { last_seq } = await trx
    .insertInto('number_series')
    .values({ series, year, last_seq: count })
    .onConflict(conflict =>
      conflict.columns(['series', 'year']).doUpdateSet(eb => ({ last_seq: eb('number_series.last_seq', '+', count) })),
    )
    .returning('last_seq')
    .executeTakeFirstOrThrow()
  return last_seq
}

/** Makes sure that a counter stands at `seq` or above. */
export async function raiseCounter(trx: Transaction<Database>, series: string, year: number, seq: number): Promise<void> {
  await trx
    .insertInto('number_series')
    .values({ series, year, last_seq: seq })
    .onConflict(conflict =>
      conflict.columns(['series', 'year']).doUpdateSet({ last_seq: seq }).where('number_series.last_seq', '<', seq),
    )
    .execute()
}

/** Where a counter stands; 0 before its first number. */
export async function counterOf(db: ReadonlyKysely<Database>, series: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('number_series')
    .select('last_seq')
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.last_seq ?? 0
}

/** The ledger's row at a place, or undefined. */
export async function findNumber(
  db: ReadonlyKysely<Database>,
  series: string,
  year: number,
  seq: number,
): Promise<NumberLedgerTable | undefined> {
  return db
    .selectFrom('number_ledger')
    .selectAll()
    .where('series', '=', series)
    .where('year', '=', year)
    .where('seq', '=', seq)
    .executeTakeFirst()
}

/** The ledger's row of a text, or undefined. */
export async function findNumberByText(db: ReadonlyKysely<Database>, text: string): Promise<NumberLedgerTable | undefined> {
  return db.selectFrom('number_ledger').selectAll().where('text', '=', text).executeTakeFirst()
}

/** @throws NumberTakenError for the first of the texts that the ledger holds. */
export async function refuseTakenText(trx: Transaction<Database>, texts: readonly string[]): Promise<void> {
  const taken = await trx.selectFrom('number_ledger').select('text').where('text', 'in', texts).limit(1).executeTakeFirst()
  if (taken) throw new NumberTakenError(taken.text)
}

/** Voids a number (作废): the row stays, with the reason. Returns false when there is no such number in use. */
export async function voidNumber(
  trx: Transaction<Database>,
  text: string,
  reason: string,
  at: string,
  by: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('number_ledger')
    .set({ status: 'void', void_reason: reason, voided_at: at, voided_by: by })
    .where('text', '=', text)
    .where('status', '=', 'used')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** One series and year in order, with who drew and who voided each number. */
export async function listLedger(db: ReadonlyKysely<Database>, series: string, year: number) {
  return db
    .selectFrom('number_ledger as n')
    .innerJoin('user_account as u', 'u.id', 'n.drawn_by')
    .leftJoin('user_account as v', 'v.id', 'n.voided_by')
    .select([
      'n.seq',
      'n.text',
      'n.status',
      'n.drawn_at',
      'u.name as drawn_by_name',
      'n.subject_kind',
      'n.subject_id',
      'n.void_reason',
      'n.voided_at',
      'v.name as voided_by_name',
      'n.dated_on',
      'n.back_reason',
      'n.parent_text',
      'n.block_id',
    ])
    .where('n.series', '=', series)
    .where('n.year', '=', year)
    .orderBy('n.seq')
    .execute()
}

export type LedgerYear = {
  readonly series: string
  readonly year: number
  /** Where the counter stands: the highest number that was drawn, reserved or stated. */
  readonly counter: number
  readonly used: number
  readonly voided: number
  readonly reserved: number
  /** The text of the highest number in the ledger; null where only statements raised the counter. */
  readonly lastText: string | null
}

/** What each series and year has given out, voided and reserved. Newest year first. */
export async function summariseLedger(db: ReadonlyKysely<Database>): Promise<LedgerYear[]> {
  const rows = await db
    .selectFrom('number_series as c')
    .leftJoin(
      db
        .selectFrom('number_ledger')
        .select(eb => [
          'series',
          'year',
          eb.fn.sum<number>(eb.case().when('status', '=', 'used').then(1).else(0).end()).as('used'),
          eb.fn.sum<number>(eb.case().when('status', '=', 'void').then(1).else(0).end()).as('voided'),
          eb.fn.sum<number>(eb.case().when('status', '=', 'reserved').then(1).else(0).end()).as('reserved'),
          eb.fn.max('seq').as('last_seq'),
        ])
        .groupBy(['series', 'year'])
        .as('s'),
      join => join.onRef('s.series', '=', 'c.series').onRef('s.year', '=', 'c.year'),
    )
    .leftJoin('number_ledger as n', join =>
      join.onRef('n.series', '=', 's.series').onRef('n.year', '=', 's.year').onRef('n.seq', '=', 's.last_seq'),
    )
    .select(['c.series', 'c.year', 'c.last_seq as counter', 's.used', 's.voided', 's.reserved', 'n.text as lastText'])
    .orderBy('c.series')
    .orderBy('c.year', 'desc')
    .execute()
  return rows.map(row => ({ ...row, used: row.used ?? 0, voided: row.voided ?? 0, reserved: row.reserved ?? 0 }))
}
