import type { Selectable, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { HistoryRole, PersonInput } from '../contract/people.ts'
import { nameKey } from '../domain/name-key.ts'
import { lookAlikeVariants, nearSounds } from '../domain/name-likeness.ts'
import { nameInitials, nameSound, nameSyllables } from './folded-text.ts'
import type { PersonTable } from './schema/people.ts'
import type { Database } from './schema.ts'
import { foundIds, searchTerms } from './sqlite/search-index.ts'
import { findSimilarNameIds } from './sqlite/similar-names.ts'

/** A person (人员) as recorded, the certificate number and phone whole. */
export type PersonRecord = Readonly<Omit<PersonInput, 'categories' | 'kind'>> & {
  readonly id: string
  readonly kind: 'person' | 'organisation'
  /** The entry that stands for this one since they were merged (合并). */
  readonly mergedInto: string | null
  /** Code of the ground on which address and phone are protected (保密), or null. */
  readonly protection: string | null
  readonly protectionNote: string | null
  readonly categories: readonly string[]
  readonly pinyin: string
  readonly pinyinInitials: string
  readonly createdAt: string
  readonly version: number
}

/** How many files of each kind stand under a person. */
export type FileCounts = { readonly consultations: number; readonly applications: number; readonly cases: number }

/** One earlier visit, application or case of a person. `status` is the row's code. */
export type PersonFile = {
  readonly kind: 'consultation' | 'application' | 'case'
  readonly id: string
  readonly personId: string
  readonly date: string
  /** Local time `HH:MM` of a visit; null where only the instant of registration is known. */
  readonly time: string | null
  /** When it was entered, where the day of it is the same. */
  readonly enteredAt: string | null
  readonly role: HistoryRole
  readonly link: 'recorded' | 'certificate' | 'name'
  readonly number: string
  readonly cause: string
  readonly status: string
  readonly by: string | null
}

/** The person, or null when there is none of this id. */
export async function findPerson(db: ReadonlyKysely<Database>, id: string): Promise<PersonRecord | null> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const categories = await db
    .selectFrom('person_category')
    .select('category')
    .where('person_id', '=', id)
    .orderBy('category')
    .execute()
  return recordOf(
    row,
    categories.map(one => one.category),
  )
}

/**
 * The person who holds this certificate number, or null: of several the one that was not merged, and for a merged one the entry that stands
 * for it. The number is compared as it is stored.
 */
export async function findPersonByCertificate(db: ReadonlyKysely<Database>, number: string): Promise<PersonRecord | null> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('certificate_number', '=', number)
    .orderBy('created_at')
    .execute()
  const row = rows.find(one => one.merged_into === null) ?? rows[0]
  return row ? findStandingPerson(db, row.id) : null
}

/** The person, or, where that entry was merged into another, the one that stands for it now. Null when there is none of this id. */
export async function findStandingPerson(db: ReadonlyKysely<Database>, id: string): Promise<PersonRecord | null> {
  let person = await findPerson(db, id)
  while (person !== null && person.mergedInto !== null) person = await findPerson(db, person.mergedInto)
  return person
}

/** Most people asked about for each way of being alike; the caller judges and cuts. */
const MOST_EACH = 40

/**
 * Everyone who may be the person sought: the same certificate number or phone; the same name, or one that sounds the same or nearly, looks
 * alike or differs in a character. Parts that are empty match nobody. Merged entries are among them.
 */
export async function findLikelyPeople(
  db: ReadonlyKysely<Database>,
  sought: { readonly name: string; readonly certificateNumber: string; readonly phone: string },
): Promise<PersonRecord[]> {
  const key = nameKey(sought.name)
  const sound = nameSound(sought.name)
  // One query each, so that every one of them walks its own index.
  const people = db.selectFrom('person').selectAll().limit(MOST_EACH)
  const found: Selectable<PersonTable>[] = []
  if (sought.certificateNumber !== '')
    found.push(...(await people.where('certificate_number', '=', sought.certificateNumber).execute()))
  if (sought.phone !== '') found.push(...(await people.where('phone', '=', sought.phone).execute()))
  if (key !== '') {
    found.push(...(await people.where('name_key', '=', key).execute()))
    const variants = lookAlikeVariants(key)
    if (variants.length > 0) found.push(...(await people.where('name_key', 'in', variants).execute()))
    const similar = await findSimilarNameIds(db, key, MOST_EACH)
    if (similar.length > 0) found.push(...(await db.selectFrom('person').selectAll().where('id', 'in', similar).execute()))
  }
  if (sound !== '') {
    found.push(...(await people.where('pinyin', '=', sound).execute()))
    const near = nearSounds(nameSyllables(sought.name))
    if (near.length > 0) found.push(...(await people.where('pinyin', 'in', near).execute()))
  }
  return recordsOf(db, [...new Map(found.map(row => [row.id, row])).values()])
}

