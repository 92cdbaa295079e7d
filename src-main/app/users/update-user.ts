import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listAccounts, updateAccount } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid, notFound, stale } from '../refusal.ts'
import { eachRoleOnce, refuseSameName } from './check-account.ts'

/**
 * Changes a name, roles or the active state. The center always keeps one active director: nobody else could let anyone in.
 * @throws Refusal NOT_FOUND, STALE, VALIDATION, DUPLICATE.
 */
export async function updateUser(ctx: CommandContext, input: ParsedInputOf<'users.update'>): Promise<OutputOf<'users.update'>> {
  const accounts = await listAccounts(ctx.db)
  const before = accounts.find(account => account.id === input.id)
  if (!before) throw notFound('账户')
  if (before.version !== input.version) throw stale('账户', before.version)
  const after = { name: input.name, roles: eachRoleOnce(input.roles), isActive: input.isActive }
  const staysDirector = after.isActive && after.roles.includes('director')
  const hasOtherDirector = accounts.some(
    account => account.id !== input.id && account.isActive && account.roles.includes('director'),
  )
  if (!staysDirector && !hasOtherDirector) throw invalid([after.isActive ? 'roles' : 'isActive'], '至少要留一名在用的主任账户')
  if (after.isActive) refuseSameName(accounts, after.name, input.id)
  await updateAccount(ctx.trx, { id: input.id, ...after })
  await ctx.audit({
    subjectKind: 'user',
    subjectId: input.id,
    summary: `修改账户 ${after.name}`,
    before: { name: before.name, roles: before.roles, isActive: before.isActive },
    after,
  })
  ctx.afterCommit(() => ctx.center.changeStaff(input.id, after))
  return { version: input.version + 1 }
}
