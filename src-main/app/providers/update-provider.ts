import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findProvider, updateProvider as writeProvider } from '../../store/provider-store.ts'
import type { CommandContext } from '../context.ts'
import { notFound, stale } from '../refusal.ts'
import { checkProvider } from './check-provider.ts'

/** Changes a provider. Out of use (停用) it takes no new cases; those it has stay. */
export async function updateProvider(
  ctx: CommandContext,
  input: ParsedInputOf<'providers.update'>,
): Promise<OutputOf<'providers.update'>> {
  const before = await findProvider(ctx.db, input.id)
  if (!before) throw notFound('承办机构')
  if (before.version !== input.version) throw stale('承办机构', before.version)
  const provider = await checkProvider(ctx, input.provider, { id: input.id, provider: before.provider }, ['provider'])
  await writeProvider(ctx.trx, input.id, provider)
  await ctx.audit({
    subjectKind: 'provider',
    subjectId: input.id,
    summary: `修改承办机构 ${provider.name}`,
    before: before.provider,
    after: provider,
  })
  return { version: input.version + 1 }
}