export type PersonFilter = {
  readonly words: string
  readonly kind: 'person' | 'organisation' | null
  readonly only: 'all' | 'protected' | 'merged'
  readonly offset: number
  readonly limit: number
}

/** One page of the register, the newest entry first, and how many there are in all. Merged entries stand only in their own list. */
export async function listPeople(db: ReadonlyKysely<Database>, filter: PersonFilter) {
  const terms = searchTerms(filter.words)
  let found = db.selectFrom('person as p')
  if (filter.kind !== null) found = found.where('p.kind', '=', filter.kind)
  if (filter.only === 'protected') found = found.where('p.protection', 'is not', null)
  found = found.where('p.merged_into', filter.only === 'merged' ? 'is not' : 'is', null)
  if (terms.length > 0) found = found.where('p.id', 'in', foundIds(db, 'person', terms))
  const { total } = await found.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .leftJoin('person as s', 's.id', 'p.merged_into')
    .selectAll('p')
    .select('s.name as survivor_name')
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const records = await recordsOf(db, rows)
  return { rows: records.map((record, index) => ({ record, survivorName: rows[index]?.survivor_name ?? null })), total }
}

async function recordsOf(db: ReadonlyKysely<Database>, rows: readonly Selectable<PersonTable>[]): Promise<PersonRecord[]> {
  const categories = await listCategories(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => recordOf(row, categories.get(row.id) ?? []))
}

/** The people whom a paper of this subject (咨询、申请、案件、补贴、案卷) is about. */
export async function listPeopleOfSubject(
  db: ReadonlyKysely<Database>,
  subject: { readonly kind: string; readonly id: string },
): Promise<string[]> {
  const { id } = subject
  switch (subject.kind) {
    case 'consultation':
      return idsOf(await db.selectFrom('consultation').select('person_id').where('id', '=', id).execute())
    case 'application':
      return idsOf([
        ...(await db.selectFrom('application').select('person_id').where('id', '=', id).execute()),
        ...(await db.selectFrom('application_party').select('person_id').where('application_id', '=', id).execute()),
      ])
    case 'case': {
      const row = await db.selectFrom('aid_case').select(['person_id', 'application_id']).where('id', '=', id).executeTakeFirst()
      if (!row) return []
      const others =
        row.application_id === null ? [] : await listPeopleOfSubject(db, { kind: 'application', id: row.application_id })
      return [...new Set([row.person_id, ...others])]
    }
    case 'objection':
    case 'cooperation': {
      const row = await db.selectFrom(subject.kind).select('application_id').where('id', '=', id).executeTakeFirst()
      return row ? listPeopleOfSubject(db, { kind: 'application', id: row.application_id }) : []
    }
    case 'delivery': {
      const row = await db.selectFrom('delivery').select(['subject_kind', 'subject_id']).where('id', '=', id).executeTakeFirst()
      return row ? listPeopleOfSubject(db, { kind: row.subject_kind, id: row.subject_id }) : []
    }
    case 'notice':
      return idsOf(await db.selectFrom('notice').select('person_id').where('id', '=', id).execute())
    case 'subsidy': {
      const row = await db.selectFrom('subsidy_sheet').select('case_id').where('id', '=', id).executeTakeFirst()
      return row ? listPeopleOfSubject(db, { kind: 'case', id: row.case_id }) : []
    }
    case 'volume': {
      const row = await db.selectFrom('volume').select('case_id').where('id', '=', id).executeTakeFirst()
      return row ? listPeopleOfSubject(db, { kind: 'case', id: row.case_id }) : []
    }
    default:
      return []
  }
}

function idsOf(rows: readonly { readonly person_id: string | null }[]): string[] {
  return [...new Set(rows.flatMap(row => (row.person_id === null ? [] : [row.person_id])))]
}

