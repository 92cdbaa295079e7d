import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/** A payment list (支付清单): approved sheets that go to the finance office together. */
export type PaymentListRecord = {
  readonly id: string
  readonly number: string
  readonly madeOn: string
  readonly madeBy: string
  readonly count: number
  readonly totalFen: number
  readonly paidOn: string | null
  readonly receipt: string | null
  readonly version: number
}

/** Every payment list, the newest first. */
export async function listPaymentLists(db: ReadonlyKysely<Database>): Promise<PaymentListRecord[]> {
  return selectLists(db).orderBy('l.made_on', 'desc').orderBy('l.id', 'desc').execute()
}

export async function findPaymentList(db: ReadonlyKysely<Database>, id: string): Promise<PaymentListRecord | null> {
  return (await selectLists(db).where('l.id', '=', id).executeTakeFirst()) ?? null
}

/** Makes a list and puts the sheets on it; each sheet's version rises. */
export async function insertPaymentList(
  trx: Transaction<Database>,
  list: {
    readonly id: string
    readonly number: string
    readonly madeOn: string
    readonly madeBy: string
    readonly totalFen: number
  },
  subsidyIds: readonly string[],
): Promise<void> {
  await trx
    .insertInto('payment_list')
    .values({
      id: list.id,
      number: list.number,
      made_on: list.madeOn,
      made_by: list.madeBy,
      total_fen: list.totalFen,
      paid_on: null,
      receipt: null,
      version: 1,
    })
    .execute()
  await trx
    .updateTable('subsidy_sheet')
    .set(eb => ({ status: 'listed' as const, payment_list_id: list.id, version: eb('version', '+', 1) }))
    .where('id', 'in', subsidyIds)
    .execute()
}

/** Notes that a list was paid (支付) with the finance office's receipt; the list's and each sheet's version rise. Returns the sheets' ids. */
export async function payPaymentList(trx: Transaction<Database>, id: string, paidOn: string, receipt: string): Promise<string[]> {
  await trx
    .updateTable('payment_list')
    .set(eb => ({ paid_on: paidOn, receipt, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  const sheets = await trx
    .updateTable('subsidy_sheet')
    .set(eb => ({ status: 'paid' as const, version: eb('version', '+', 1) }))
    .where('payment_list_id', '=', id)
    .returning('id')
    .execute()
  return sheets.map(sheet => sheet.id)
}

function selectLists(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('payment_list as l')
    .innerJoin('user_account as u', 'u.id', 'l.made_by')
    .select(eb => [
      'l.id',
      'l.number',
      'l.made_on as madeOn',
      'u.name as madeBy',
      'l.total_fen as totalFen',
      'l.paid_on as paidOn',
      'l.receipt',
      'l.version',
      eb
        .selectFrom('subsidy_sheet as s')
        .whereRef('s.payment_list_id', '=', 'l.id')
        .select(one => one.fn.countAll<number>().as('n'))
        .as('count'),
    ])
    .$narrowType<{ count: number }>()
}
