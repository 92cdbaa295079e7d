import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { RecheckDrawTable, RecheckTable } from './schema/decisions.ts'
import type { Database } from './schema.ts'

/** Applications granted by the check itself (核查符合) in a span of days, with what was told; those in a re-check already are left out. */
export async function listGrantedByCheck(db: ReadonlyKysely<Database>, from: string, to: string) {
  return db
    .selectFrom('application as a')
    .select(['a.id', 'a.number', 'a.hardship_input'])
    .where('a.status', '=', 'granted')
    .where('a.hardship_outcome', '=', 'met')
    .where('a.received_on', '>=', from)
    .where('a.received_on', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('recheck as r').select('r.id').whereRef('r.application_id', '=', 'a.id'))),
    )
    .orderBy('a.number')
    .execute()
}

export async function insertDraw(trx: Transaction<Database>, row: RecheckDrawTable): Promise<void> {
  await trx.insertInto('recheck_draw').values(row).execute()
}

/** Opens a re-check. `drawId` null: not drawn, but reported or doubted. */
export async function insertRecheck(
  trx: Transaction<Database>,
  row: Pick<RecheckTable, 'id' | 'draw_id' | 'application_id' | 'reason'>,
): Promise<void> {
  await trx
    .insertInto('recheck')
    .values({
      ...row,
      status: 'open',
      checked_on: null,
      way: null,
      finding: null,
      recover_fen: null,
      checked_by: null,
      checked_at: null,
      version: 1,
    })
    .execute()
}

/** Writes what was found. The caller has compared the version. */
export async function recordRecheck(
  trx: Transaction<Database>,
  id: string,
  found: Pick<RecheckTable, 'status' | 'checked_on' | 'way' | 'finding' | 'recover_fen' | 'checked_by' | 'checked_at'>,
): Promise<void> {
  await trx
    .updateTable('recheck')
    .set(eb => ({ ...found, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function findRecheck(db: ReadonlyKysely<Database>, id: string) {
  return db
    .selectFrom('recheck as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .selectAll('r')
    .select(['a.number as application_number', 'a.received_on'])
    .where('r.id', '=', id)
    .executeTakeFirst()
}

/** Whether an application has a re-check that is still open. */
export async function hasOpenRecheck(db: ReadonlyKysely<Database>, applicationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('recheck')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

/** Every re-check, open ones first, with the application it is about. */
export async function listRechecks(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('recheck as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('user_account as u', 'u.id', 'r.checked_by')
    .selectAll('r')
    .select(['a.number', 'a.cause', 'a.received_on', 'p.name as person_name', 'u.name as checker_name'])
    .orderBy(eb => eb.case().when('r.status', '=', 'open').then(0).else(1).end())
    .orderBy('r.id', 'desc')
    .execute()
}

export async function listDraws(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('recheck_draw as d')
    .innerJoin('user_account as u', 'u.id', 'd.drawn_by')
    .selectAll('d')
    .select('u.name as drawer_name')
    .orderBy('d.id', 'desc')
    .execute()
}

/** The latest finding of a false declaration (申报不实) about an application, with its case if there is one. */
export async function findFalseDeclaration(db: ReadonlyKysely<Database>, applicationId: string) {
  return db
    .selectFrom('recheck as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .innerJoin('user_account as u', 'u.id', 'r.checked_by')
    .leftJoin('aid_case as c', 'c.application_id', 'a.id')
    .selectAll('r')
    .select(['a.number as application_number', 'u.name as checker_name', 'c.id as case_id', 'c.number as case_number'])
    .where('r.application_id', '=', applicationId)
    .where('r.status', '=', 'false')
    .orderBy('r.checked_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The application that a case came from; undefined for a case of another door. */
export async function applicationOfCase(db: ReadonlyKysely<Database>, caseId: string): Promise<string | undefined> {
  const row = await db.selectFrom('aid_case').select('application_id').where('id', '=', caseId).executeTakeFirst()
  return row?.application_id ?? undefined
}

/** The case that an application led to. */
export async function caseOfApplication(db: ReadonlyKysely<Database>, applicationId: string) {
  return db.selectFrom('aid_case').select(['id', 'number']).where('application_id', '=', applicationId).executeTakeFirst()
}

/** What was paid for a case, and what is approved and not paid yet, in fen. */
export async function subsidySums(db: ReadonlyKysely<Database>, caseId: string) {
  const rows = await db.selectFrom('subsidy_sheet').select(['status', 'total_fen']).where('case_id', '=', caseId).execute()
  const sum = (...statuses: readonly string[]) =>
    rows.filter(row => statuses.includes(row.status)).reduce((total, row) => total + row.total_fen, 0)
  return { paidFen: sum('paid'), unpaidFen: sum('approved', 'listed') }
}
