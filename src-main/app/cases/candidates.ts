import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listHandlers } from '../../store/provider-store.ts'
import type { QueryContext } from '../context.ts'
import { handlerViewOf } from '../providers/handler-view.ts'
import { conflictsOf, suitabilityOf } from './assignment-check.ts'
import { loadCase } from './load-case.ts'

/** Every handler in use at a provider in use, with whether the pack's rules allow them on this case on that day, and why not. */
export async function candidates(
  ctx: QueryContext,
  input: ParsedInputOf<'cases.candidates'>,
): Promise<OutputOf<'cases.candidates'>> {
  const one = await loadCase(ctx, input.id)
  const conflicting = await conflictsOf(ctx, one)
  const handlers = (await listHandlers(ctx.db)).filter(handler => handler.handler.isActive && handler.isProviderActive)
  return handlers.map(handler => {
    const { refusal, warnings, conflicts } = suitabilityOf(ctx, one, handler, input.assignedOn, conflicting)
    return {
      handler: handlerViewOf(handler),
      isAllowed: refusal === null,
      refusal,
      warnings: [...warnings],
      conflicts: [...conflicts],
    }
  })
}
