import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ConflictParty, KnownParty } from '../domain/conflict.ts'
import type { ConflictAcknowledgementTable } from './schema/people.ts'
import type { Database } from './schema.ts'
import { opponentsIn, selectOpponentLines } from './sqlite/opponent-lines.ts'

/** Somebody in another matter with what an alarm says of that matter. */
export type KnownStanding = KnownParty & {
  readonly caseId: string | null
  readonly cause: string
  readonly date: string
  readonly applicantName: string
}

/** Matters that are left out: the one that is being checked. */
export type ExceptMatter = { readonly applicationId: string | null; readonly caseId: string | null }

type Identity = Pick<ConflictParty, 'personId' | 'nameKey' | 'certificateNumber'>

/** An application that made somebody the center's client: refused and withdrawn ones did not. */
const CLIENT = ['deciding', 'supplementing', 'granted'] as const

/**
 * Everyone whom the center helps or helped and who may be one of these parties (by certificate, entry of the register or name key), with
 * their matters. Someone who was merged into another entry is still found by the old name and certificate.
 */
export async function listHelped(
  db: ReadonlyKysely<Database>,
  parties: readonly Identity[],
  except: ExceptMatter,
): Promise<KnownStanding[]> {
  const people = await findIdentities(db, parties)
  const ids = [...new Set(people.map(person => person.standsFor))]
  const asPeople = (personId: string) => people.filter(person => person.standsFor === personId)
  const applications = ids.length === 0 ? [] : await selectApplications(db, except).where('a.person_id', 'in', ids).execute()
  const cases = ids.length === 0 ? [] : await selectOwnCases(db, except).where('c.person_id', 'in', ids).execute()
  const joint = await listParties(db, parties, ['co-applicant'], except)
  return [
    ...[...applications, ...cases].flatMap(row =>
      asPeople(row.person_id).map(person => ({
        side: 'helped' as const,
        personId: person.standsFor,
        name: person.name,
        nameKey: person.nameKey,
        certificateNumber: person.certificateNumber,
        ...matterOf(row),
      })),
    ),
    ...joint.map(row => ({ side: 'helped' as const, ...row })),
  ]
}

/** Everyone who stands or stood against somebody the center helps or helped, and who may be one of these parties. */
export async function listOpposed(
  db: ReadonlyKysely<Database>,
  parties: readonly Identity[],
  except: ExceptMatter,
): Promise<KnownStanding[]> {
  const keys = given(parties.map(party => party.nameKey))
  if (keys.length === 0) return []
  const several = given((await selectOpponentLines(db).execute()).map(row => row.line))
  const lines = [...keys, ...several.filter(line => opponentsIn(line, keys).length > 0)]
  const applications = await selectApplications(db, except).where('a.opponent_key', 'in', lines).execute()
  const cases = await selectOwnCases(db, except).where('c.opponent_key', 'in', lines).execute()
  const opponents = await listParties(db, parties, ['opponent'], except)
  // An opponent who has a row of parties (当事人) is known by it: the name beside it knows no certificate.
  const told = new Set(opponents.map(row => `${row.fileId} ${row.nameKey}`))
  const named = [...applications, ...cases].flatMap(row =>
    opponentsIn(row.opponent_key ?? '', keys).flatMap(part => (told.has(`${row.id} ${part}`) ? [] : { ...row, part })),
  )
  return [
    ...named.map(row => ({
      side: 'opposed' as const,
      personId: null,
      name: row.opponent_name ?? '',
      nameKey: row.part,
      certificateNumber: null,
      ...matterOf(row),
    })),
    ...opponents.map(row => ({ side: 'opposed' as const, ...row })),
  ]
}

/** Applications that made a client, each with the case that came of it. */
function selectApplications(db: ReadonlyKysely<Database>, { applicationId }: ExceptMatter) {
  const query = db
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('aid_case as c', join => join.onRef('c.application_id', '=', 'a.id').on('c.parent_case_id', 'is', null))
    .select(['a.id', 'a.number', 'a.person_id', 'a.cause', 'a.received_on as date', 'a.opponent_name', 'a.opponent_key'])
    .select(['c.id as case_id', 'c.number as case_number', 'p.name as applicant'])
    .where('a.status', 'in', CLIENT)
  return applicationId === null ? query : query.where('a.id', '!=', applicationId)
}

/** Cases that came by another door than an application, or by a change of stage. */
function selectOwnCases(db: ReadonlyKysely<Database>, { caseId, applicationId }: ExceptMatter) {
  const query = db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.number', 'c.person_id', 'c.cause', 'c.opened_on as date', 'c.opponent_name', 'c.opponent_key'])
    .select(['c.id as case_id', 'c.number as case_number', 'p.name as applicant'])
    .where(eb => eb.or([eb('c.application_id', 'is', null), eb('c.parent_case_id', 'is not', null)]))
  const others = caseId === null ? query : query.where('c.id', '!=', caseId)
  return applicationId === null
    ? others
    : others.where(eb => eb.or([eb('c.application_id', 'is', null), eb('c.application_id', '!=', applicationId)]))
}

