import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { otherWasFirst } from '../../domain/review.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import { endApplication, findApplication, touchApplication } from '../../store/application-store.ts'
import { confirmHandOver, findEnding, insertEnding } from '../../store/ending-store.ts'
import { loadForChange } from '../applications/open-application.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'
import { noteEndingDay } from './ending-day.ts'

/**
 * Hands an application over (移送). Where both centers are competent the one that received it first accepts it, so both times are
 * recorded and compared; this center may not pass on what came here first.
 */
export async function handOver(
  ctx: CommandContext,
  input: ParsedInputOf<'endings.handOver'>,
): Promise<OutputOf<'endings.handOver'>> {
  const { row, supplements } = await loadForChange(ctx, input.id, input.version, ['deciding', 'supplementing'])
  const problems = new FieldProblems()
  noteEndingDay(problems, ctx.today, input.endedOn, {
    receivedOn: row.received_on,
    askedOn: supplements.at(-1)?.askedOn ?? null,
  })
  const ground = problems.entryOf(ctx.pack.codes.handOverGrounds, input.ground, ['ground'], '移送的情形')
  problems.note(
    input.receivedHereAt.date !== row.received_on,
    ['receivedHereAt', 'date'],
    `本中心收到申请的日期是 ${row.received_on}`,
  )
  if (ground?.comparesReceipt)
    problems.note(input.receivedThereAt === null, ['receivedThereAt'], '请填写对方收到申请的时间，先收到的受理')
  if (input.receivedThereAt)
    problems.note(input.receivedThereAt.date > input.endedOn, ['receivedThereAt', 'date'], '对方收到申请的时间不能晚于移送日期')
  problems.refuseIfAny()
  const hereAt = `${input.receivedHereAt.date} ${input.receivedHereAt.time}`
  const thereAt = input.receivedThereAt && `${input.receivedThereAt.date} ${input.receivedThereAt.time}`
  if (ground?.comparesReceipt && thereAt !== null && !otherWasFirst(hereAt, thereAt))
    throw ruleRefusal(
      'first-receives',
      `本中心 ${hereAt} 收到，${input.toCenter} ${thereAt} 收到：先收到的是本中心，应由本中心受理`,
      clauseOf(ground.basis),
    )
  const subject = { kind: 'application', id: row.id } as const
  const number = await drawSeriesNumber(ctx, 'letter', input.endedOn, subject, {
    matterType: row.matter_type,
    stage: row.stage,
    letterType: 'hand-over-letter',
  })
  await endApplication(ctx.trx, row.id, { on: input.endedOn, kind: 'handed-over', reason: input.reason })
  await insertEnding(ctx.trx, {
    application_id: row.id,
    number,
    ground: input.ground,
    place: input.toCenter,
    place_address: input.placeAddress,
    place_phone: input.placePhone,
    received_here_at: hereAt,
    received_there_at: thereAt,
    ended_by: ctx.actor.userId,
    ended_at: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 移送${input.toCenter} ${number}`,
    before: { status: row.status },
    after: { status: 'withdrawn', endKind: 'handed-over', ground: input.ground, reason: input.reason, hereAt, thereAt },
  })
  const paper = await issuePaper(ctx, { form: 'hand-over-letter', subject, isPrinted: false })
  return { version: input.version + 1, paperId: paper.id }
}

/** The other center confirmed that it has the application (移送回执). */
export async function confirmHandedOver(
  ctx: CommandContext,
  input: ParsedInputOf<'endings.confirmHandOver'>,
): Promise<OutputOf<'endings.confirmHandOver'>> {
  const row = await findApplication(ctx.db, input.id)
  const ending = row && (await findEnding(ctx.db, row.id))
  if (!row) throw notFound('申请')
  if (row.version !== input.version) throw stale('申请', row.version)
  if (row.end_kind !== 'handed-over' || !ending) throw ruleRefusal('not-handed-over', `申请 ${row.number} 没有移送`, null)
  if (ending.confirmed_on !== null)
    throw ruleRefusal('hand-over-confirmed', `${ending.place} 已于 ${ending.confirmed_on} 确认接收`, null)
  const problems = new FieldProblems()
  problems.note(input.confirmedOn > ctx.today, ['confirmedOn'], '接收日期不能晚于今天')
  problems.note(
    input.confirmedOn < (row.closed_on ?? row.received_on),
    ['confirmedOn'],
    `接收日期不能早于移送日期 ${row.closed_on}`,
  )
  problems.refuseIfAny()
  await confirmHandOver(ctx.trx, row.id, input.confirmedOn, input.confirmedBy)
  await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 移送已由${ending.place}接收`,
    after: { confirmedOn: input.confirmedOn, confirmedBy: input.confirmedBy },
  })
  return { version: input.version + 1 }
}
