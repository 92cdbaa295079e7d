import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listAccounts, updateAccount } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid, notFound, stale } from '../refusal.ts'

/** Changes a name, roles or the active state. The center always keeps one active director: nobody else could let anyone in. */
export async function updateUser(ctx: CommandContext, input: ParsedInputOf<'users.update'>): Promise<OutputOf<'users.update'>> {
  const accounts = await listAccounts(ctx.db)
  const before = accounts.find(account => account.id === input.id)
  if (!before) throw notFound('账户')
  if (before.version !== input.version) throw stale('账户', before.version)
  const staysDirector = input.isActive && input.roles.includes('director')
  const hasOtherDirector = accounts.some(
    account => account.id !== input.id && account.isActive && account.roles.includes('director'),
  )
  if (!staysDirector && !hasOtherDirector) throw invalid(['roles'], '至少要留一名在用的主任账户')
  await updateAccount(ctx.trx, input)
  await ctx.audit({
    subjectKind: 'user',
    subjectId: input.id,
    summary: `修改账户 ${input.name}`,
    before: { name: before.name, roles: before.roles, isActive: before.isActive },
    after: { name: input.name, roles: input.roles, isActive: input.isActive },
  })
  ctx.afterCommit(() => ctx.center.changeStaff(input.id, { name: input.name, roles: input.roles, isActive: input.isActive }))
  return { version: input.version + 1 }
}
