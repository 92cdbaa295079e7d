import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { formatYuan } from '../../domain/money.ts'
import { approveSheet, insertSubsidyAct, returnSheet } from '../../store/subsidy-store.ts'
import type { CommandContext } from '../context.ts'
import { forbidden } from '../refusal.ts'
import { openSheet } from './open-sheet.ts'

/** Approves a sheet (批准). Whoever prepared it cannot. @throws Refusal STALE, RULE, FORBIDDEN separation. */
export async function approveSubsidy(
  ctx: CommandContext,
  input: ParsedInputOf<'subsidies.approve'>,
): Promise<OutputOf<'subsidies.approve'>> {
  const sheet = await openSheet(ctx, input.id, input.version, 'approve')
  if (sheet.preparedById === ctx.actor.userId) throw forbidden('separation', '这张核算表是您编制的，须由另一名主任审批')
  await approveSheet(ctx.trx, sheet.id, { approvedBy: ctx.actor.userId, approvedAt: ctx.now, approvedOn: ctx.today })
  await insertSubsidyAct(ctx.trx, {
    id: ctx.newId(),
    subsidyId: sheet.id,
    act: 'approved',
    opinion: input.opinion,
    by: ctx.actor.userId,
    at: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'subsidy',
    subjectId: sheet.id,
    summary: `批准补贴 ${formatYuan(sheet.totalFen)} 元 ${sheet.number}`,
    before: { status: sheet.status },
    after: { status: 'approved', approvedOn: ctx.today, totalFen: sheet.totalFen, opinion: input.opinion },
  })
  return { version: input.version + 1 }
}

/** Returns a sheet to whoever prepared it (退回), with what to mend. @throws Refusal STALE, RULE. */
export async function returnSubsidy(
  ctx: CommandContext,
  input: ParsedInputOf<'subsidies.return'>,
): Promise<OutputOf<'subsidies.return'>> {
  const sheet = await openSheet(ctx, input.id, input.version, 'return')
  await returnSheet(ctx.trx, sheet.id)
  await insertSubsidyAct(ctx.trx, {
    id: ctx.newId(),
    subsidyId: sheet.id,
    act: 'returned',
    opinion: input.opinion,
    by: ctx.actor.userId,
    at: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'subsidy',
    subjectId: sheet.id,
    summary: `退回补贴核算表 ${sheet.number}`,
    before: { status: sheet.status, timesReturned: sheet.timesReturned },
    after: { status: 'returned', timesReturned: sheet.timesReturned + 1, opinion: input.opinion },
  })
  return { version: input.version + 1 }
}
