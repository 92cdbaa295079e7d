import type { Insertable, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { advanceCounter, refuseTakenText } from './number-store.ts'
import type { NumberBlockTable, NumberStatementTable } from './schema/numbers.ts'
import type { Database } from './schema.ts'

type Reader = ReadonlyKysely<Database>

/** A block as it is asked for; its place is where the counter stands. */
export type WantedBlock = Pick<
  NumberBlockTable,
  'id' | 'series' | 'year' | 'holder' | 'reason' | 'reserved_at' | 'reserved_by'
> & {
  readonly count: number
}

/**
 * Reserves the next `count` numbers of a series in a year (预留号段): they leave the running counter at once, each with its text and a row
 * of its own, so that no other draw and no other block can have them. @throws NumberTakenError as `drawNumber`.
 */
export async function reserveNumbers(
  trx: Transaction<Database>,
  { count, ...block }: WantedBlock,
  format: (seq: number) => string,
): Promise<{ readonly first: number; readonly last: number }> {
  const last = await advanceCounter(trx, block.series, block.year, count)
  const first = last - count + 1
  const numbers = Array.from({ length: count }, (_, index) => ({ seq: first + index, text: format(first + index) }))
  await refuseTakenText(
    trx,
    numbers.map(number => number.text),
  )
  await trx
    .insertInto('number_block')
    .values({ ...block, first_seq: first, last_seq: last })
    .execute()
  await trx
    .insertInto('number_ledger')
    .values(
      numbers.map(number => ({
        ...number,
        series: block.series,
        year: block.year,
        status: 'reserved' as const,
        subject_kind: 'number-block',
        subject_id: block.id,
        drawn_at: block.reserved_at,
        drawn_by: block.reserved_by,
        block_id: block.id,
      })),
    )
    .execute()
  return { first, last }
}

/** Blocks (号段), newest first, with who reserved them and what became of their numbers; of one series and year when given. */
export async function listBlocks(db: Reader, place: { readonly series: string; readonly year: number } | null) {
  const rows = await blocksQuery(db)
    .$if(place !== null, query => query.where('b.series', '=', place?.series ?? '').where('b.year', '=', place?.year ?? 0))
    .orderBy('b.reserved_at', 'desc')
    .orderBy('b.id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, used: row.used ?? 0, voided: row.voided ?? 0, unused: row.unused ?? 0 }))
}

/** One block, or undefined. */
export async function findBlock(db: Reader, id: string) {
  return blocksQuery(db).where('b.id', '=', id).executeTakeFirst()
}

function blocksQuery(db: Reader) {
  return db
    .selectFrom('number_block as b')
    .innerJoin('user_account as u', 'u.id', 'b.reserved_by')
    .selectAll('b')
    .select(eb => {
      const counted = (status: 'used' | 'void' | 'reserved') =>
        eb
          .selectFrom('number_ledger as n')
          .select(count => count.fn.countAll<number>().as('count'))
          .whereRef('n.block_id', '=', 'b.id')
          .where('n.status', '=', status)
      return [
        'u.name as reserved_by_name',
        counted('used').as('used'),
        counted('void').as('voided'),
        counted('reserved').as('unused'),
      ]
    })
}

/** The numbers of a block in order. */
export async function listBlockNumbers(db: Reader, blockId: string) {
  return db
    .selectFrom('number_ledger')
    .select(['seq', 'text', 'status', 'dated_on', 'void_reason'])
    .where('block_id', '=', blockId)
    .orderBy('seq')
    .execute()
}

/** Voids numbers of a block that nobody used (交回、作废). Returns how many were still unused. */
export async function releaseNumbers(
  trx: Transaction<Database>,
  blockId: string,
  seqs: readonly number[],
  release: { readonly reason: string; readonly at: string; readonly by: string },
): Promise<number> {
  const result = await trx
    .updateTable('number_ledger')
    .set({ status: 'void', void_reason: release.reason, voided_at: release.at, voided_by: release.by })
    .where('block_id', '=', blockId)
    .where('seq', 'in', seqs)
    .where('status', '=', 'reserved')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Statements in force about missing numbers (空号说明), in the order of their numbers; of one series and year when given. */
export async function listStatements(db: Reader, place: { readonly series: string; readonly year: number } | null) {
  return db
    .selectFrom('number_statement as s')
    .innerJoin('user_account as u', 'u.id', 's.stated_by')
    .selectAll('s')
    .select('u.name as stated_by_name')
    .where('s.withdrawn_at', 'is', null)
    .$if(place !== null, query => query.where('s.series', '=', place?.series ?? '').where('s.year', '=', place?.year ?? 0))
    .orderBy('s.first_seq')
    .execute()
}

/** Records a statement about missing numbers. */
export async function insertStatement(trx: Transaction<Database>, statement: Insertable<NumberStatementTable>): Promise<void> {
  await trx.insertInto('number_statement').values(statement).execute()
}

/** Takes a statement back; it stays on record. Returns it, or undefined when it is not in force. */
export async function withdrawStatement(
  trx: Transaction<Database>,
  id: string,
  withdrawal: { readonly reason: string; readonly at: string; readonly by: string },
): Promise<NumberStatementTable | undefined> {
  return trx
    .updateTable('number_statement')
    .set({ withdrawn_at: withdrawal.at, withdrawn_by: withdrawal.by, withdraw_reason: withdrawal.reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** Puts a counter back to the highest number that the ledger or a statement in force still holds. */
export async function settleCounter(trx: Transaction<Database>, series: string, year: number): Promise<number> {
  const drawn = await trx
    .selectFrom('number_ledger')
    .select(eb => eb.fn.max<number | null>('seq').as('most'))
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst()
  const stated = await trx
    .selectFrom('number_statement')
    .select(eb => eb.fn.max<number | null>('last_seq').as('most'))
    .where('series', '=', series)
    .where('year', '=', year)
    .where('withdrawn_at', 'is', null)
    .where('kind', '=', 'before-start')
    .executeTakeFirst()
  const counter = Math.max(drawn?.most ?? 0, stated?.most ?? 0)
  await trx
    .updateTable('number_series')
    .set({ last_seq: counter })
    .where('series', '=', series)
    .where('year', '=', year)
    .execute()
  return counter
}

/** The seqs of the ledger's rows from `first` to `last` of a series and year, with how each came there. */
export async function listHeldBetween(db: Reader, series: string, year: number, first: number, last: number) {
  return db
    .selectFrom('number_ledger')
    .select(['seq', 'text', 'status', 'back_reason'])
    .where('series', '=', series)
    .where('year', '=', year)
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .orderBy('seq')
    .execute()
}
