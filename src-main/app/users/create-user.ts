import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertAccount, listAccounts } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { eachRoleOnce, refuseSameName } from './check-account.ts'

/** Opens an account for a new member of staff. @throws Refusal DUPLICATE when an active account has this name. */
export async function createUser(ctx: CommandContext, input: ParsedInputOf<'users.create'>): Promise<OutputOf<'users.create'>> {
  const { name } = input
  refuseSameName(await listAccounts(ctx.db), name, null)
  const roles = eachRoleOnce(input.roles)
  const id = ctx.newId()
  await insertAccount(ctx.trx, { id, name, roles, createdAt: ctx.now })
  await ctx.audit({ subjectKind: 'user', subjectId: id, summary: `新建账户 ${name}`, after: { name, roles } })
  await ctx.center.setPassword({ id, name, roles, isActive: true }, input.password)
  return { id, version: 1 }
}
