import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { ROLES, type Role } from '../contract/operation.ts'
import type { Database } from './schema.ts'

export type Account = {
  readonly id: string
  readonly name: string
  readonly roles: Role[]
  readonly isActive: boolean
  readonly version: number
}

/** All accounts in the order in which they were made, each with its roles in the order of the contract. */
export async function listAccounts(db: ReadonlyKysely<Database>): Promise<Account[]> {
  const accounts = await db.selectFrom('user_account').selectAll().orderBy('created_at').orderBy('id').execute()
  const roles = await db.selectFrom('user_role').selectAll().execute()
  return accounts.map(row => ({
    id: row.id,
    name: row.name,
    roles: ROLES.filter(role => roles.some(one => one.user_id === row.id && one.role === role)),
    isActive: row.is_active === 1,
    version: row.version,
  }))
}

export async function insertAccount(
  trx: Transaction<Database>,
  account: { id: string; name: string; roles: readonly Role[]; createdAt: string },
): Promise<void> {
  await trx
    .insertInto('user_account')
    .values({ id: account.id, name: account.name, is_active: 1, created_at: account.createdAt, version: 1 })
    .execute()
  await replaceRoles(trx, account.id, account.roles)
}

/** Writes name, roles and state, and raises the version. The caller has checked the version. */
export async function updateAccount(
  trx: Transaction<Database>,
  account: { id: string; name: string; roles: readonly Role[]; isActive: boolean },
): Promise<void> {
  await trx
    .updateTable('user_account')
    .set(eb => ({ name: account.name, is_active: account.isActive ? 1 : 0, version: eb('version', '+', 1) }))
    .where('id', '=', account.id)
    .execute()
  await replaceRoles(trx, account.id, account.roles)
}

async function replaceRoles(trx: Transaction<Database>, userId: string, roles: readonly Role[]): Promise<void> {
  await trx.deleteFrom('user_role').where('user_id', '=', userId).execute()
  await trx
    .insertInto('user_role')
    .values(roles.map(role => ({ user_id: userId, role })))
    .execute()
}

export async function findDraft(
  db: ReadonlyKysely<Database>,
  userId: string,
  form: string,
): Promise<{ content: string; savedAt: string } | null> {
  const row = await db
    .selectFrom('draft')
    .select(['content', 'saved_at'])
    .where('user_id', '=', userId)
    .where('form', '=', form)
    .executeTakeFirst()
  return row ? { content: row.content, savedAt: row.saved_at } : null
}

export async function listDrafts(db: ReadonlyKysely<Database>, userId: string): Promise<{ form: string; savedAt: string }[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['form', 'saved_at'])
    .where('user_id', '=', userId)
    .orderBy('saved_at', 'desc')
    .execute()
  return rows.map(row => ({ form: row.form, savedAt: row.saved_at }))
}

export async function saveDraft(
  trx: Transaction<Database>,
  draft: { userId: string; form: string; content: string; savedAt: string },
): Promise<void> {
  await trx
    .insertInto('draft')
    .values({ user_id: draft.userId, form: draft.form, content: draft.content, saved_at: draft.savedAt })
    .onConflict(conflict =>
      conflict.columns(['user_id', 'form']).doUpdateSet({ content: draft.content, saved_at: draft.savedAt }),
    )
    .execute()
}

export async function deleteDraft(trx: Transaction<Database>, userId: string, form: string): Promise<void> {
  await trx.deleteFrom('draft').where('user_id', '=', userId).where('form', '=', form).execute()
}

/** How much is under way, by area, for the counts beside the rail. */
export async function countUnderWay(db: ReadonlyKysely<Database>) {
  const row = await db
    .selectNoFrom(eb => [
      eb
        .selectFrom('application')
        .select(one => one.fn.countAll<number>().as('n'))
        .where('status', 'in', ['deciding', 'supplementing'])
        .as('applications'),
      eb
        .selectFrom('aid_case')
        .select(one => one.fn.countAll<number>().as('n'))
        .where('status', 'in', ['awaiting-assignment', 'handling', 'awaiting-papers', 'reviewing-papers'])
        .as('cases'),
      eb
        .selectFrom('subsidy_sheet')
        .select(one => one.fn.countAll<number>().as('n'))
        .where('status', 'in', ['awaiting-approval', 'returned'])
        .as('subsidies'),
      eb
        .selectFrom('aid_case')
        .select(one => one.fn.countAll<number>().as('n'))
        .where('status', '=', 'awaiting-volume')
        .as('archives'),
    ])
    .executeTakeFirstOrThrow()
  const { applications, cases, subsidies, archives } = row
  return { applications: applications ?? 0, cases: cases ?? 0, subsidies: subsidies ?? 0, archives: archives ?? 0 }
}
