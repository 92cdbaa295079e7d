import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findApplication, touchApplication } from '../../store/application-store.ts'
import { answerCooperation, findCooperation, insertCooperation } from '../../store/cooperation-store.ts'
import { loadForChange } from '../applications/open-application.ts'
import { clockView } from '../clocks/clock-view.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'

const ANSWER_WORDS = { answered: '已答复', refused: '不能协作', recalled: '本中心收回' } as const

/** A co-operation letter (协作函): from the next day the clock of the decision stands still until the answer. Several may be out at once. */
export async function sendLetter(
  ctx: CommandContext,
  input: ParsedInputOf<'cooperation.send'>,
): Promise<OutputOf<'cooperation.send'>> {
  const { row } = await loadForChange(ctx, input.applicationId, input.version, ['deciding', 'supplementing'])
  const problems = new FieldProblems()
  problems.note(input.sentOn > ctx.today, ['sentOn'], '发函日期不能晚于今天')
  problems.note(input.sentOn < row.received_on, ['sentOn'], `发函日期不能早于收到申请的日期 ${row.received_on}`)
  problems.note(input.dueOn !== null && input.dueOn <= input.sentOn, ['dueOn'], '答复期限应在发函日期之后')
  const given = clockView(ctx, { limit: 'cooperation', pack: ctx.pack, startedOn: input.sentOn, doneOn: null })?.lastDay
  const dueOn = input.dueOn ?? given ?? null
  if (dueOn === null) problems.note(true, ['dueOn'], '请填写答复期限')
  problems.refuseIfAny()
  const id = ctx.newId()
  const number = await drawSeriesNumber(
    ctx,
    'letter',
    input.sentOn,
    { kind: 'application', id: row.id },
    { matterType: row.matter_type, stage: row.stage, letterType: 'co-operation-letter' },
  )
  await insertCooperation(ctx.trx, {
    id,
    application_id: row.id,
    number,
    sent_on: input.sentOn,
    to_center: input.toCenter,
    to_contact: input.toContact,
    facts: input.facts,
    items: JSON.stringify(input.items),
    due_on: dueOn ?? input.sentOn,
    answered_on: null,
    answer_kind: null,
    answer: null,
    sent_by: ctx.actor.userId,
    sent_at: ctx.now,
  })
  await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 发协作函 ${number}（${input.toCenter}）`,
    after: { number, sentOn: input.sentOn, toCenter: input.toCenter, items: input.items, dueOn },
  })
  return { id, number, version: input.version + 1 }
}

/** The other center's answer, or its written refusal, or the center took its letter back: the clock runs on from the next day. */
export async function answerLetter(
  ctx: CommandContext,
  input: ParsedInputOf<'cooperation.answer'>,
): Promise<OutputOf<'cooperation.answer'>> {
  const letter = await findCooperation(ctx.db, input.id)
  const row = letter && (await findApplication(ctx.db, letter.applicationId))
  if (!letter || !row) throw notFound('协作函')
  if (row.version !== input.version) throw stale('申请', row.version)
  if (letter.answeredOn !== null)
    throw ruleRefusal('cooperation-answered', `${letter.number} 已于 ${letter.answeredOn} 答复`, null)
  const problems = new FieldProblems()
  problems.note(input.answeredOn > ctx.today, ['answeredOn'], '答复日期不能晚于今天')
  problems.note(input.answeredOn < letter.sentOn, ['answeredOn'], `答复日期不能早于发函日期 ${letter.sentOn}`)
  problems.refuseIfAny()
  await answerCooperation(ctx.trx, letter.id, { on: input.answeredOn, kind: input.kind, words: input.answer })
  await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 协作函 ${letter.number} ${ANSWER_WORDS[input.kind]}`,
    after: { answeredOn: input.answeredOn, kind: input.kind, answer: input.answer },
  })
  return { version: input.version + 1 }
}
