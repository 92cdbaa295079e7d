import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertAccount, listAccounts } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { duplicate } from '../refusal.ts'

/** Opens an account for a new member of staff. Two active people of one name could not be told apart at log-in. */
export async function createUser(ctx: CommandContext, input: ParsedInputOf<'users.create'>): Promise<OutputOf<'users.create'>> {
  const accounts = await listAccounts(ctx.db)
  if (accounts.some(account => account.isActive && account.name === input.name))
    throw duplicate('name', '已有同名账户，请加部门或数字区分')
  const id = ctx.newId()
  await insertAccount(ctx.trx, { id, name: input.name, roles: input.roles, createdAt: ctx.now })
  await ctx.audit({
    subjectKind: 'user',
    subjectId: id,
    summary: `新建账户 ${input.name}`,
    after: { name: input.name, roles: input.roles },
  })
  await ctx.center.setPassword({ id, name: input.name, roles: input.roles, isActive: true }, input.password)
  return { id, version: 1 }
}
