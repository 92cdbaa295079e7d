import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertHandler } from '../../store/provider-store.ts'
import type { CommandContext } from '../context.ts'
import { checkHandler } from './check-handler.ts'
import { auditedHandler } from './handler-audit.ts'

/** Registers a handler (承办人) at a provider. */
export async function createHandler(
  ctx: CommandContext,
  input: ParsedInputOf<'providers.createHandler'>,
): Promise<OutputOf<'providers.createHandler'>> {
  const handler = await checkHandler(ctx, input, null, [])
  const id = ctx.newId()
  await insertHandler(ctx.trx, id, handler)
  await ctx.audit({
    subjectKind: 'handler',
    subjectId: id,
    summary: `新增承办人 ${handler.name}`,
    after: auditedHandler(handler),
  })
  return { id, version: 1 }
}
