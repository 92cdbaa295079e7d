import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findHandler, updateHandler as writeHandler } from '../../store/provider-store.ts'
import type { CommandContext } from '../context.ts'
import { notFound, stale } from '../refusal.ts'
import { checkHandler } from './check-handler.ts'
import { auditedHandler } from './handler-audit.ts'

/** Changes a handler. Out of use (停用) they take no new cases; those they have stay until they are given to another. */
export async function updateHandler(
  ctx: CommandContext,
  input: ParsedInputOf<'providers.updateHandler'>,
): Promise<OutputOf<'providers.updateHandler'>> {
  const before = await findHandler(ctx.db, input.id)
  if (!before) throw notFound('承办人')
  if (before.version !== input.version) throw stale('承办人', before.version)
  const handler = await checkHandler(ctx, input.handler, { id: input.id, handler: before.handler }, ['handler'])
  await writeHandler(ctx.trx, input.id, handler)
  await ctx.audit({
    subjectKind: 'handler',
    subjectId: input.id,
    summary: `修改承办人 ${handler.name}`,
    before: auditedHandler(before.handler),
    after: auditedHandler(handler),
  })
  return { version: input.version + 1 }
}
