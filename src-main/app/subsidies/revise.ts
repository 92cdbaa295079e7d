import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertSubsidyAct, reviseSheet } from '../../store/subsidy-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { checkEntry } from './check-entry.ts'
import { computeForCase } from './compute.ts'
import { openSheet } from './open-sheet.ts'

/**
 * Prepares a sheet anew (重新编制) while nobody has approved it; it waits for approval again, and whoever did this is its preparer now.
 * @throws Refusal STALE, RULE, VALIDATION.
 */
export async function reviseSubsidy(
  ctx: CommandContext,
  input: ParsedInputOf<'subsidies.revise'>,
): Promise<OutputOf<'subsidies.revise'>> {
  const sheet = await openSheet(ctx, input.id, input.version, 'revise')
  if (input.subsidy.caseId !== sheet.caseId) throw invalid(['subsidy', 'caseId'], '核算表不能换到另一件案件')
  const computed = await computeForCase(ctx, input.subsidy)
  checkEntry(input.subsidy, computed, ['subsidy'])
  await reviseSheet(ctx.trx, sheet.id, {
    subsidy: input.subsidy,
    computation: computed.view,
    preparedBy: ctx.actor.userId,
    preparedAt: ctx.now,
  })
  await insertSubsidyAct(ctx.trx, {
    id: ctx.newId(),
    subsidyId: sheet.id,
    act: 'revised',
    opinion: '',
    by: ctx.actor.userId,
    at: ctx.now,
  })
  const { totalFen } = computed.view
  await ctx.audit({
    subjectKind: 'subsidy',
    subjectId: sheet.id,
    summary: `重新编制补贴核算表 ${sheet.number}`,
    before: {
      status: sheet.status,
      subsidy: sheet.subsidy,
      totalFen: sheet.totalFen,
      packVersion: sheet.computation.packVersion,
    },
    after: { status: 'awaiting-approval', subsidy: input.subsidy, totalFen, packVersion: ctx.inForce.version },
  })
  return { totalFen, version: input.version + 1 }
}
