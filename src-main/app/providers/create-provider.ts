import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertProvider } from '../../store/provider-store.ts'
import type { CommandContext } from '../context.ts'
import { checkProvider } from './check-provider.ts'

/** Registers a provider (承办机构). */
export async function createProvider(
  ctx: CommandContext,
  input: ParsedInputOf<'providers.create'>,
): Promise<OutputOf<'providers.create'>> {
  const provider = await checkProvider(ctx, input, null, [])
  const id = ctx.newId()
  await insertProvider(ctx.trx, id, provider)
  await ctx.audit({ subjectKind: 'provider', subjectId: id, summary: `新增承办机构 ${provider.name}`, after: provider })
  return { id, version: 1 }
}