/** Rows of the parties' table (当事人) in these roles that may be one of these people. */
async function listParties(
  db: ReadonlyKysely<Database>,
  sought: readonly Identity[],
  roles: readonly ('co-applicant' | 'opponent')[],
  { applicationId }: ExceptMatter,
) {
  const query = db
    .selectFrom('application_party as t')
    .innerJoin('application as a', 'a.id', 't.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('aid_case as c', join => join.onRef('c.application_id', '=', 'a.id').on('c.parent_case_id', 'is', null))
    .select(['t.position', 't.person_id as partyId', 't.name as partyName', 't.name_key as partyKey'])
    .select(['t.certificate_number as certificateNumber', 'a.id', 'a.number', 'a.cause', 'a.received_on as date'])
    .select(['c.id as case_id', 'c.number as case_number', 'p.name as applicant'])
    .where('t.role', 'in', roles)
    .where('a.status', 'in', CLIENT)
  const keys = given(sought.map(party => party.nameKey))
  const certificates = given(sought.map(party => party.certificateNumber))
  const ids = given(sought.map(party => party.personId))
  const found = [
    ...(keys.length === 0 ? [] : await query.where('t.name_key', 'in', keys).execute()),
    ...(certificates.length === 0 ? [] : await query.where('t.certificate_number', 'in', certificates).execute()),
    ...(ids.length === 0 ? [] : await query.where('t.person_id', 'in', ids).execute()),
  ]
  const rows = new Map(found.map(row => [`${row.id} ${row.position}`, row]))
  return [...rows.values()]
    .filter(row => row.id !== applicationId)
    .map(row => ({
      personId: row.partyId,
      name: row.partyName,
      nameKey: row.partyKey,
      certificateNumber: row.certificateNumber,
      ...matterOf(row),
    }))
}

function matterOf(row: {
  readonly id: string
  readonly number: string
  readonly cause: string
  readonly date: string
  readonly case_id: string | null
  readonly case_number: string | null
  readonly applicant: string
}) {
  return {
    matterKind: row.case_id === null ? ('application' as const) : ('case' as const),
    matterId: row.case_id ?? row.id,
    fileId: row.id,
    caseId: row.case_id,
    number: row.case_number ?? row.number,
    cause: row.cause,
    date: row.date,
    applicantName: row.applicant,
  }
}

function given(values: readonly (string | null)[]): string[] {
  return [...new Set(values.flatMap(value => (value === null || value === '' ? [] : [value])))]
}

/** Entries of the register that may be one of these, each with the entry it stands for now. */
async function findIdentities(db: ReadonlyKysely<Database>, parties: readonly Identity[]) {
  const people = db
    .selectFrom('person')
    .select(['id', 'name', 'name_key as nameKey', 'certificate_number as certificateNumber', 'merged_into as mergedInto'])
  const keys = given(parties.map(party => party.nameKey))
  const certificates = given(parties.map(party => party.certificateNumber))
  const ids = given(parties.map(party => party.personId))
  // One query for each, so that every one of them walks its own index.
  const found = [
    ...(keys.length === 0 ? [] : await people.where('name_key', 'in', keys).execute()),
    ...(certificates.length === 0 ? [] : await people.where('certificate_number', 'in', certificates).execute()),
    ...(ids.length === 0 ? [] : await people.where('id', 'in', ids).execute()),
  ]
  const merged = await listMergedInto(db)
  return [...new Map(found.map(row => [row.id, row])).values()].map(row => ({
    ...row,
    standsFor: survivorOf(row.id, merged),
  }))
}

async function listMergedInto(db: ReadonlyKysely<Database>): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('person').select(['id', 'merged_into']).where('merged_into', 'is not', null).execute()
  return new Map(rows.flatMap(row => (row.merged_into === null ? [] : [[row.id, row.merged_into] as const])))
}

function survivorOf(id: string, merged: ReadonlyMap<string, string>): string {
  let current = id
  for (let next = merged.get(current); next !== undefined; next = merged.get(current)) current = next
  return current
}

/** Everyone but the applicant who stands in an application's table of parties (当事人) and may be in conflict, in its order. */
export async function listApplicationParties(db: ReadonlyKysely<Database>, applicationId: string) {
  return db
    .selectFrom('application_party')
    .select(['role', 'name', 'person_id as personId', 'certificate_number as certificateNumber'])
    .where('application_id', '=', applicationId)
    .where('role', 'in', ['co-applicant', 'opponent', 'opponent-agent', 'other'])
    .orderBy('position')
    .execute()
}

/** Everyone who is or was assigned to these cases, with the day on which it ended. */
export async function listHandlersOf(db: ReadonlyKysely<Database>, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return db
    .selectFrom('assignment as a')
    .innerJoin('handler as h', 'h.id', 'a.handler_id')
    .innerJoin('provider as p', 'p.id', 'a.provider_id')
    .innerJoin('aid_case as c', 'c.id', 'a.case_id')
    .select(['a.case_id as caseId', 'a.handler_id as handlerId', 'h.name as handlerName', 'a.provider_id as providerId'])
    .select(['p.name as providerName', 'a.ended_on as endedOn', 'c.closed_on as closedOn'])
    .where('a.case_id', 'in', caseIds)
    .orderBy('a.assigned_on')
    .execute()
}

/** Reasons that were given for conflicts of these applications and cases, oldest first. */
export async function listAcknowledgements(db: ReadonlyKysely<Database>, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return []
  return db
    .selectFrom('conflict_acknowledgement as k')
    .innerJoin('user_account as u', 'u.id', 'k.acknowledged_by')
    .selectAll('k')
    .select('u.name as by')
    .where('k.subject_id', 'in', subjectIds)
    .orderBy('k.acknowledged_at')
    .execute()
}

export async function insertAcknowledgements(
  trx: Transaction<Database>,
  rows: readonly ConflictAcknowledgementTable[],
): Promise<void> {
  if (rows.length === 0) return
  await trx.insertInto('conflict_acknowledgement').values(rows).execute()
}
