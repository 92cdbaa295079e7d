import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertCaseEvent, listCaseEvents, PAPERS_RECEIVED, PAPERS_RETURNED } from '../../store/case-event-store.ts'
import { changeCase } from '../../store/case-store.ts'
import { loadCaseForChange } from '../cases/load-case.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { statusAfter } from './status-after.ts'

/**
 * The handler handed in the closing papers (交卷), for the first time or after a return. @throws Refusal STALE, RULE, VALIDATION for a day
 * before the closing, before the return, or in the future.
 */
export async function receivePapers(
  ctx: CommandContext,
  input: ParsedInputOf<'closing.receivePapers'>,
): Promise<OutputOf<'closing.receivePapers'>> {
  const { record, assignment } = await loadCaseForChange(ctx, input.id, input.version)
  const status = statusAfter(record.status, 'receive-papers')
  const closedOn = record.closing?.closedOn ?? record.openedOn
  if (input.receivedOn > ctx.today) throw invalid(['receivedOn'], '收到日期不能晚于今天')
  if (input.receivedOn < closedOn) throw invalid(['receivedOn'], `收到日期不能早于结案日期 ${closedOn}`)
  const returnedOn = (await listCaseEvents(ctx.db, record.id)).filter(event => event.title === PAPERS_RETURNED).at(-1)?.date
  if (returnedOn && input.receivedOn < returnedOn) throw invalid(['receivedOn'], `收到日期不能早于退回日期 ${returnedOn}`)
  await changeCase(ctx.trx, record.id, { status, papersReceivedOn: input.receivedOn })
  await insertCaseEvent(ctx.trx, {
    id: ctx.newId(),
    caseId: record.id,
    happenedOn: input.receivedOn,
    title: PAPERS_RECEIVED,
    detail: assignment ? `${assignment.handlerName}交来结案材料` : '',
    enteredBy: ctx.actor.userId,
    enteredAt: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'case',
    subjectId: record.id,
    summary: `登记交卷 ${record.number}`,
    before: { status: record.status, papersReceivedOn: record.papersReceivedOn },
    after: { status, papersReceivedOn: input.receivedOn },
  })
  return { version: input.version + 1 }
}
