import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { notFound } from '../refusal.ts'

/** Gives an account a new password, which also unlocks it. */
export async function resetPassword(
  ctx: CommandContext,
  input: ParsedInputOf<'users.resetPassword'>,
): Promise<OutputOf<'users.resetPassword'>> {
  const account = (await listAccounts(ctx.db)).find(one => one.id === input.id)
  if (!account) throw notFound('账户')
  await ctx.audit({ subjectKind: 'user', subjectId: account.id, summary: `重设 ${account.name} 的密码并解锁` })
  await ctx.center.setPassword(account, input.newPassword)
  return {}
}
