import { answerIncoming, findIncoming, insertIncoming, listIncoming } from '../../store/cooperation-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'
import { answerLetter, sendLetter } from './cooperation-letter.ts'

/** Co-operation between centers (异地协作): letters sent, and a register of the requests that come (来函协查). */
export const cooperationHandlers: HandlersOf<'cooperation'> = {
  'cooperation.send': command(sendLetter),
  'cooperation.answer': command(answerLetter),
  'cooperation.incoming': query(async ({ db, today }) =>
    (await listIncoming(db)).map(row => ({
      id: row.id,
      number: row.number,
      receivedOn: row.received_on,
      fromCenter: row.from_center,
      letterNumber: row.letter_number,
      about: row.about,
      items: JSON.parse(row.items),
      dueOn: row.due_on,
      isOverdue: row.answered_on === null && row.due_on !== null && row.due_on < today,
      answeredOn: row.answered_on,
      answerKind: row.answer_kind,
      answer: row.answer,
      registeredBy: row.registrar_name,
      version: row.version,
    })),
  ),
  'cooperation.register': command(async (ctx, input) => {
    const problems = new FieldProblems()
    problems.note(input.receivedOn > ctx.today, ['receivedOn'], '收到日期不能晚于今天')
    problems.note(input.dueOn !== null && input.dueOn < input.receivedOn, ['dueOn'], '答复期限不能早于收到日期')
    problems.refuseIfAny()
    const id = ctx.newId()
    const number = await drawSeriesNumber(ctx, 'incoming-cooperation', input.receivedOn, { kind: 'incoming-cooperation', id })
    await insertIncoming(ctx.trx, {
      id,
      number,
      received_on: input.receivedOn,
      from_center: input.fromCenter,
      letter_number: input.letterNumber,
      about: input.about,
      items: JSON.stringify(input.items),
      due_on: input.dueOn,
      answered_on: null,
      answer_kind: null,
      answer: null,
      registered_by: ctx.actor.userId,
      registered_at: ctx.now,
      version: 1,
    })
    await ctx.audit({
      subjectKind: 'incoming-cooperation',
      subjectId: id,
      summary: `登记来函协查 ${number}（${input.fromCenter}）`,
      after: { number, ...input },
    })
    return { id, number }
  }),
  'cooperation.reply': command(async (ctx, input) => {
    const row = await findIncoming(ctx.db, input.id)
    if (!row) throw notFound('来函协查')
    if (row.version !== input.version) throw stale('来函协查', row.version)
    if (row.answered_on !== null) throw ruleRefusal('cooperation-answered', `${row.number} 已于 ${row.answered_on} 答复`, null)
    const problems = new FieldProblems()
    problems.note(input.answeredOn > ctx.today, ['answeredOn'], '答复日期不能晚于今天')
    problems.note(input.answeredOn < row.received_on, ['answeredOn'], `答复日期不能早于收到日期 ${row.received_on}`)
    problems.refuseIfAny()
    await answerIncoming(ctx.trx, row.id, { on: input.answeredOn, kind: input.kind, words: input.answer })
    await ctx.audit({
      subjectKind: 'incoming-cooperation',
      subjectId: row.id,
      summary: `答复来函协查 ${row.number}${input.kind === 'refused' ? '：不能协作' : ''}`,
      after: { answeredOn: input.answeredOn, kind: input.kind, answer: input.answer },
    })
    return { version: row.version + 1 }
  }),
}
