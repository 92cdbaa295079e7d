import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { NoticeInput, NoticeStatus } from '../contract/notices.ts'
import type { NoticeTable } from './schema/desk.ts'
import type { Database } from './schema.ts'

/** What is stored of a notice (通知书), apart from the person. */
export type NoticeFacts = Omit<NoticeInput, 'person' | 'personId'> & {
  readonly personId: string
  readonly categories: readonly string[]
}

export type NoticeFilter = {
  readonly status: NoticeStatus | null
  readonly organKind: string | null
  /** Part of a name, number, organ or cause. */
  readonly words: string
  readonly offset: number
  readonly limit: number
}

export type NoticeReturn = { readonly reason: string; readonly explanation: string; readonly returnedOn: string }

export async function insertNotice(
  trx: Transaction<Database>,
  one: {
    readonly id: string
    readonly number: string
    readonly facts: NoticeFacts
    readonly returned: NoticeReturn | null
    readonly registeredBy: string
    readonly registeredAt: string
    readonly packVersion: string
  },
): Promise<void> {
  await trx
    .insertInto('notice')
    .values({
      id: one.id,
      number: one.number,
      ...columnsOf(one.facts),
      status: one.returned ? 'returned' : 'accepted',
      return_reason: one.returned?.reason ?? null,
      return_explanation: one.returned?.explanation ?? null,
      returned_on: one.returned?.returnedOn ?? null,
      told_on: null,
      told_way: null,
      told_note: null,
      registered_by: one.registeredBy,
      registered_at: one.registeredAt,
      pack_version: one.packVersion,
      version: 1,
    })
    .execute()
}

/** Writes everything that was entered and raises the version. The caller has checked the version. */
export async function updateNotice(trx: Transaction<Database>, id: string, facts: NoticeFacts): Promise<void> {
  await trx
    .updateTable('notice')
    .set(eb => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Notes how and when the organ was told of the assignment, and raises the version. */
export async function setOrganTold(
  trx: Transaction<Database>,
  id: string,
  told: { readonly toldOn: string; readonly way: string; readonly note: string },
): Promise<void> {
  await trx
    .updateTable('notice')
    .set(eb => ({ told_on: told.toldOn, told_way: told.way, told_note: told.note, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** One notice with who registered it and the case it opened, or undefined. */
export async function findNotice(db: ReadonlyKysely<Database>, id: string) {
  return selectNotices(db)
    .innerJoin('user_account as registrar', 'registrar.id', 'n.registered_by')
    .selectAll('n')
    .select(['registrar.name as registrar_name', 'c.id as case_id', 'c.number as case_number', 'c.status as case_status'])
    .select(['c.version as case_version', 'h.name as handler_name', 'a.assigned_on'])
    .where('n.id', '=', id)
    .executeTakeFirst()
}

/** Another notice of this organ with this number (文号), or undefined: the same notice came twice. */
export async function findSameNotice(
  db: ReadonlyKysely<Database>,
  notice: { readonly organName: string; readonly organNumber: string | null },
  id: string | null,
) {
  if (notice.organNumber === null) return undefined
  return db
    .selectFrom('notice')
    .select(['id', 'number'])
    .where('organ_name', '=', notice.organName)
    .where('organ_number', '=', notice.organNumber)
    .where('id', '!=', id ?? '')
    .where('status', '=', 'accepted')
    .executeTakeFirst()
}

/** A page of notices, newest first, and how many the filter finds in all. */
export async function listNotices(db: ReadonlyKysely<Database>, filter: NoticeFilter) {
  let found = selectNotices(db).innerJoin('person as p', 'p.id', 'n.person_id')
  if (filter.status !== null) found = found.where('n.status', '=', filter.status)
  if (filter.organKind !== null) found = found.where('n.organ_kind', '=', filter.organKind)
  // % and _ stand for anything in a pattern and are in no name or number.
  const words = filter.words.trim().replaceAll(/[%_]/g, '')
  if (words !== '') {
    const part = `%${words}%`
    found = found.where(eb =>
      eb.or([
        eb('p.name', 'like', part),
        eb('n.number', 'like', part),
        eb('n.organ_name', 'like', part),
        eb('n.organ_number', 'like', part),
        eb('n.cause', 'like', part),
        eb('c.number', 'like', part),
      ]),
    )
  }
  const { total } = await found.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('n')
    .select(['p.name as person_name', 'c.id as case_id', 'c.number as case_number', 'a.assigned_on'])
    .orderBy('n.received_on', 'desc')
    .orderBy('n.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { rows, total }
}

/** Notices with the case each opened itself; a stage change carries the notice on, and is left out. */
function selectNotices(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('notice as n')
    .leftJoin('aid_case as c', join => join.onRef('c.notice_id', '=', 'n.id').on('c.door', '=', 'notice'))
    .leftJoin('assignment as a', join => join.onRef('a.case_id', '=', 'c.id').on('a.ended_on', 'is', null))
    .leftJoin('handler as h', 'h.id', 'a.handler_id')
}

/** What a row says, in the form in which it was entered. */
export function noticeFactsOf(row: NoticeTable): NoticeFacts {
  const documents: NoticeInput['documents'] = JSON.parse(row.documents)
  const categories: string[] = JSON.parse(row.categories)
  return {
    kind: row.kind,
    organKind: row.organ_kind,
    organName: row.organ_name,
    organNumber: row.organ_number,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    noticedOn: row.noticed_on,
    receivedOn: row.received_on,
    receivedAt: row.received_at,
    personId: row.person_id,
    matterType: row.matter_type,
    stage: row.stage,
    cause: row.cause,
    scope: row.scope,
    opponentName: row.opponent_name,
    custodyPlace: row.custody_place,
    hearingOn: row.hearing_on,
    facts: row.facts,
    documents,
    parentCaseId: row.parent_case_id,
    categories,
  }
}

function columnsOf(facts: NoticeFacts) {
  return {
    kind: facts.kind,
    organ_kind: facts.organKind,
    organ_name: facts.organName,
    organ_number: facts.organNumber,
    contact_name: facts.contactName,
    contact_phone: facts.contactPhone,
    noticed_on: facts.noticedOn,
    received_on: facts.receivedOn,
    received_at: facts.receivedAt,
    person_id: facts.personId,
    matter_type: facts.matterType,
    stage: facts.stage,
    cause: facts.cause,
    scope: facts.scope,
    opponent_name: facts.opponentName,
    custody_place: facts.custodyPlace,
    hearing_on: facts.hearingOn,
    facts: facts.facts,
    documents: JSON.stringify(facts.documents),
    parent_case_id: facts.parentCaseId,
    categories: JSON.stringify([...facts.categories].sort()),
  }
}
