import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { type AssignmentRecord, endAssignment, insertAssignment } from '../../store/assignment-store.ts'
import { changeCase } from '../../store/case-store.ts'
import { findHandler, type StoredHandler } from '../../store/provider-store.ts'
import { statusAfter } from '../closing/status-after.ts'
import { conflictsOfCaseRecord } from '../conflicts/recorded-conflicts.ts'
import { requireReasons } from '../conflicts/require-reasons.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { conflictsOf, suitabilityOf } from './assignment-check.ts'
import { type LoadedCase, loadCaseForChange } from './load-case.ts'

type Input = ParsedInputOf<'cases.assign'>

/**
 * Assigns a handler (指派), or changes the handler of a case that is being handled: the rules of the pack, the number of the notice, the
 * end of the earlier assignment with its reason, and the 指派通知书, all in this one transaction.
 * @throws Refusal STALE, RULE (who may handle the case, or the case is closed), VALIDATION for days and reason.
 */
export async function assign(ctx: CommandContext, input: Input): Promise<OutputOf<'cases.assign'>> {
  const one = await loadCaseForChange(ctx, input.id, input.version)
  const { record, assignment: before } = one
  const status = statusAfter(record.status, 'assign')
  const handler = await findHandler(ctx.db, input.handlerId)
  if (!handler) throw notFound('承办人')
  const reason = checkInput(ctx, input, one, handler)
  const { refusal, warnings, conflicts } = suitabilityOf(ctx, one, handler, input.assignedOn, await conflictsOf(ctx, one))
  if (refusal) throw ruleRefusal(refusal.rule, `${handler.handler.name}不能承办这件案件：${refusal.message}`, refusal.clause)

  const matterConflicts = await conflictsOfCaseRecord(ctx, record, handler.id)
  await requireReasons(ctx, { kind: 'case', id: record.id }, matterConflicts, input.conflictReasons)
  if (before) await endAssignment(ctx.trx, before.id, input.assignedOn, reason)
  const number = await drawSeriesNumber(
    ctx,
    'assignment',
    input.assignedOn,
    { kind: 'case', id: record.id },
    {
      matterType: record.matterType,
      stage: record.stage,
    },
  )
  const id = ctx.newId()
  await insertAssignment(ctx.trx, {
    id,
    caseId: record.id,
    providerId: handler.handler.providerId,
    handlerId: handler.id,
    number,
    assignedOn: input.assignedOn,
    packVersion: ctx.inForce.version,
    assignedBy: ctx.actor.userId,
  })
  await changeCase(ctx.trx, record.id, { status })
  await ctx.audit({
    subjectKind: 'case',
    subjectId: record.id,
    summary: `${before ? '变更承办人为' : '指派'} ${handler.handler.name}（${handler.providerName}）${number}`,
    before: before ? { assignment: summaryOf(before), status: record.status } : { assignment: null, status: record.status },
    after: {
      assignment: { id, number, handlerId: handler.id, assignedOn: input.assignedOn },
      reason,
      status,
      warnings,
      conflicts,
    },
  })
  const paper = await issuePaper(ctx, { form: 'assignment-notice', subject: { kind: 'case', id: record.id }, isPrinted: false })
  return { version: input.version + 1, number, paperId: paper.id }
}

function summaryOf({ id, number, handlerId, assignedOn }: AssignmentRecord) {
  return { id, number, handlerId, assignedOn }
}

/** Checks handler, day and reason; returns the reason for a change, empty for a first assignment. */
function checkInput(ctx: CommandContext, input: Input, { record, assignment }: LoadedCase, handler: StoredHandler): string {
  const problems = new FieldProblems()
  problems.note(!handler.handler.isActive, ['handlerId'], `${handler.handler.name} 已停用，不能指派`)
  problems.note(!handler.isProviderActive, ['handlerId'], `${handler.providerName} 已停用，不能指派`)
  problems.note(assignment?.handlerId === handler.id, ['handlerId'], `${handler.handler.name} 现在就是本案承办人`)
  problems.note(input.assignedOn > ctx.today, ['assignedOn'], '指派日期不能晚于今天')
  const { openedOn } = record
  const isBeforeOpening = problems.note(
    input.assignedOn < openedOn,
    ['assignedOn'],
    `指派日期不能早于${record.decision ? '决定' : '立案'}日期 ${openedOn}`,
  )
  if (assignment && !isBeforeOpening)
    problems.note(input.assignedOn < assignment.assignedOn, ['assignedOn'], `变更日期不能早于原指派日期 ${assignment.assignedOn}`)
  problems.note(assignment !== null && input.reason === null, ['reason'], '请写明变更原因')
  problems.refuseIfAny()
  return input.reason ?? ''
}
