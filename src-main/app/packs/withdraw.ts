import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listPacks, withdrawPack } from '../../store/pack-store.ts'
import type { CommandContext } from '../context.ts'
import { notFound, ruleRefusal } from '../refusal.ts'

/** Takes back a pack before its day (撤回). @throws Refusal NOT_FOUND; RULE once its day has come, or when it was taken back before. */
export async function withdraw(
  ctx: CommandContext,
  { id, reason }: ParsedInputOf<'packs.withdraw'>,
): Promise<OutputOf<'packs.withdraw'>> {
  const pack = (await listPacks(ctx.db)).find(one => one.id === id)
  if (!pack) throw notFound('规则包')
  if (pack.withdrawn) throw ruleRefusal('pack-withdrawn', `规则包 ${pack.version} 已由 ${pack.withdrawn.by} 撤回`, null)
  if (pack.enactedOn <= ctx.today)
    throw ruleRefusal('pack-in-use', `规则包 ${pack.version} 自 ${pack.enactedOn} 起已经施行，不能撤回；请签发新的规则包`, null)
  await withdrawPack(ctx.trx, id, { by: ctx.actor.userId, at: ctx.now, reason })
  await ctx.audit({
    subjectKind: 'pack',
    subjectId: id,
    summary: `撤回规则包 ${pack.version}（原定 ${pack.enactedOn} 起施行）：${reason}`,
    before: { version: pack.version, enactedOn: pack.enactedOn },
    after: { reason },
  })
  ctx.afterCommit(() => ctx.center.reloadPacks())
  return {}
}
