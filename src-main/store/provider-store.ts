import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { HandlerTable, ProviderTable } from './schema/cases.ts'
import type { Database } from './schema.ts'

/** A provider (承办机构) as it stands: law firm, grass-roots legal service office, or the center itself. */
export type ProviderRecord = {
  readonly kind: string
  readonly name: string
  readonly creditCode: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly isActive: boolean
}

/** A handler (承办人) as they stand. `practisingSince` is the first day of practice, `criminalDefenceSince` that of criminal defence. */
export type HandlerRecord = {
  readonly providerId: string
  readonly name: string
  readonly kind: string
  readonly licenceNumber: string | null
  readonly practisingSince: string | null
  readonly criminalDefenceSince: string | null
  readonly isPublicEmployee: boolean
  readonly phone: string | null
  readonly certificateNumber: string | null
  readonly bankName: string | null
  readonly bankAccount: string | null
  readonly isActive: boolean
}

export type StoredProvider = { readonly id: string; readonly provider: ProviderRecord; readonly version: number }

export type StoredHandler = {
  readonly id: string
  readonly handler: HandlerRecord
  readonly providerName: string
  readonly providerKind: string
  readonly isProviderActive: boolean
  /** Cases they handle now (在办): assigned to them and not yet closed. */
  readonly openCases: number
  readonly version: number
}

/** Every provider, those in use first, then by name. */
export async function listProviders(db: ReadonlyKysely<Database>): Promise<StoredProvider[]> {
  const rows = await db.selectFrom('provider').selectAll().orderBy('is_active', 'desc').orderBy('name').orderBy('id').execute()
  return rows.map(providerOfRow)
}

export async function findProvider(db: ReadonlyKysely<Database>, id: string): Promise<StoredProvider | null> {
  const row = await db.selectFrom('provider').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? providerOfRow(row) : null
}

export async function insertProvider(trx: Transaction<Database>, id: string, provider: ProviderRecord): Promise<void> {
  await trx
    .insertInto('provider')
    .values({ id, ...providerColumns(provider), version: 1 })
    .execute()
}

/** Writes a provider and raises its version. The caller has checked the version. */
export async function updateProvider(trx: Transaction<Database>, id: string, provider: ProviderRecord): Promise<void> {
  await trx
    .updateTable('provider')
    .set(eb => ({ ...providerColumns(provider), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Every handler of every provider with how many cases they handle now, those in use first, then by name. */
export async function listHandlers(db: ReadonlyKysely<Database>): Promise<StoredHandler[]> {
  const rows = await selectHandlers(db).orderBy('h.is_active', 'desc').orderBy('h.name').orderBy('h.id').execute()
  const open = await countOpenCases(db)
  return rows.map(row => handlerOfRow(row, open.get(row.id) ?? 0))
}

export async function findHandler(db: ReadonlyKysely<Database>, id: string): Promise<StoredHandler | null> {
  const row = await selectHandlers(db).where('h.id', '=', id).executeTakeFirst()
  return row ? handlerOfRow(row, (await countOpenCases(db)).get(id) ?? 0) : null
}

/** Cases being handled, by handler: read from the open cases, which are far fewer than a handler's whole past. */
async function countOpenCases(db: ReadonlyKysely<Database>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('aid_case as c')
    .innerJoin('assignment as a', join => join.onRef('a.case_id', '=', 'c.id').on('a.ended_on', 'is', null))
    .select(eb => ['a.handler_id as handlerId', eb.fn.countAll<number>().as('cases')])
    .where('c.status', '=', 'handling')
    .groupBy('a.handler_id')
    .execute()
  return new Map(rows.map(row => [row.handlerId, row.cases]))
}

export async function insertHandler(trx: Transaction<Database>, id: string, handler: HandlerRecord): Promise<void> {
  await trx
    .insertInto('handler')
    .values({ id, ...handlerColumns(handler), version: 1 })
    .execute()
}

/** Writes a handler and raises the version. The caller has checked the version. */
export async function updateHandler(trx: Transaction<Database>, id: string, handler: HandlerRecord): Promise<void> {
  await trx
    .updateTable('handler')
    .set(eb => ({ ...handlerColumns(handler), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function selectHandlers(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('handler as h')
    .innerJoin('provider as p', 'p.id', 'h.provider_id')
    .selectAll('h')
    .select(['p.name as provider_name', 'p.kind as provider_kind', 'p.is_active as is_provider_active'])
}

function providerOfRow(row: ProviderTable): StoredProvider {
  return {
    id: row.id,
    provider: {
      kind: row.kind,
      name: row.name,
      creditCode: row.credit_code,
      phone: row.phone,
      address: row.address,
      isActive: row.is_active === 1,
    },
    version: row.version,
  }
}

function providerColumns(provider: ProviderRecord) {
  return {
    kind: provider.kind,
    name: provider.name,
    credit_code: provider.creditCode,
    phone: provider.phone,
    address: provider.address,
    is_active: provider.isActive ? (1 as const) : (0 as const),
  }
}

type HandlerRow = HandlerTable & {
  provider_name: string
  provider_kind: string
  is_provider_active: 0 | 1
}

function handlerOfRow(row: HandlerRow, openCases: number): StoredHandler {
  return {
    id: row.id,
    handler: {
      providerId: row.provider_id,
      name: row.name,
      kind: row.kind,
      licenceNumber: row.licence_number,
      practisingSince: row.practising_since,
      criminalDefenceSince: row.criminal_defence_since,
      isPublicEmployee: row.is_public_employee === 1,
      phone: row.phone,
      certificateNumber: row.certificate_number,
      bankName: row.bank_name,
      bankAccount: row.bank_account,
      isActive: row.is_active === 1,
    },
    providerName: row.provider_name,
    providerKind: row.provider_kind,
    isProviderActive: row.is_provider_active === 1,
    openCases,
    version: row.version,
  }
}

function handlerColumns(handler: HandlerRecord) {
  return {
    provider_id: handler.providerId,
    name: handler.name,
    kind: handler.kind,
    licence_number: handler.licenceNumber,
    practising_since: handler.practisingSince,
    criminal_defence_since: handler.criminalDefenceSince,
    is_public_employee: handler.isPublicEmployee ? (1 as const) : (0 as const),
    phone: handler.phone,
    certificate_number: handler.certificateNumber,
    bank_name: handler.bankName,
    bank_account: handler.bankAccount,
    is_active: handler.isActive ? (1 as const) : (0 as const),
  }
}
