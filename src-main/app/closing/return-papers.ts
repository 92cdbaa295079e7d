import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertCaseEvent, PAPERS_RETURNED } from '../../store/case-event-store.ts'
import { changeCase } from '../../store/case-store.ts'
import { loadCaseForChange } from '../cases/load-case.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { statusAfter } from './status-after.ts'

/** Returns the closing papers to the handler with what is missing (退回). @throws Refusal STALE, RULE, VALIDATION. */
export async function returnPapers(
  ctx: CommandContext,
  input: ParsedInputOf<'closing.returnPapers'>,
): Promise<OutputOf<'closing.returnPapers'>> {
  const { record } = await loadCaseForChange(ctx, input.id, input.version)
  const status = statusAfter(record.status, 'return-papers')
  const { papersReceivedOn } = record
  if (input.returnedOn > ctx.today) throw invalid(['returnedOn'], '退回日期不能晚于今天')
  if (papersReceivedOn !== null && input.returnedOn < papersReceivedOn)
    throw invalid(['returnedOn'], `退回日期不能早于收到日期 ${papersReceivedOn}`)
  await changeCase(ctx.trx, record.id, { status, papersReceivedOn: null })
  await insertCaseEvent(ctx.trx, {
    id: ctx.newId(),
    caseId: record.id,
    happenedOn: input.returnedOn,
    title: PAPERS_RETURNED,
    detail: input.reason,
    enteredBy: ctx.actor.userId,
    enteredAt: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'case',
    subjectId: record.id,
    summary: `退回结案材料 ${record.number}`,
    before: { status: record.status, papersReceivedOn },
    after: { status, papersReceivedOn: null, returnedOn: input.returnedOn, reason: input.reason },
  })
  return { version: input.version + 1 }
}
