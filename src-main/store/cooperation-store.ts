import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { CooperationTable, IncomingCooperationTable, SupplementAnswerTable } from './schema/applications.ts'
import type { Database } from './schema.ts'

export type CooperationAnswer = {
  readonly on: string
  readonly kind: NonNullable<CooperationTable['answer_kind']>
  readonly words: string
}

/** A co-operation letter (协作函) with its lists read. */
export type Cooperation = {
  readonly id: string
  readonly applicationId: string
  readonly number: string
  readonly sentOn: string
  readonly toCenter: string
  readonly toContact: string | null
  readonly facts: string
  readonly items: readonly string[]
  readonly dueOn: string
  readonly answeredOn: string | null
  readonly answerKind: CooperationTable['answer_kind']
  readonly answer: string | null
}

export async function insertCooperation(trx: Transaction<Database>, row: CooperationTable): Promise<void> {
  await trx.insertInto('cooperation').values(row).execute()
}

export async function answerCooperation(trx: Transaction<Database>, id: string, answer: CooperationAnswer): Promise<void> {
  await trx
    .updateTable('cooperation')
    .set({ answered_on: answer.on, answer_kind: answer.kind, answer: answer.words })
    .where('id', '=', id)
    .execute()
}

/** The co-operation letters of these applications, oldest first. */
export async function listCooperations(db: ReadonlyKysely<Database>, applicationIds: readonly string[]): Promise<Cooperation[]> {
  if (applicationIds.length === 0) return []
  const rows = await db
    .selectFrom('cooperation')
    .selectAll()
    .where('application_id', 'in', applicationIds)
    .orderBy('sent_on')
    .orderBy('id')
    .execute()
  return rows.map(cooperationOf)
}

export async function findCooperation(db: ReadonlyKysely<Database>, id: string): Promise<Cooperation | undefined> {
  const row = await db.selectFrom('cooperation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && cooperationOf(row)
}

function cooperationOf(row: CooperationTable): Cooperation {
  return {
    id: row.id,
    applicationId: row.application_id,
    number: row.number,
    sentOn: row.sent_on,
    toCenter: row.to_center,
    toContact: row.to_contact,
    facts: row.facts,
    items: JSON.parse(row.items),
    dueOn: row.due_on,
    answeredOn: row.answered_on,
    answerKind: row.answer_kind,
    answer: row.answer,
  }
}

export async function insertSupplementAnswer(trx: Transaction<Database>, answer: SupplementAnswerTable): Promise<void> {
  await trx.insertInto('supplement_answer').values(answer).execute()
}

/** What came in answer to notices of missing material (补正), oldest first. */
export async function listSupplementAnswers(db: ReadonlyKysely<Database>, supplementIds: readonly string[]) {
  if (supplementIds.length === 0) return []
  const rows = await db
    .selectFrom('supplement_answer')
    .selectAll()
    .where('supplement_id', 'in', supplementIds)
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  return rows.map(row => {
    const items: string[] = JSON.parse(row.items)
    return { supplementId: row.supplement_id, receivedOn: row.received_on, items, isLast: row.is_last === 1, note: row.note }
  })
}

export async function insertIncoming(trx: Transaction<Database>, row: IncomingCooperationTable): Promise<void> {
  await trx.insertInto('incoming_cooperation').values(row).execute()
}

export async function answerIncoming(trx: Transaction<Database>, id: string, answer: CooperationAnswer): Promise<void> {
  if (answer.kind === 'recalled') throw new RangeError('An incoming request is answered, not recalled')
  const { kind } = answer
  await trx
    .updateTable('incoming_cooperation')
    .set(eb => ({ answered_on: answer.on, answer_kind: kind, answer: answer.words, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function findIncoming(db: ReadonlyKysely<Database>, id: string) {
  return db.selectFrom('incoming_cooperation').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Requests of other centers (来函协查): those without an answer first, by the day they are due. */
export async function listIncoming(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('incoming_cooperation as i')
    .innerJoin('user_account as u', 'u.id', 'i.registered_by')
    .selectAll('i')
    .select('u.name as registrar_name')
    .orderBy(eb => eb.case().when('i.answered_on', 'is', null).then(0).else(1).end())
    .orderBy('i.received_on', 'desc')
    .orderBy('i.id', 'desc')
    .limit(500)
    .execute()
}
