import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { endApplication } from '../../store/application-store.ts'
import { insertEnding } from '../../store/ending-store.ts'
import { loadForChange } from '../applications/open-application.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { noteEndingDay } from './ending-day.ts'

/** The matter is not for this center (不属于本中心受理): a slip says why and where to go. Nothing is refused on its merits. */
export async function rejectAsNotOurs(
  ctx: CommandContext,
  input: ParsedInputOf<'endings.notOurs'>,
): Promise<OutputOf<'endings.notOurs'>> {
  const { row, supplements } = await loadForChange(ctx, input.id, input.version, ['deciding', 'supplementing'])
  const problems = new FieldProblems()
  noteEndingDay(problems, ctx.today, input.endedOn, {
    receivedOn: row.received_on,
    askedOn: supplements.at(-1)?.askedOn ?? null,
  })
  problems.entryOf(ctx.pack.codes.notOursGrounds, input.ground, ['ground'], '不受理的情形')
  problems.refuseIfAny()
  const subject = { kind: 'application', id: row.id } as const
  const number = await drawSeriesNumber(ctx, 'ending-notice', input.endedOn, subject)
  await endApplication(ctx.trx, row.id, { on: input.endedOn, kind: 'not-ours', reason: input.reason })
  await insertEnding(ctx.trx, {
    application_id: row.id,
    number,
    ground: input.ground,
    place: input.place,
    place_address: input.placeAddress,
    place_phone: input.placePhone,
    received_here_at: null,
    received_there_at: null,
    ended_by: ctx.actor.userId,
    ended_at: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 不属于本中心受理，告知向${input.place}提出 ${number}`,
    before: { status: row.status },
    after: { status: 'withdrawn', endKind: 'not-ours', ground: input.ground, reason: input.reason, place: input.place },
  })
  const paper = await issuePaper(ctx, { form: 'not-ours-notice', subject, isPrinted: false })
  return { version: input.version + 1, paperId: paper.id }
}
