import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { touchApplication } from '../../store/application-store.ts'
import { findReviewCourse } from '../../store/review-course-store.ts'
import { insertReview } from '../../store/review-store.ts'
import { appliedFor } from '../applications/application-facts.ts'
import { loadForChange } from '../applications/open-application.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'

/**
 * The clerk's review opinion (审查意见): what to decide and why, before the director decides. Given while material is awaited it would
 * judge an unfinished file, so it waits too.
 */
export async function giveReview(ctx: CommandContext, input: ParsedInputOf<'reviews.give'>): Promise<OutputOf<'reviews.give'>> {
  const { row } = await loadForChange(ctx, input.applicationId, input.version, ['deciding'])
  const { correctedOn } = await findReviewCourse(ctx.db, row.id)
  const problems = new FieldProblems(heldBy(appliedFor(row)))
  const { codes } = ctx.pack
  problems.note(input.reviewedOn > ctx.today, ['reviewedOn'], '审查日期不能晚于今天')
  problems.note(input.reviewedOn < row.received_on, ['reviewedOn'], `审查日期不能早于收到申请的日期 ${row.received_on}`)
  if (correctedOn !== null)
    problems.note(input.reviewedOn < correctedOn, ['reviewedOn'], `审查日期不能早于责令改正的日期 ${correctedOn}`)
  if (input.proposal === 'grant') {
    problems.note(input.aidForms.length === 0, ['aidForms'], '请选择建议的援助形式')
    for (const form of input.aidForms) problems.entryOf(codes.aidForms, form, ['aidForms'], '援助形式')
  } else {
    problems.note(input.reasons.length === 0, ['reasons'], '请选择建议不予的理由')
    for (const reason of input.reasons) problems.entryOf(codes.refusalReasons, reason, ['reasons'], '不予援助的理由')
  }
  problems.refuseIfAny()
  const review = {
    id: ctx.newId(),
    application_id: row.id,
    proposal: input.proposal,
    aid_forms: JSON.stringify(input.proposal === 'grant' ? input.aidForms : []),
    reasons: JSON.stringify(input.proposal === 'refuse' ? input.reasons : []),
    opinion: input.opinion,
    reviewed_on: input.reviewedOn,
    reviewed_by: ctx.actor.userId,
    reviewed_at: ctx.now,
  }
  await insertReview(ctx.trx, review)
  await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 审查意见：${input.proposal === 'grant' ? '建议给予' : '建议不予'}`,
    after: { proposal: input.proposal, opinion: input.opinion, reviewedOn: input.reviewedOn },
  })
  return { version: input.version + 1 }
}
