import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import { endApplication } from '../../store/application-store.ts'
import { listSupplementAnswers } from '../../store/cooperation-store.ts'
import { insertEnding } from '../../store/ending-store.ts'
import { loadForChange } from '../applications/open-application.ts'
import { outstandingOf } from '../applications/supplement-application.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { invalid, ruleRefusal } from '../refusal.ts'
import { noteEndingDay } from './ending-day.ts'

/**
 * What was missing did not come by the last day (逾期不补正): the application counts as withdrawn, and a notice says so. Somebody decides
 * this; no clock does it.
 */
export async function deemWithdrawn(
  ctx: CommandContext,
  input: ParsedInputOf<'endings.deemWithdrawn'>,
): Promise<OutputOf<'endings.deemWithdrawn'>> {
  const { row, supplements } = await loadForChange(ctx, input.id, input.version, ['supplementing'])
  const open = supplements.find(one => one.answeredOn === null)
  if (!open) throw new Error(`Application ${row.id} awaits material without a notice`)
  const basis = ctx.pack.wording.find(one => one.id === 'deemed-withdrawal')?.basis
  const clause = basis ? clauseOf(basis) : null
  if (open.dueOn === null) throw ruleRefusal('supplement-without-day', `${open.number} 没有写明补正期限，不能视为撤回`, clause)
  if (ctx.today <= open.dueOn)
    throw ruleRefusal('supplement-in-time', `补正期限到 ${open.dueOn}，期满没有答复才能视为撤回`, clause)
  const problems = new FieldProblems()
  noteEndingDay(problems, ctx.today, input.endedOn, { receivedOn: row.received_on, askedOn: open.askedOn })
  problems.refuseIfAny()
  if (input.endedOn <= open.dueOn) throw invalid(['endedOn'], `视为撤回的日期应在补正期限 ${open.dueOn} 之后`)
  const outstanding = outstandingOf(open.missing, await listSupplementAnswers(ctx.db, [open.id]))
  const reason = `${open.number} 要求在 ${open.dueOn} 前补充，逾期未补：${outstanding.join('、')}`
  const subject = { kind: 'application', id: row.id } as const
  const number = await drawSeriesNumber(ctx, 'ending-notice', input.endedOn, subject)
  await endApplication(ctx.trx, row.id, { on: input.endedOn, kind: 'deemed-withdrawn', reason })
  await insertEnding(ctx.trx, {
    application_id: row.id,
    number,
    ground: null,
    place: null,
    place_address: null,
    place_phone: null,
    received_here_at: null,
    received_there_at: null,
    ended_by: ctx.actor.userId,
    ended_at: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 视为撤回 ${number}`,
    before: { status: row.status },
    after: { status: 'withdrawn', endKind: 'deemed-withdrawn', endedOn: input.endedOn, reason },
  })
  const paper = await issuePaper(ctx, { form: 'deemed-withdrawal-notice', subject, isPrinted: false })
  return { version: input.version + 1, paperId: paper.id }
}
