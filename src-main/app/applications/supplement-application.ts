import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import {
  endApplication,
  endSupplement,
  insertSupplement,
  setApplicationStatus,
  touchApplication,
} from '../../store/application-store.ts'
import { insertSupplementAnswer, listSupplementAnswers } from '../../store/cooperation-store.ts'
import { clockView } from '../clocks/clock-view.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { invalid, ruleRefusal } from '../refusal.ts'
import { loadForChange } from './open-application.ts'

/**
 * The notice of everything that is missing (补正通知), told once; the clock stands still from the next day. Where no last day is given, it
 * is the pack's.
 */
export async function askSupplement(
  ctx: CommandContext,
  input: ParsedInputOf<'applications.askSupplement'>,
): Promise<OutputOf<'applications.askSupplement'>> {
  const { row, supplements } = await loadForChange(ctx, input.id, input.version, ['deciding', 'supplementing'])
  const [earlier] = supplements
  if (earlier) {
    const basis = ctx.pack.time.limits.find(limit => limit.id === 'supplement')?.basis
    const message = `需要补充的材料应一次告知；${earlier.number} 已于 ${earlier.askedOn} 发出`
    throw ruleRefusal('supplement-once', message, basis ? clauseOf(basis) : null)
  }
  const problems = new FieldProblems()
  problems.note(input.askedOn > ctx.today, ['askedOn'], '通知日期不能晚于今天')
  problems.note(input.askedOn < row.received_on, ['askedOn'], `通知日期不能早于收到申请的日期 ${row.received_on}`)
  problems.note(input.dueOn !== null && input.dueOn <= input.askedOn, ['dueOn'], '补正期限应在通知日期之后')
  problems.refuseIfAny()
  const id = ctx.newId()
  const number = await drawSeriesNumber(
    ctx,
    'supplement',
    input.askedOn,
    { kind: 'application', id: row.id },
    {
      matterType: row.matter_type,
      stage: row.stage,
    },
  )
  const clock = clockView(ctx, { limit: 'supplement', pack: ctx.pack, startedOn: input.askedOn, doneOn: null })
  const dueOn = input.dueOn ?? clock?.lastDay ?? null
  const supplement = {
    id,
    applicationId: row.id,
    number,
    askedOn: input.askedOn,
    answeredOn: null,
    dueOn,
    missing: input.missing,
  }
  await insertSupplement(ctx.trx, supplement)
  await setApplicationStatus(ctx.trx, row.id, 'supplementing', null)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 通知补正 ${number}`,
    before: { status: row.status },
    after: { status: 'supplementing', supplement },
  })
  return { version: input.version + 1 }
}

/**
 * What was missing came in (补正材料收到), whole or in part. The clock runs on from the day after the last of it came, or after the center
 * took what came for enough.
 */
export async function receiveSupplement(
  ctx: CommandContext,
  input: ParsedInputOf<'applications.receiveSupplement'>,
): Promise<OutputOf<'applications.receiveSupplement'>> {
  const { row, supplements } = await loadForChange(ctx, input.id, input.version, ['supplementing'])
  const open = supplements.find(one => one.answeredOn === null)
  if (!open) throw new Error(`Application ${row.id} awaits material without a notice`)
  const answers = await listSupplementAnswers(ctx.db, [open.id])
  const outstanding = outstandingOf(open.missing, answers)
  const received = input.received.length === 0 && !input.isEnough ? outstanding : input.received
  const problems = new FieldProblems()
  const lastAnswer = answers.at(-1)
  problems.note(input.answeredOn > ctx.today, ['answeredOn'], '补正日期不能晚于今天')
  const isTooEarly = problems.note(input.answeredOn < open.askedOn, ['answeredOn'], `补正日期不能早于通知日期 ${open.askedOn}`)
  if (!isTooEarly && lastAnswer)
    problems.note(
      input.answeredOn < lastAnswer.receivedOn,
      ['answeredOn'],
      `补正日期不能早于上次收到材料的日期 ${lastAnswer.receivedOn}`,
    )
  received.forEach((name, index) => {
    problems.note(!outstanding.includes(name), ['received', index], `“${name}”不在还缺的材料里`)
  })
  problems.note(
    input.isEnough && input.note === null && received.length < outstanding.length,
    ['note'],
    '还有材料没有收到，请写明为什么不再等',
  )
  problems.refuseIfAny()
  const isComplete = input.isEnough || outstanding.every(name => received.includes(name))
  await insertSupplementAnswer(ctx.trx, {
    id: ctx.newId(),
    supplement_id: open.id,
    received_on: input.answeredOn,
    items: JSON.stringify(received),
    is_last: isComplete ? 1 : 0,
    note: input.note,
    recorded_by: ctx.actor.userId,
    recorded_at: ctx.now,
  })
  if (isComplete) {
    await endSupplement(ctx.trx, open.id, input.answeredOn)
    await setApplicationStatus(ctx.trx, row.id, 'deciding', null)
  } else await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 收到补正材料${isComplete ? '' : '（部分）'}：${received.join('、')}`,
    before: { status: row.status, outstanding },
    after: { status: isComplete ? 'deciding' : row.status, answeredOn: input.answeredOn, received, note: input.note },
  })
  return { version: input.version + 1, isComplete }
}

/** What was asked for and has not come yet. */
export function outstandingOf(
  missing: readonly string[],
  answers: readonly { readonly items: readonly string[] }[],
): readonly string[] {
  return missing.filter(name => !answers.some(answer => answer.items.includes(name)))
}

/** The applicant takes the application back (撤回申请). The reason stays with the application. */
export async function withdrawApplication(
  ctx: CommandContext,
  input: ParsedInputOf<'applications.withdraw'>,
): Promise<OutputOf<'applications.withdraw'>> {
  const { row, supplements } = await loadForChange(ctx, input.id, input.version, ['deciding', 'supplementing'])
  const last = supplements.at(-1)
  const earliest = last?.answeredOn ?? last?.askedOn ?? row.received_on
  if (input.withdrawnOn > ctx.today) throw invalid(['withdrawnOn'], '撤回日期不能晚于今天')
  if (input.withdrawnOn < earliest) throw invalid(['withdrawnOn'], `撤回日期不能早于 ${earliest}`)
  await endApplication(ctx.trx, row.id, { on: input.withdrawnOn, kind: 'withdrawn', reason: input.reason })
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `撤回申请 ${row.number}：${input.reason}`,
    before: { status: row.status },
    after: { status: 'withdrawn', endKind: 'withdrawn', withdrawnOn: input.withdrawnOn, reason: input.reason },
  })
  return { version: input.version + 1 }
}
