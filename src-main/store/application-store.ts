import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ApplicationInput } from '../contract/applications.ts'
import type { HardshipResult } from '../contract/hardship.ts'
import { opponentKeyOf } from '../domain/name-key.ts'
import { listParties, replaceParties, type StoredParty } from './application-party-store.ts'
import type { ApplicationTable } from './schema/applications.ts'
import type { Database } from './schema.ts'
import { foundIds, searchTerms } from './sqlite/search-index.ts'

/** What is stored of an application (申请): what was entered, and the assessment made of it under one rule pack. */
export type ApplicationFacts = Omit<ApplicationInput, 'person' | 'personId' | 'parties'> & {
  readonly personId: string
  readonly parties: readonly StoredParty[]
  readonly categories: readonly string[]
  readonly assessment: HardshipResult
}

export type ApplicationFilter = {
  readonly status: ApplicationTable['status'] | null
  /** What was typed into the list's box; it finds what the search box finds. */
  readonly words: string
  readonly offset: number
  readonly limit: number
}

export type Supplement = {
  readonly id: string
  readonly applicationId: string
  readonly number: string
  readonly askedOn: string
  readonly answeredOn: string | null
  readonly dueOn: string | null
  readonly missing: readonly string[]
}

export async function insertApplication(
  trx: Transaction<Database>,
  id: string,
  number: string,
  facts: ApplicationFacts,
  registered: { readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .insertInto('application')
    .values({
      id,
      number,
      ...columnsOf(facts),
      status: 'deciding',
      closed_on: null,
      registered_by: registered.by,
      registered_at: registered.at,
      version: 1,
    })
    .execute()
  await replaceParts(trx, id, facts)
}

/** Writes everything that was entered, and the new assessment, and raises the version. The caller has checked the version. */
export async function updateApplication(trx: Transaction<Database>, id: string, facts: ApplicationFacts): Promise<void> {
  await trx
    .updateTable('application')
    .set(eb => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await replaceParts(trx, id, facts)
}

/** Moves an application on and raises the version. `closedOn` is the day on which its review ended. */
export async function setApplicationStatus(
  trx: Transaction<Database>,
  id: string,
  status: Exclude<ApplicationTable['status'], 'withdrawn'>,
  closedOn: string | null,
): Promise<void> {
  await trx
    .updateTable('application')
    .set(eb => ({ status, closed_on: closedOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Ends an application without a decision, says how and why, and raises the version. */
export async function endApplication(
  trx: Transaction<Database>,
  id: string,
  end: { readonly on: string; readonly kind: NonNullable<ApplicationTable['end_kind']>; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('application')
    .set(eb => ({
      status: 'withdrawn' as const,
      closed_on: end.on,
      end_kind: end.kind,
      end_reason: end.reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Raises the version for an act that leaves the application where it stands. */
export async function touchApplication(trx: Transaction<Database>, id: string): Promise<void> {
  await trx
    .updateTable('application')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The application's row, or undefined. */
export async function findApplication(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('application as a')
    .innerJoin('user_account as registrar', 'registrar.id', 'a.registered_by')
    .leftJoin('consultation as c', 'c.id', 'a.consultation_id')
    .selectAll('a')
    .select(['registrar.name as registrar_name', 'c.number as consultation_number'])
    .where('a.id', '=', id)
    .executeTakeFirst()
}

/** An application that came of this consultation and was not withdrawn, or undefined. */
export async function findApplicationOfConsultation(db: ReadonlyKysely<Database>, consultationId: string) {
  return db
    .selectFrom('application')
    .select(['id', 'number'])
    .where('consultation_id', '=', consultationId)
    .where('status', '!=', 'withdrawn')
    .executeTakeFirst()
}

/** The materials handed in and the parties, in order, and the categories that the applicant declared. */
export async function listApplicationParts(db: ReadonlyKysely<Database>, id: string) {
  const materials = await db
    .selectFrom('application_material')
    .select(['name', 'copies', 'is_original', 'code'])
    .where('application_id', '=', id)
    .orderBy('position')
    .execute()
  const categories = await db
    .selectFrom('application_category')
    .select('category')
    .where('application_id', '=', id)
    .orderBy('category')
    .execute()
  return {
    materials: materials.map(one => ({ name: one.name, copies: one.copies, isOriginal: one.is_original === 1, code: one.code })),
    categories: categories.map(one => one.category),
    parties: await listParties(db, id),
  }
}

/** A page of applications and how many the filter finds in all: open ones oldest first, since their clocks run, others newest first. */
export async function listApplications(db: ReadonlyKysely<Database>, filter: ApplicationFilter) {
  const terms = searchTerms(filter.words)
  let found = db.selectFrom('application as a')
  if (filter.status !== null) found = found.where('a.status', '=', filter.status)
  if (terms.length > 0) found = found.where('a.id', 'in', foundIds(db, 'application', terms))
  const { total } = await found.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const order = filter.status === 'deciding' || filter.status === 'supplementing' ? 'asc' : 'desc'
  const rows = await found
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'a.id',
      'a.number',
      'a.received_on',
      'a.person_id',
      'p.name as person_name',
      'a.matter_type',
      'a.cause',
      'a.aid_forms',
    ])
    .select(['a.opponent_name', 'a.hardship_result', 'a.status', 'a.closed_on', 'a.pack_version', 'a.version'])
    .orderBy('a.received_on', order)
    .orderBy('a.id', order)
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { rows, total }
}

export async function insertSupplement(trx: Transaction<Database>, supplement: Supplement): Promise<void> {
  await trx
    .insertInto('supplement')
    .values({
      id: supplement.id,
      application_id: supplement.applicationId,
      number: supplement.number,
      asked_on: supplement.askedOn,
      answered_on: supplement.answeredOn,
      due_on: supplement.dueOn,
      missing: JSON.stringify(supplement.missing),
    })
    .execute()
}

/** Notes the day on which what was missing came in, or on which waiting for it ended. */
export async function endSupplement(trx: Transaction<Database>, id: string, answeredOn: string): Promise<void> {
  await trx.updateTable('supplement').set({ answered_on: answeredOn }).where('id', '=', id).execute()
}

/** The notices of missing material (补正通知) of these applications, oldest first. */
export async function listSupplements(db: ReadonlyKysely<Database>, applicationIds: readonly string[]): Promise<Supplement[]> {
  if (applicationIds.length === 0) return []
  const rows = await db
    .selectFrom('supplement')
    .selectAll()
    .where('application_id', 'in', applicationIds)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    applicationId: row.application_id,
    number: row.number,
    askedOn: row.asked_on,
    answeredOn: row.answered_on,
    dueOn: row.due_on,
    missing: JSON.parse(row.missing),
  }))
}

async function replaceParts(trx: Transaction<Database>, id: string, facts: ApplicationFacts): Promise<void> {
  await trx.deleteFrom('application_category').where('application_id', '=', id).execute()
  await trx.deleteFrom('application_material').where('application_id', '=', id).execute()
  const categories = [...new Set(facts.categories)]
  if (categories.length > 0) {
    await trx
      .insertInto('application_category')
      .values(categories.map(category => ({ application_id: id, category })))
      .execute()
  }
  if (facts.materials.length > 0) {
    await trx
      .insertInto('application_material')
      .values(
        facts.materials.map((one, position) => ({
          application_id: id,
          position,
          name: one.name,
          copies: one.copies,
          is_original: one.isOriginal ? (1 as const) : (0 as const),
          code: one.code,
        })),
      )
      .execute()
  }
  await replaceParties(trx, id, facts.parties)
}

function columnsOf(facts: ApplicationFacts) {
  return {
    consultation_id: facts.consultationId,
    received_on: facts.receivedOn,
    person_id: facts.personId,
    matter_type: facts.matterType,
    stage: facts.stage,
    cause: facts.cause,
    scope: facts.scope,
    aid_forms: JSON.stringify(facts.aidForms),
    opponent_name: facts.opponentName,
    opponent_key: opponentKeyOf(facts.opponentName),
    agency: facts.agency,
    agency_number: facts.agencyNumber,
    is_group: facts.isGroup ? (1 as const) : (0 as const),
    representation: JSON.stringify(facts.representation),
    custody: facts.custody === null ? null : JSON.stringify(facts.custody),
    filling: facts.filling === null ? null : JSON.stringify(facts.filling),
    reading: facts.reading === null ? null : JSON.stringify(facts.reading),
    facts: facts.facts,
    hardship_input: JSON.stringify(facts.hardship),
    hardship_result: JSON.stringify(facts.assessment),
    hardship_outcome: facts.assessment.outcome,
    pack_version: facts.assessment.packVersion,
  }
}
