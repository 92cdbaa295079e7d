import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { QueueTicketTable } from './schema/desk.ts'
import type { Database } from './schema.ts'

/** Whether the waiting queue (排队叫号) is turned on. There is always exactly one row. */
export async function queueSetting(db: ReadonlyKysely<Database>): Promise<{ isOn: boolean; version: number }> {
  const row = await db.selectFrom('queue_setting').selectAll().executeTakeFirstOrThrow()
  return { isOn: row.is_on === 1, version: row.version }
}

/** Turns the queue on or off and raises the version. The caller has checked the version. */
export async function turnQueue(trx: Transaction<Database>, isOn: boolean): Promise<void> {
  await trx
    .updateTable('queue_setting')
    .set(eb => ({ is_on: isOn ? (1 as const) : (0 as const), version: eb('version', '+', 1) }))
    .execute()
}

/** The tickets of a day by number, with who called them. */
export async function listTickets(db: ReadonlyKysely<Database>, day: string) {
  return db
    .selectFrom('queue_ticket as t')
    .leftJoin('user_account as u', 'u.id', 't.called_by')
    .selectAll('t')
    .select('u.name as called_by_name')
    .where('t.day', '=', day)
    .orderBy('t.seq')
    .execute()
}

/** The ticket, or undefined when there is none of this id. */
export async function findTicket(db: ReadonlyKysely<Database>, id: string) {
  return db.selectFrom('queue_ticket').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Writes a new ticket under the day's next number, and returns that number. */
export async function insertTicket(
  trx: Transaction<Database>,
  ticket: Pick<QueueTicketTable, 'id' | 'day' | 'ground' | 'name' | 'note' | 'taken_at' | 'taken_by'>,
): Promise<number> {
  const last = await trx
    .selectFrom('queue_ticket')
    .select(eb => eb.fn.max('seq').as('seq'))
    .where('day', '=', ticket.day)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  await trx
    .insertInto('queue_ticket')
    .values({
      ...ticket,
      seq,
      status: 'waiting',
      called_at: null,
      call_order: null,
      called_by: null,
      times_called: 0,
      ended_at: null,
      consultation_id: null,
      version: 1,
    })
    .execute()
  return seq
}

/** Changes a ticket and raises its version. The caller has checked the version. */
export async function changeTicket(
  trx: Transaction<Database>,
  id: string,
  change: Partial<Pick<QueueTicketTable, 'status' | 'called_by' | 'times_called' | 'ended_at' | 'consultation_id'>>,
): Promise<void> {
  await trx
    .updateTable('queue_ticket')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Notes a ticket's first call: when, and as which of the day's calls. */
export async function noteFirstCall(trx: Transaction<Database>, id: string, day: string, at: string): Promise<void> {
  const last = await trx
    .selectFrom('queue_ticket')
    .select(eb => eb.fn.max('call_order').as('order'))
    .where('day', '=', day)
    .executeTakeFirst()
  await trx
    .updateTable('queue_ticket')
    .set({ called_at: at, call_order: (last?.order ?? 0) + 1 })
    .where('id', '=', id)
    .execute()
}
