import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertCaseEvent, PAPERS_ACCEPTED } from '../../store/case-event-store.ts'
import { changeCase } from '../../store/case-store.ts'
import { loadCaseForChange } from '../cases/load-case.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { statusAfter } from './status-after.ts'

/** The closing papers are complete (审核通过); subsidy and volume may follow. @throws Refusal STALE, RULE, VALIDATION. */
export async function acceptPapers(
  ctx: CommandContext,
  input: ParsedInputOf<'closing.acceptPapers'>,
): Promise<OutputOf<'closing.acceptPapers'>> {
  const { record } = await loadCaseForChange(ctx, input.id, input.version)
  const status = statusAfter(record.status, 'accept-papers')
  const { papersReceivedOn } = record
  if (input.reviewedOn > ctx.today) throw invalid(['reviewedOn'], '审核日期不能晚于今天')
  if (papersReceivedOn !== null && input.reviewedOn < papersReceivedOn)
    throw invalid(['reviewedOn'], `审核日期不能早于收到日期 ${papersReceivedOn}`)
  await changeCase(ctx.trx, record.id, { status, papersReviewedOn: input.reviewedOn })
  await insertCaseEvent(ctx.trx, {
    id: ctx.newId(),
    caseId: record.id,
    happenedOn: input.reviewedOn,
    title: PAPERS_ACCEPTED,
    detail: '材料齐全，可以编制补贴、整理案卷',
    enteredBy: ctx.actor.userId,
    enteredAt: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'case',
    subjectId: record.id,
    summary: `结案材料审核通过 ${record.number}`,
    before: { status: record.status, papersReviewedOn: null },
    after: { status, papersReviewedOn: input.reviewedOn },
  })
  return { version: input.version + 1 }
}
