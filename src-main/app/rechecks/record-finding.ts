import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { formatYuan } from '../../domain/money.ts'
import { insertCaseEvent } from '../../store/case-event-store.ts'
import { caseOfApplication, findRecheck, recordRecheck, subsidySums } from '../../store/recheck-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid, notFound, ruleRefusal, stale } from '../refusal.ts'

/**
 * Records what a re-check found. A false declaration stands from then on at the application and its case: the case keeps the event, and
 * what was paid for it is the sum to recover (法律援助法 48, 64). Ending the aid is the director's own decision.
 * @throws Refusal NOT_FOUND, STALE, RULE when it was recorded before, VALIDATION for the day.
 */
export async function recordFinding(
  ctx: CommandContext,
  { id, outcome, checkedOn, way, finding, version }: ParsedInputOf<'rechecks.record'>,
): Promise<OutputOf<'rechecks.record'>> {
  const before = await findRecheck(ctx.db, id)
  if (!before) throw notFound('抽查核实')
  if (before.version !== version) throw stale('抽查核实', before.version)
  if (before.status !== 'open') throw ruleRefusal('recheck-recorded', '这件已经登记过核实结果', null)
  if (checkedOn > ctx.today) throw invalid(['checkedOn'], '核实日期不能晚于今天')
  if (checkedOn < before.received_on) throw invalid(['checkedOn'], `核实日期不能早于收到申请的日期 ${before.received_on}`)
  const aidCase = await caseOfApplication(ctx.db, before.application_id)
  const sums = aidCase ? await subsidySums(ctx.db, aidCase.id) : { paidFen: 0, unpaidFen: 0 }
  const recoverFen = outcome === 'false' ? sums.paidFen : 0
  const found = { status: outcome, checked_on: checkedOn, way, finding, recover_fen: recoverFen }
  await recordRecheck(ctx.trx, id, { ...found, checked_by: ctx.actor.userId, checked_at: ctx.now })
  const words = outcome === 'false' ? '申报不实' : '申报属实'
  if (aidCase && outcome === 'false')
    await insertCaseEvent(ctx.trx, {
      id: ctx.newId(),
      caseId: aidCase.id,
      happenedOn: checkedOn,
      title: '抽查核实：申报不实',
      detail: `${finding}。已支付补贴 ${formatYuan(recoverFen)} 元，待主任决定终止援助、追回费用`,
      enteredBy: ctx.actor.userId,
      enteredAt: ctx.now,
    })
  await ctx.audit({
    subjectKind: 'application',
    subjectId: before.application_id,
    summary: `申请 ${before.application_number} 抽查核实：${words}`,
    before: { status: before.status },
    after: { outcome, checkedOn, way, finding, recoverFen },
  })
  return { recoverFen }
}
