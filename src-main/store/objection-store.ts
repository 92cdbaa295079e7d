import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ObjectionTable } from './schema/decisions.ts'
import type { Database } from './schema.ts'

export async function insertObjection(
  trx: Transaction<Database>,
  row: Omit<ObjectionTable, 'answered_on' | 'answer_result' | 'answer_number' | 'answer_note'>,
): Promise<void> {
  await trx
    .insertInto('objection')
    .values({ ...row, answered_on: null, answer_result: null, answer_number: null, answer_note: null })
    .execute()
}

export async function answerObjection(
  trx: Transaction<Database>,
  id: string,
  answer: {
    readonly on: string
    readonly result: NonNullable<ObjectionTable['answer_result']>
    readonly number: string
    readonly note: string | null
  },
): Promise<void> {
  await trx
    .updateTable('objection')
    .set({ answered_on: answer.on, answer_result: answer.result, answer_number: answer.number, answer_note: answer.note })
    .where('id', '=', id)
    .execute()
}

export async function findObjection(db: ReadonlyKysely<Database>, id: string) {
  return db.selectFrom('objection').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The objections (异议) of an application, oldest first. */
export async function listObjections(db: ReadonlyKysely<Database>, applicationId: string) {
  return db
    .selectFrom('objection')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('filed_on')
    .orderBy('id')
    .execute()
}

/** Objections that the bureau has not answered, the oldest first. */
export async function listOpenObjections(db: ReadonlyKysely<Database>, limit: number) {
  return db
    .selectFrom('objection as o')
    .innerJoin('application as a', 'a.id', 'o.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['o.number', 'o.bureau_received_on', 'o.pack_version', 'a.id', 'a.matter_type', 'a.cause', 'p.name'])
    .where('o.answered_on', 'is', null)
    .orderBy('o.bureau_received_on')
    .limit(limit)
    .execute()
}
