import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

export type DrawnFor = {
  readonly subjectKind: string
  readonly subjectId: string
  readonly drawnAt: string
  readonly drawnBy: string
}

/**
 * Draws the next number of a series in a year (取号). The counter row and the ledger row are written in the caller's transaction, so that a
 * number exists exactly when what it was drawn for does; unique indexes are the last guard. `format` writes the number's text.
 */
export async function drawNumber(
  trx: Transaction<Database>,
  series: string,
  year: number,
  format: (seq: number) => string,
  drawnFor: DrawnFor,
): Promise<string> {
  const { last_seq: seq } = await trx
    .insertInto('number_series')
    .values({ series, year, last_seq: 1 })
    .onConflict(conflict =>
      conflict.columns(['series', 'year']).doUpdateSet(eb => ({ last_seq: eb('number_series.last_seq', '+', 1) })),
    )
    .returning('last_seq')
    .executeTakeFirstOrThrow()
  const text = format(seq)
  await trx
    .insertInto('number_ledger')
    .values({
      series,
      year,
      seq,
      text,
      status: 'used',
      subject_kind: drawnFor.subjectKind,
      subject_id: drawnFor.subjectId,
      drawn_at: drawnFor.drawnAt,
      drawn_by: drawnFor.drawnBy,
      void_reason: null,
      voided_at: null,
      voided_by: null,
    })
    .execute()
  return text
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

/** One series and year in order, with who drew each number. */
export async function listLedger(db: ReadonlyKysely<Database>, series: string, year: number) {
  return db
    .selectFrom('number_ledger as n')
    .innerJoin('user_account as u', 'u.id', 'n.drawn_by')
    .select([
      'n.seq',
      'n.text',
      'n.status',
      'n.drawn_at',
      'u.name as drawn_by_name',
      'n.subject_kind',
      'n.subject_id',
      'n.void_reason',
    ])
    .where('n.series', '=', series)
    .where('n.year', '=', year)
    .orderBy('n.seq')
    .execute()
}

/** How many numbers each series and year has given out and voided, and the text of the last one as it was drawn. Newest year first. */
export async function summariseLedger(
  db: ReadonlyKysely<Database>,
): Promise<{ series: string; year: number; drawn: number; voided: number; lastText: string }[]> {
  const rows = await db
    .selectFrom(
      db
        .selectFrom('number_ledger')
        .select(eb => [
          'series',
          'year',
          eb.fn.countAll<number>().as('drawn'),
          eb.fn.sum<number>(eb.case().when('status', '=', 'void').then(1).else(0).end()).as('voided'),
          eb.fn.max('seq').as('last_seq'),
        ])
        .groupBy(['series', 'year'])
        .as('s'),
    )
    .innerJoin('number_ledger as n', join =>
      join.onRef('n.series', '=', 's.series').onRef('n.year', '=', 's.year').onRef('n.seq', '=', 's.last_seq'),
    )
    .select(['s.series', 's.year', 's.drawn', 's.voided', 'n.text as lastText'])
    .orderBy('s.series')
    .orderBy('s.year', 'desc')
    .execute()
  return rows.map(row => ({ ...row, voided: row.voided ?? 0 }))
}
