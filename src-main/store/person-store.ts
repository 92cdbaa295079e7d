import type { Selectable, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { PersonInput } from '../contract/people.ts'
import { nameKey } from '../domain/name-key.ts'
import { nameInitials, nameSound } from './folded-text.ts'
import type { Database, PersonTable } from './schema.ts'

/** A person (人员) as recorded, the certificate number and phone whole. */
export type PersonRecord = Readonly<Omit<PersonInput, 'categories'>> & {
  readonly id: string
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

/** The person who holds this certificate number, or null. The number is compared as it is stored. */
export async function findPersonByCertificate(db: ReadonlyKysely<Database>, number: string): Promise<PersonRecord | null> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('certificate_number', '=', number)
    .orderBy('created_at')
    .executeTakeFirst()
  return row ? findPerson(db, row.id) : null
}

/** Everyone with the same certificate number, phone, name or like-sounding name; parts that are empty match nobody. */
export async function findLikelyPeople(
  db: ReadonlyKysely<Database>,
  sought: { readonly name: string; readonly certificateNumber: string; readonly phone: string },
  limit: number,
): Promise<PersonRecord[]> {
  const key = nameKey(sought.name)
  const sound = nameSound(sought.name)
  // One query each, so that every one of them walks its own index.
  const people = db.selectFrom('person').selectAll()
  const found: Selectable<PersonTable>[] = []
  if (sought.certificateNumber !== '')
    found.push(...(await people.where('certificate_number', '=', sought.certificateNumber).limit(limit).execute()))
  if (sought.phone !== '') found.push(...(await people.where('phone', '=', sought.phone).limit(limit).execute()))
  if (key !== '') found.push(...(await people.where('name_key', '=', key).limit(limit).execute()))
  if (sound !== '') found.push(...(await people.where('pinyin', '=', sound).limit(limit).execute()))
  const rows = [...new Map(found.map(row => [row.id, row])).values()].slice(0, limit)
  const categories = await listCategories(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => recordOf(row, categories.get(row.id) ?? []))
}

export async function insertPerson(
  trx: Transaction<Database>,
  id: string,
  person: PersonInput,
  createdAt: string,
): Promise<void> {
  await trx
    .insertInto('person')
    .values({ id, ...columnsOf(person), created_at: createdAt, version: 1 })
    .execute()
  await replaceCategories(trx, id, person.categories)
}

/** Writes every particular and raises the version. The caller has checked the version. */
export async function updatePerson(trx: Transaction<Database>, id: string, person: PersonInput): Promise<void> {
  await trx
    .updateTable('person')
    .set(eb => ({ ...columnsOf(person), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await replaceCategories(trx, id, person.categories)
}

/** The files of these people, newest first. */
export async function listFilesOf(db: ReadonlyKysely<Database>, personIds: readonly string[]): Promise<PersonFile[]> {
  if (personIds.length === 0) return []
  const consultations = await db
    .selectFrom('consultation as f')
    .innerJoin('user_account as u', 'u.id', 'f.consultant_id')
    .leftJoin('imported_consultation as old', 'old.consultation_id', 'f.id')
    .select(['f.id', 'f.person_id', 'f.received_on as date', 'f.number', 'f.cause', 'f.outcome as status'])
    .select(eb => eb.fn.coalesce('old.consultant_name', 'u.name').as('by'))
    .where('f.person_id', 'in', personIds)
    .where('f.voided_at', 'is', null)
    .execute()
  const applications = await db
    .selectFrom('application as f')
    .innerJoin('user_account as u', 'u.id', 'f.registered_by')
    .select(['f.id', 'f.person_id', 'f.received_on as date', 'f.number', 'f.cause', 'f.status', 'u.name as by'])
    .where('f.person_id', 'in', personIds)
    .execute()
  const cases = await db
    .selectFrom('aid_case as f')
    .leftJoin('assignment as s', join => join.onRef('s.case_id', '=', 'f.id').on('s.ended_on', 'is', null))
    .leftJoin('handler as h', 'h.id', 's.handler_id')
    .leftJoin('imported_case as old', 'old.case_id', 'f.id')
    .select(['f.id', 'f.person_id', 'f.opened_on as date', 'f.number', 'f.cause', 'f.status'])
    .select(eb => eb.fn.coalesce('h.name', 'old.handler_name').as('by'))
    .where('f.person_id', 'in', personIds)
    .execute()
  const files: PersonFile[] = [
    // Found by their person, so there is one.
    ...consultations.map(({ person_id, ...row }) => ({ ...row, kind: 'consultation' as const, personId: person_id ?? '' })),
    ...applications.map(({ person_id, ...row }) => ({ ...row, kind: 'application' as const, personId: person_id })),
    ...cases.map(({ person_id, ...row }) => ({ ...row, kind: 'case' as const, personId: person_id })),
  ]
  // ULIDs grow with time: of one day, the one entered last comes first.
  return files.sort((a, b) => compare(b.date, a.date) || compare(b.id, a.id))
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
