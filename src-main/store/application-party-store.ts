import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ApplicationParty } from '../contract/application-parties.ts'
import { nameKey } from '../domain/name-key.ts'
import type { ApplicationPartyTable } from './schema/applications.ts'
import type { Database } from './schema.ts'

/** A party of an application (当事人) as recorded, certificate number and phone whole. */
export type StoredParty = Readonly<ApplicationParty>

/** The parties of an application besides the applicant, in order. */
export async function listParties(db: ReadonlyKysely<Database>, applicationId: string): Promise<StoredParty[]> {
  const rows = await db
    .selectFrom('application_party')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('position')
    .execute()
  return rows.map(partyOf)
}

/** How many co-applicants (共同申请人) each of these applications has; an application without any is left out. */
export async function countCoApplicants(
  db: ReadonlyKysely<Database>,
  applicationIds: readonly string[],
): Promise<Map<string, number>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('application_party')
    .select(eb => ['application_id', eb.fn.countAll<number>().as('people')])
    .where('application_id', 'in', applicationIds)
    .where('role', '=', 'co-applicant')
    .groupBy('application_id')
    .execute()
  return new Map(rows.map(row => [row.application_id, row.people]))
}

/** Writes the parties of an application anew. */
export async function replaceParties(
  trx: Transaction<Database>,
  applicationId: string,
  parties: readonly StoredParty[],
): Promise<void> {
  await trx.deleteFrom('application_party').where('application_id', '=', applicationId).execute()
  for (let from = 0; from < parties.length; from += ROWS_AT_ONCE) {
    const rows = parties
      .slice(from, from + ROWS_AT_ONCE)
      .map((party, index) => ({ application_id: applicationId, position: from + index, ...columnsOf(party) }))
    await trx.insertInto('application_party').values(rows).execute()
  }
}

/** SQLite binds a limited number of values in one statement. */
const ROWS_AT_ONCE = 100

function columnsOf(party: StoredParty) {
  return {
    role: party.role,
    kind: party.kind,
    person_id: party.personId,
    name: party.name,
    name_key: nameKey(party.name),
    certificate_kind: party.certificateKind,
    certificate_number: party.certificateNumber,
    phone: party.phone,
    relation: party.relation,
    note: party.note,
  }
}

function partyOf(row: ApplicationPartyTable): StoredParty {
  return {
    role: row.role,
    kind: row.kind,
    personId: row.person_id,
    name: row.name,
    certificateKind: row.certificate_kind,
    certificateNumber: row.certificate_number,
    phone: row.phone,
    relation: row.relation,
    note: row.note,
  }
}