/** Sets or lifts the protection of address and phone (保密住址和电话), and raises the version. */
export async function setProtection(
  trx: Transaction<Database>,
  id: string,
  protection: { readonly ground: string | null; readonly note: string | null },
): Promise<void> {
  await trx
    .updateTable('person')
    .set(eb => ({ protection: protection.ground, protection_note: protection.note, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function insertPerson(
  trx: Transaction<Database>,
  id: string,
  person: PersonInput,
  createdAt: string,
): Promise<void> {
  await trx
    .insertInto('person')
    .values({ id, ...columnsOf(person), kind: person.kind ?? 'person', created_at: createdAt, version: 1 })
    .execute()
  await replaceCategories(trx, id, person.categories)
}

/** Writes every particular and raises the version. The caller has checked the version. */
export async function updatePerson(trx: Transaction<Database>, id: string, person: PersonInput): Promise<void> {
  await trx
    .updateTable('person')
    .set(eb => ({
      ...columnsOf(person),
      ...(person.kind === undefined ? {} : { kind: person.kind }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await replaceCategories(trx, id, person.categories)
}

/** How many consultations, applications and cases these people have, by person. */
export async function countFilesOf(db: ReadonlyKysely<Database>, personIds: readonly string[]): Promise<Map<string, FileCounts>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('person as p')
    .select(eb => [
      'p.id',
      eb
        .selectFrom('consultation')
        .whereRef('person_id', '=', 'p.id')
        .where('voided_at', 'is', null)
        .select(one => one.fn.countAll<number>().as('n'))
        .as('consultations'),
      eb
        .selectFrom('application')
        .whereRef('person_id', '=', 'p.id')
        .select(one => one.fn.countAll<number>().as('n'))
        .as('applications'),
      eb
        .selectFrom('aid_case')
        .whereRef('person_id', '=', 'p.id')
        .select(one => one.fn.countAll<number>().as('n'))
        .as('cases'),
    ])
    .where('p.id', 'in', personIds)
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      { consultations: row.consultations ?? 0, applications: row.applications ?? 0, cases: row.cases ?? 0 },
    ]),
  )
}

async function listCategories(db: ReadonlyKysely<Database>, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (ids.length === 0) return found
  const rows = await db.selectFrom('person_category').selectAll().where('person_id', 'in', ids).orderBy('category').execute()
  for (const row of rows) found.set(row.person_id, [...(found.get(row.person_id) ?? []), row.category])
  return found
}

async function replaceCategories(trx: Transaction<Database>, personId: string, categories: readonly string[]): Promise<void> {
  await trx.deleteFrom('person_category').where('person_id', '=', personId).execute()
  if (categories.length === 0) return
  await trx
    .insertInto('person_category')
    .values([...new Set(categories)].map(category => ({ person_id: personId, category })))
    .execute()
}

function columnsOf(person: PersonInput) {
  return {
    name: person.name,
    name_key: nameKey(person.name),
    pinyin: nameSound(person.name),
    pinyin_initials: nameInitials(person.name),
    certificate_kind: person.certificateKind,
    certificate_number: person.certificateNumber,
    certificate_note: person.certificateNote,
    sex: person.sex,
    birth_date: person.birthDate,
    phone: person.phone,
    household_address: person.householdAddress,
    address: person.address,
    ethnicity: person.ethnicity,
    education: person.education,
    occupation: person.occupation,
    workplace: person.workplace,
    registration_kind: person.registrationKind,
  }
}

function recordOf(row: Selectable<PersonTable>, categories: readonly string[]): PersonRecord {
  return {
    id: row.id,
    name: row.name,
    pinyin: row.pinyin,
    pinyinInitials: row.pinyin_initials,
    kind: row.kind,
    mergedInto: row.merged_into,
    protection: row.protection,
    protectionNote: row.protection_note,
    certificateKind: row.certificate_kind,
    certificateNumber: row.certificate_number,
    certificateNote: row.certificate_note,
    sex: row.sex,
    birthDate: row.birth_date,
    phone: row.phone,
    householdAddress: row.household_address,
    address: row.address,
    categories,
    ethnicity: row.ethnicity,
    education: row.education,
    occupation: row.occupation,
    workplace: row.workplace,
    registrationKind: row.registration_kind,
    createdAt: row.created_at,
    version: row.version,
  }
}
