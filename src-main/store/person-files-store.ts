import type { ReadonlyKysely } from 'kysely/readonly'
import { dayOfInstant } from '../domain/calendar-date.ts'
import { nameKey } from '../domain/name-key.ts'
import type { PersonFile, PersonRecord } from './person-store.ts'
import type { Database } from './schema.ts'

const OWN = { time: null, enteredAt: null, link: 'recorded' as const }

/** The files that stand under these people (来访、申请、案件), newest first. */
export async function listFilesOf(db: ReadonlyKysely<Database>, personIds: readonly string[]): Promise<PersonFile[]> {
  if (personIds.length === 0) return []
  const consultations = await db
    .selectFrom('consultation as f')
    .innerJoin('user_account as u', 'u.id', 'f.consultant_id')
    .leftJoin('imported_consultation as old', 'old.consultation_id', 'f.id')
    .select(['f.id', 'f.person_id as personId', 'f.received_on as date', 'f.received_at as time', 'f.registered_at as enteredAt'])
    .select(['f.number', 'f.cause', 'f.outcome as status'])
    .select(eb => eb.fn.coalesce('old.consultant_name', 'u.name').as('by'))
    .where('f.person_id', 'in', personIds)
    .where('f.voided_at', 'is', null)
    .execute()
  const applications = await selectApplications(db).where('f.person_id', 'in', personIds).execute()
  const cases = await selectCases(db).where('f.person_id', 'in', personIds).execute()
  return inOrder([
    // Found by their person, so there is one.
    ...consultations.map(row => ({
      ...row,
      personId: row.personId ?? '',
      kind: 'consultation' as const,
      role: 'visitor' as const,
      link: OWN.link,
    })),
    ...applications.map(row => ({ ...OWN, ...row, kind: 'application' as const, role: 'applicant' as const })),
    ...cases.map(row => ({ ...OWN, ...row, kind: 'case' as const, role: 'recipient' as const })),
  ])
}

/**
 * Matters of others in which this person took part: as opponent, agent, guardian or other party (对方当事人、代理人、其他当事人). `link` says
 * how surely: entered as this person, by the certificate, or only under the same name.
 */
export async function listTakenPartIn(db: ReadonlyKysely<Database>, person: PersonRecord): Promise<PersonFile[]> {
  const key = nameKey(person.name)
  const parties = db
    .selectFrom('application_party as t')
    .innerJoin('application as f', 'f.id', 't.application_id')
    .innerJoin('user_account as u', 'u.id', 'f.registered_by')
    .select(['f.id', 'f.received_on as date', 'f.registered_at as enteredAt', 'f.number', 'f.cause', 'f.status', 'u.name as by'])
    .select(['t.role', 't.person_id as partyId', 't.certificate_number as certificate'])
  const joint = db
    .selectFrom('application_party')
    .select('application_id')
    .where('person_id', '=', person.id)
    .where('role', '=', 'co-applicant')
  const jointCases = await selectCases(db).where('f.application_id', 'in', joint).execute()
  const { certificateNumber } = person
  const recorded = await parties.where('t.person_id', '=', person.id).execute()
  const certified =
    certificateNumber === null ? [] : await parties.where('t.certificate_number', '=', certificateNumber).execute()
  const named = key === '' ? [] : await parties.where('t.name_key', '=', key).where('t.person_id', 'is', null).execute()
  const opposed =
    key === ''
      ? []
      : await selectApplications(db).where('f.opponent_key', '=', key).where('f.person_id', '!=', person.id).execute()
  const opposedCases =
    key === '' ? [] : await selectCases(db).where('f.opponent_key', '=', key).where('f.person_id', '!=', person.id).execute()
  const found: PersonFile[] = [
    ...recorded.map(row => fileOf(person.id, row, 'recorded')),
    ...certified.map(row => fileOf(person.id, row, 'certificate')),
    ...jointCases.map(row => ({
      ...OWN,
      ...row,
      personId: person.id,
      kind: 'case' as const,
      role: 'co-applicant' as const,
    })),
    // A namesake with another certificate is somebody else.
    ...named
      .filter(row => row.certificate === null || certificateNumber === null || row.certificate === certificateNumber)
      .map(row => fileOf(person.id, row, 'name')),
    ...opposed.map(row => ({
      ...OWN,
      ...row,
      personId: person.id,
      kind: 'application' as const,
      role: 'opponent' as const,
      link: 'name' as const,
    })),
    ...opposedCases.map(row => ({
      ...OWN,
      ...row,
      personId: person.id,
      kind: 'case' as const,
      role: 'opponent' as const,
      link: 'name' as const,
    })),
  ]
  const once = new Map<string, PersonFile>()
  for (const file of found) {
    const place = `${file.id} ${file.role}`
    if (!once.has(place)) once.set(place, file)
  }
  return inOrder([...once.values()])
}

type PartyRow = {
  readonly id: string
  readonly date: string
  readonly enteredAt: string
  readonly number: string
  readonly cause: string
  readonly status: string
  readonly by: string
  readonly role: PersonFile['role']
}

function fileOf(personId: string, row: PartyRow, link: PersonFile['link']): PersonFile {
  const { id, date, enteredAt, number, cause, status, by, role } = row
  return { id, personId, date, time: null, enteredAt, number, cause, status, by, role, link, kind: 'application' }
}

function selectApplications(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('application as f')
    .innerJoin('user_account as u', 'u.id', 'f.registered_by')
    .select(['f.id', 'f.person_id as personId', 'f.received_on as date', 'f.registered_at as enteredAt'])
    .select(['f.number', 'f.cause', 'f.status', 'u.name as by'])
}

function selectCases(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('aid_case as f')
    .leftJoin('assignment as s', join => join.onRef('s.case_id', '=', 'f.id').on('s.ended_on', 'is', null))
    .leftJoin('handler as h', 'h.id', 's.handler_id')
    .leftJoin('decision as d', join => join.onRef('d.application_id', '=', 'f.application_id').on('d.set_aside_on', 'is', null))
    .leftJoin('imported_case as old', 'old.case_id', 'f.id')
    .select([
      'f.id',
      'f.person_id as personId',
      'f.opened_on as date',
      'd.decided_at as enteredAt',
      'f.number',
      'f.cause',
      'f.status',
    ])
    .select(eb => eb.fn.coalesce('h.name', 'old.handler_name').as('by'))
}

/** Newest first; ULIDs grow with time: of one day, the one entered last comes first. An instant on another day is no time of that day. */
function inOrder(files: readonly PersonFile[]): PersonFile[] {
  return files
    .map(file => ({
      ...file,
      enteredAt: file.enteredAt !== null && dayOfInstant(file.enteredAt) === file.date ? file.enteredAt : null,
    }))
    .sort((a, b) => compare(b.date, a.date) || compare(b.id, a.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
