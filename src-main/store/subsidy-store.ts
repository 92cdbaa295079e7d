import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { z } from 'zod'
import type { subsidyComputation, subsidyInput, subsidyStatus } from '../contract/subsidies.ts'
import type { Database } from './schema.ts'

export type SubsidyInput = z.output<typeof subsidyInput>
export type SubsidyComputation = z.output<typeof subsidyComputation>
export type SubsidyStatus = z.output<typeof subsidyStatus>
export type SubsidyAct = 'prepared' | 'revised' | 'returned' | 'approved' | 'listed' | 'paid'

/** One line of the list of subsidy sheets (补贴核算表). */
export type SubsidyLine = {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly caseNumber: string
  readonly cause: string
  readonly personName: string
  readonly handlerName: string
  readonly providerName: string
  readonly tierLabel: string
  readonly totalFen: number
  readonly preparedBy: string
  readonly preparedAt: string
  readonly status: SubsidyStatus
  readonly timesReturned: number
  /** Calendar day of the approval, null before it. */
  readonly approvedOn: string | null
  readonly version: number
}

/** A whole sheet: what was entered, what the pack made of it, who did what. */
export type SubsidyRecord = SubsidyLine & {
  readonly subsidy: SubsidyInput
  readonly computation: SubsidyComputation
  readonly handlerId: string
  readonly closedOn: string
  readonly preparedById: string
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly paymentListId: string | null
  readonly paymentListNumber: string | null
}

export type SubsidyStep = { readonly at: string; readonly by: string; readonly act: SubsidyAct; readonly opinion: string }

/** One page of sheets, the last prepared first, with the number and the sum in fen of all that match. */
export async function listSheets(
  db: ReadonlyKysely<Database>,
  filter: { readonly status: SubsidyStatus | null; readonly offset: number; readonly limit: number },
): Promise<{ rows: SubsidyLine[]; total: number; totalFen: number }> {
  let sums = db
    .selectFrom('subsidy_sheet as s')
    .select(eb => [eb.fn.countAll<number>().as('total'), eb.fn.sum<number | null>('s.total_fen').as('totalFen')])
  let lines = selectLines(db)
  if (filter.status !== null) {
    sums = sums.where('s.status', '=', filter.status)
    lines = lines.where('s.status', '=', filter.status).orderBy('s.prepared_at', 'desc')
  }
  const { total, totalFen } = await sums.executeTakeFirstOrThrow()
  // Ids are in the order in which sheets were made: all statuses together are read along that index.
  const rows = await lines.orderBy('s.id', 'desc').offset(filter.offset).limit(filter.limit).execute()
  return { rows, total, totalFen: totalFen ?? 0 }
}

/** The sheets with these ids, in the order in which they were first prepared. */
export async function findSheetLines(db: ReadonlyKysely<Database>, ids: readonly string[]): Promise<SubsidyLine[]> {
  return selectLines(db).where('s.id', 'in', ids).orderBy('s.id').execute()
}

export async function findSheet(db: ReadonlyKysely<Database>, id: string): Promise<SubsidyRecord | null> {
  const row = await selectLines(db)
    .leftJoin('user_account as approver', 'approver.id', 's.approved_by')
    .leftJoin('payment_list as l', 'l.id', 's.payment_list_id')
    .select([
      's.input',
      's.computation',
      's.handler_id as handlerId',
      'c.closed_on as closedOn',
      's.prepared_by as preparedById',
      'approver.name as approvedBy',
      's.approved_at as approvedAt',
      's.payment_list_id as paymentListId',
      'l.number as paymentListNumber',
    ])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { input, computation, closedOn, ...rest } = row
  return {
    ...rest,
    // A sheet is only made of a closed case, and closing is never taken back.
    closedOn: closedOn ?? '',
    subsidy: JSON.parse(input) as SubsidyInput,
    computation: JSON.parse(computation) as SubsidyComputation,
  }
}

/** What was done with a sheet, in order. */
export async function listSubsidyActs(db: ReadonlyKysely<Database>, subsidyId: string): Promise<SubsidyStep[]> {
  return db
    .selectFrom('subsidy_act as a')
    .innerJoin('user_account as u', 'u.id', 'a.acted_by')
    .select(['a.acted_at as at', 'u.name as by', 'a.act', 'a.opinion'])
    .where('a.subsidy_id', '=', subsidyId)
    .orderBy('a.acted_at')
    .orderBy('a.id')
    .execute()
}

/** Cases whose closing papers were accepted and that have no sheet yet, the longest closed first. */
export async function listDueCases(db: ReadonlyKysely<Database>) {
  const rows = await db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('assignment as a', join => join.onRef('a.case_id', '=', 'c.id').on('a.ended_on', 'is', null))
    .innerJoin('handler as h', 'h.id', 'a.handler_id')
    .select([
      'c.id as caseId',
      'c.number as caseNumber',
      'p.name as personName',
      'c.cause',
      'h.name as handlerName',
      'c.closed_on as closedOn',
    ])
    .where('c.status', 'in', ['awaiting-volume', 'sealed'])
    .where(eb => eb.not(eb.exists(eb.selectFrom('subsidy_sheet as s').select('s.id').whereRef('s.case_id', '=', 'c.id'))))
    .orderBy('c.closed_on')
    .orderBy('c.number')
    .execute()
  return rows.map(row => ({ ...row, closedOn: row.closedOn ?? '' }))
}

