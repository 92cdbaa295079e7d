import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findSheetNumberOfCase, insertSheet, insertSubsidyAct } from '../../store/subsidy-store.ts'
import type { CommandContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { duplicate, ruleRefusal } from '../refusal.ts'
import { checkEntry } from './check-entry.ts'
import { computeForCase } from './compute.ts'

/**
 * Prepares the subsidy sheet (编制补贴核算表) of a case whose closing papers were accepted; one sheet for each case. The steps and clauses
 * stay with it as they were computed. @throws Refusal RULE, VALIDATION, DUPLICATE.
 */
export async function prepareSubsidy(
  ctx: CommandContext,
  input: ParsedInputOf<'subsidies.prepare'>,
): Promise<OutputOf<'subsidies.prepare'>> {
  const computed = await computeForCase(ctx, input)
  const { record } = computed.one
  if (record.status !== 'awaiting-volume' && record.status !== 'sealed')
    throw ruleRefusal('subsidy-needs-papers', '结案材料审核通过之后才能编制补贴', null)
  const earlier = await findSheetNumberOfCase(ctx.db, record.id)
  if (earlier !== null) throw duplicate('caseId', `这件案件已有核算表 ${earlier}，一案一表`)
  checkEntry(input, computed, [])
  const id = ctx.newId()
  const number = await drawSeriesNumber(
    ctx,
    'subsidy',
    ctx.today,
    { kind: 'subsidy', id },
    {
      matterType: record.matterType,
      stage: record.stage,
    },
  )
  await insertSheet(ctx.trx, {
    id,
    number,
    caseId: record.id,
    handlerId: computed.assignment.handlerId,
    subsidy: input,
    computation: computed.view,
    preparedBy: ctx.actor.userId,
    preparedAt: ctx.now,
  })
  await insertSubsidyAct(ctx.trx, {
    id: ctx.newId(),
    subsidyId: id,
    act: 'prepared',
    opinion: '',
    by: ctx.actor.userId,
    at: ctx.now,
  })
  const { totalFen } = computed.view
  await ctx.audit({
    subjectKind: 'subsidy',
    subjectId: id,
    summary: `编制补贴核算表 ${number}（${record.number}）`,
    after: { caseId: record.id, subsidy: input, totalFen, packVersion: ctx.inForce.version },
  })
  return { id, number, totalFen, version: 1 }
}
