import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { computeDeadline } from '../../domain/clock.ts'
import { findApplication, setApplicationStatus, touchApplication } from '../../store/application-store.ts'
import { listDecisions, setDecisionAside } from '../../store/decision-store.ts'
import { answerObjection, findObjection, insertObjection, listObjections } from '../../store/objection-store.ts'
import { loadForChange } from '../applications/open-application.ts'
import { packOfRow } from '../clocks/clock-view.ts'
import { type CommandContext, command, type HandlersOf, type QueryContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'
import { servedOn } from './served-on.ts'

/** Objections (异议) to a refusal, up to the bureau's answer. */
export const objectionHandlers: HandlersOf<'objections'> = {
  'objections.file': command(fileObjection),
  'objections.answer': command(answerByBureau),
}

/** The last day for an objection when its limit is on in the pack that the decision was made under, or null: the law sets none. */
export function filingLastDay(
  ctx: Pick<QueryContext, 'center' | 'inForce' | 'calendar' | 'today'>,
  packVersion: string,
  served: string,
): string | null {
  const { time } = packOfRow(ctx, packVersion)
  const limit = time.limits.find(one => one.id === 'objection-filing')
  if (!limit?.active) return null
  return computeDeadline({ start: served, limit, rules: time, pauses: [], calendar: ctx.calendar, today: ctx.today }).lastDay
}

async function fileObjection(ctx: CommandContext, input: ParsedInputOf<'objections.file'>): Promise<OutputOf<'objections.file'>> {
  const { row } = await loadForChange(ctx, input.applicationId, input.version, ['refused'])
  const decision = (await listDecisions(ctx.db, row.id)).find(one => one.set_aside_on === null)
  if (!decision) throw new Error(`Application ${row.id} is refused without a decision`)
  const earlier = (await listObjections(ctx.db, row.id)).find(one => one.decision_id === decision.id)
  if (earlier)
    throw ruleRefusal('objection-once', `对 ${decision.number} 的异议 ${earlier.number} 已于 ${earlier.filed_on} 提出`, null)
  const served = await servedOn(ctx, row.id, decision)
  const lastDay = filingLastDay(ctx, decision.pack_version, served)
  const problems = new FieldProblems()
  problems.note(input.filedOn > ctx.today, ['filedOn'], '提出日期不能晚于今天')
  problems.note(input.filedOn < decision.decided_on, ['filedOn'], `提出日期不能早于决定日期 ${decision.decided_on}`)
  problems.note(input.bureauReceivedOn > ctx.today, ['bureauReceivedOn'], '司法局收到日期不能晚于今天')
  problems.note(input.bureauReceivedOn < input.filedOn, ['bureauReceivedOn'], '司法局收到日期不能早于提出日期')
  const isLate = lastDay !== null && input.filedOn > lastDay
  problems.note(isLate && input.lateReason === null, ['lateReason'], `提出异议的期限到 ${lastDay}，请写明逾期提出的情况`)
  problems.refuseIfAny()
  const id = ctx.newId()
  const number = await drawSeriesNumber(ctx, 'objection', input.filedOn, { kind: 'application', id: row.id })
  await insertObjection(ctx.trx, {
    id,
    application_id: row.id,
    decision_id: decision.id,
    number,
    filed_on: input.filedOn,
    reasons: input.reasons,
    served_on: served,
    filing_last_day: lastDay,
    late_reason: isLate ? input.lateReason : null,
    bureau_received_on: input.bureauReceivedOn,
    recorded_by: ctx.actor.userId,
    recorded_at: ctx.now,
    pack_version: ctx.inForce.version,
  })
  await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 对 ${decision.number} 提出异议 ${number}${isLate ? '（逾期）' : ''}`,
    after: { number, filedOn: input.filedOn, bureauReceivedOn: input.bureauReceivedOn, reasons: input.reasons, lastDay },
  })
  return { id, number, version: input.version + 1 }
}

/**
 * The bureau's answer (异议审查决定书). Upheld: the refusal stands, and reconsideration or suit is the applicant's. Ordered to correct: the
 * refusal is set aside, the application waits for a decision again; both decisions are kept.
 */
async function answerByBureau(
  ctx: CommandContext,
  input: ParsedInputOf<'objections.answer'>,
): Promise<OutputOf<'objections.answer'>> {
  const objection = await findObjection(ctx.db, input.id)
  const row = objection && (await findApplication(ctx.db, objection.application_id))
  if (!objection || !row) throw notFound('异议')
  if (row.version !== input.version) throw stale('申请', row.version)
  if (objection.answered_on !== null)
    throw ruleRefusal('objection-answered', `司法局已于 ${objection.answered_on} 作出 ${objection.answer_number}`, null)
  const problems = new FieldProblems()
  problems.note(input.answeredOn > ctx.today, ['answeredOn'], '决定日期不能晚于今天')
  problems.note(
    input.answeredOn < objection.bureau_received_on,
    ['answeredOn'],
    `决定日期不能早于司法局收到异议的日期 ${objection.bureau_received_on}`,
  )
  problems.refuseIfAny()
  await answerObjection(ctx.trx, objection.id, {
    on: input.answeredOn,
    result: input.result,
    number: input.answerNumber,
    note: input.note,
  })
  if (input.result === 'corrected') {
    await setDecisionAside(ctx.trx, objection.decision_id, input.answeredOn)
    await setApplicationStatus(ctx.trx, row.id, 'deciding', null)
  } else await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 异议 ${objection.number}：${input.result === 'upheld' ? '维持' : '责令改正'} ${input.answerNumber}`,
    before: { status: row.status },
    after: { status: input.result === 'corrected' ? 'deciding' : row.status, answeredOn: input.answeredOn, result: input.result },
  })
  return { version: input.version + 1 }
}