/** Whether a case has a sheet already; its number, or null. */
export async function findSheetNumberOfCase(db: ReadonlyKysely<Database>, caseId: string): Promise<string | null> {
  const row = await db.selectFrom('subsidy_sheet').select('number').where('case_id', '=', caseId).executeTakeFirst()
  return row?.number ?? null
}

export async function insertSheet(
  trx: Transaction<Database>,
  sheet: {
    readonly id: string
    readonly number: string
    readonly caseId: string
    readonly handlerId: string
    readonly subsidy: SubsidyInput
    readonly computation: SubsidyComputation
    readonly preparedBy: string
    readonly preparedAt: string
  },
): Promise<void> {
  await trx
    .insertInto('subsidy_sheet')
    .values({
      id: sheet.id,
      number: sheet.number,
      case_id: sheet.caseId,
      handler_id: sheet.handlerId,
      ...resultColumns(sheet),
      status: 'awaiting-approval',
      prepared_by: sheet.preparedBy,
      prepared_at: sheet.preparedAt,
      approved_by: null,
      approved_at: null,
      approved_on: null,
      times_returned: 0,
      payment_list_id: null,
      version: 1,
    })
    .execute()
}

/** Writes a sheet anew after it was returned, by whoever prepares it now, and raises its version. The caller has checked the version. */
export async function reviseSheet(
  trx: Transaction<Database>,
  id: string,
  sheet: {
    readonly subsidy: SubsidyInput
    readonly computation: SubsidyComputation
    readonly preparedBy: string
    readonly preparedAt: string
  },
): Promise<void> {
  await trx
    .updateTable('subsidy_sheet')
    .set(eb => ({
      ...resultColumns(sheet),
      status: 'awaiting-approval' as const,
      prepared_by: sheet.preparedBy,
      prepared_at: sheet.preparedAt,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Approves a sheet (批准) and raises its version. `approvedOn` is the calendar day of `approvedAt`. */
export async function approveSheet(
  trx: Transaction<Database>,
  id: string,
  by: { readonly approvedBy: string; readonly approvedAt: string; readonly approvedOn: string },
): Promise<void> {
  await trx
    .updateTable('subsidy_sheet')
    .set(eb => ({
      status: 'approved' as const,
      approved_by: by.approvedBy,
      approved_at: by.approvedAt,
      approved_on: by.approvedOn,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Returns a sheet to whoever prepared it (退回), counts the return and raises its version. */
export async function returnSheet(trx: Transaction<Database>, id: string): Promise<void> {
  await trx
    .updateTable('subsidy_sheet')
    .set(eb => ({ status: 'returned' as const, times_returned: eb('times_returned', '+', 1), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function insertSubsidyAct(
  trx: Transaction<Database>,
  act: {
    readonly id: string
    readonly subsidyId: string
    readonly act: SubsidyAct
    readonly opinion: string
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  await trx
    .insertInto('subsidy_act')
    .values({ id: act.id, subsidy_id: act.subsidyId, act: act.act, opinion: act.opinion, acted_by: act.by, acted_at: act.at })
    .execute()
}

function resultColumns(sheet: { readonly subsidy: SubsidyInput; readonly computation: SubsidyComputation }) {
  return {
    input: JSON.stringify(sheet.subsidy),
    computation: JSON.stringify(sheet.computation),
    tier_label: sheet.computation.tier?.label ?? '',
    total_fen: sheet.computation.totalFen,
    pack_version: sheet.computation.packVersion,
  }
}

function selectLines(db: ReadonlyKysely<Database>) {
  // A handler may have moved since; the unit on the sheet is the one that the case was assigned to.
  return db
    .selectFrom('subsidy_sheet as s')
    .innerJoin('aid_case as c', 'c.id', 's.case_id')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('handler as h', 'h.id', 's.handler_id')
    .innerJoin('assignment as a', join => join.onRef('a.case_id', '=', 'c.id').on('a.ended_on', 'is', null))
    .innerJoin('provider as o', 'o.id', 'a.provider_id')
    .innerJoin('user_account as preparer', 'preparer.id', 's.prepared_by')
    .select([
      's.id',
      's.number',
      's.case_id as caseId',
      'c.number as caseNumber',
      'c.cause',
      'p.name as personName',
      'h.name as handlerName',
      'o.name as providerName',
      's.tier_label as tierLabel',
      's.total_fen as totalFen',
      'preparer.name as preparedBy',
      's.prepared_at as preparedAt',
      's.status',
      's.times_returned as timesReturned',
      's.approved_on as approvedOn',
      's.version',
    ])
}
