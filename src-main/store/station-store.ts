import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { FirstOpinionInput, StationInput } from '../contract/stations.ts'
import type { StationOpinionTable, StationTable } from './schema/desk.ts'
import type { Database } from './schema.ts'

export async function insertStation(trx: Transaction<Database>, id: string, station: StationInput): Promise<void> {
  await trx
    .insertInto('station')
    .values({ id, ...columnsOf(station), version: 1 })
    .execute()
}

/** Writes every field and raises the version. The caller has checked the version. */
export async function updateStation(trx: Transaction<Database>, id: string, station: StationInput): Promise<void> {
  await trx
    .updateTable('station')
    .set(eb => ({ ...columnsOf(station), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function findStation(db: ReadonlyKysely<Database>, id: string) {
  return db.selectFrom('station').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Another station of this name, or undefined. */
export async function findStationByName(db: ReadonlyKysely<Database>, name: string, id: string | null) {
  return db
    .selectFrom('station')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id ?? '')
    .executeTakeFirst()
}

export async function listStations(db: ReadonlyKysely<Database>) {
  return db.selectFrom('station').selectAll().orderBy('is_active', 'desc').orderBy('name').execute()
}

/** What was passed up between two days (inclusive), with where the application stands now. */
export async function listPassedUp(db: ReadonlyKysely<Database>, from: string, to: string) {
  return db
    .selectFrom('station_opinion as o')
    .innerJoin('application as a', 'a.id', 'o.application_id')
    .select(['o.station_id', 'o.opinion', 'a.status'])
    .where('o.passed_on', '>=', from)
    .where('o.passed_on', '<=', to)
    .execute()
}

/** The first opinion on an application with the station's name and who entered it, or undefined. */
export async function findFirstOpinion(db: ReadonlyKysely<Database>, applicationId: string) {
  return db
    .selectFrom('station_opinion as o')
    .innerJoin('station as s', 's.id', 'o.station_id')
    .innerJoin('user_account as u', 'u.id', 'o.entered_by')
    .selectAll('o')
    .select(['s.name as station_name', 'u.name as enterer_name'])
    .where('o.application_id', '=', applicationId)
    .executeTakeFirst()
}

/** Puts the first opinion in, or in the place of the one that stood, with the next version. */
export async function putFirstOpinion(
  trx: Transaction<Database>,
  applicationId: string,
  opinion: FirstOpinionInput,
  entered: { readonly by: string; readonly at: string; readonly version: number },
): Promise<void> {
  const row: StationOpinionTable = {
    application_id: applicationId,
    station_id: opinion.stationId,
    opinion: opinion.opinion,
    reason: opinion.reason,
    given_by: opinion.givenBy,
    given_on: opinion.givenOn,
    passed_on: opinion.passedOn,
    entered_by: entered.by,
    entered_at: entered.at,
    version: entered.version,
  }
  await trx.deleteFrom('station_opinion').where('application_id', '=', applicationId).execute()
  await trx.insertInto('station_opinion').values(row).execute()
}

/** A row in the form in which it was entered. */
export function stationOf(row: StationTable): StationInput {
  return {
    kind: row.kind,
    name: row.name,
    contactName: row.contact_name,
    phone: row.phone,
    address: row.address,
    isActive: row.is_active === 1,
  }
}

/** A row in the form in which it was entered. */
export function firstOpinionOf(row: StationOpinionTable): FirstOpinionInput {
  return {
    stationId: row.station_id,
    opinion: row.opinion,
    reason: row.reason,
    givenBy: row.given_by,
    givenOn: row.given_on,
    passedOn: row.passed_on,
  }
}

function columnsOf(station: StationInput) {
  return {
    kind: station.kind,
    name: station.name,
    contact_name: station.contactName,
    phone: station.phone,
    address: station.address,
    is_active: station.isActive ? (1 as const) : (0 as const),
  }
}
