import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { isExpiring } from '../../domain/review.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import { endSupplement, findApplication, touchApplication } from '../../store/application-store.ts'
import { insertSupplementAnswer } from '../../store/cooperation-store.ts'
import { findReviewCourse } from '../../store/review-course-store.ts'
import { completeUrgentAid, findUrgentAid, handInUrgentPapers, insertUrgentAid } from '../../store/urgent-aid-store.ts'
import { appliedFor } from '../applications/application-facts.ts'
import { loadForChange } from '../applications/open-application.ts'
import { clockView } from '../clocks/clock-view.ts'
import type { CommandContext } from '../context.ts'
import { auditDecision, noteDecisionDay, openCase, refuseUnmetStandard, signDecision } from '../decisions/decide.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'

/** The ground of 法律援助法 44(1): a limitation or a time limit is about to end. */
const EXPIRING = 'limit-expiring'

/**
 * Prior aid (先行提供): the director decides to provide aid before the papers are there. The decision, the case and their numbers are made
 * as for any grant; the papers owed stand on the desk until they come. Material that was awaited is owed from now on.
 */
export async function provideFirst(
  ctx: CommandContext,
  input: ParsedInputOf<'urgentAid.provide'>,
): Promise<OutputOf<'urgentAid.provide'>> {
  const { row, supplements } = await loadForChange(ctx, input.applicationId, input.version, ['deciding', 'supplementing'])
  const course = await findReviewCourse(ctx.db, row.id)
  const open = supplements.find(one => one.answeredOn === null)
  const problems = new FieldProblems(heldBy(appliedFor(row)))
  const { codes, time } = ctx.pack
  noteDecisionDay(problems, ctx.today, input.decidedOn, row.received_on, [
    { on: open?.askedOn ?? null, what: '补正通知' },
    { on: course.correctedOn, what: '责令改正' },
  ])
  const ground = problems.entryOf(codes.urgentGrounds, input.ground, ['ground'], '先行提供的情形')
  for (const form of input.aidForms) problems.entryOf(codes.aidForms, form, ['aidForms'], '援助形式')
  const given = clockView(ctx, { limit: 'urgent-papers', pack: ctx.pack, startedOn: input.decidedOn, doneOn: null })?.lastDay
  const dueOn = input.dueOn ?? given ?? null
  problems.note(dueOn === null, ['dueOn'], '请填写补办期限')
  problems.note(dueOn !== null && dueOn <= input.decidedOn, ['dueOn'], '补办期限应在决定日期之后')
  if (input.ground === EXPIRING) {
    const isThere = !problems.note(input.limitEndsOn === null, ['limitEndsOn'], '请填写时效或者期限届满的日期')
    if (isThere && input.limitEndsOn !== null)
      problems.note(input.limitEndsOn < input.decidedOn, ['limitEndsOn'], '时效或者期限在决定之前已经届满')
  }
  problems.refuseIfAny()
  if (!ground || dueOn === null) throw new Error('Problems were noted and not refused')
  const { daysBelow, basis } = time.urgent
  if (input.ground === EXPIRING && input.limitEndsOn !== null && !isExpiring(input.decidedOn, input.limitEndsOn, daysBelow))
    throw ruleRefusal('urgent-days', `${input.limitEndsOn} 届满，还有 ${daysBelow} 日以上，不属于先行提供的情形`, clauseOf(basis))
  refuseUnmetStandard(row)
  const decision = await signDecision(ctx, row, course, {
    outcome: 'granted',
    decidedOn: input.decidedOn,
    aidForms: input.aidForms,
    refusalReasons: [],
    opinion: input.opinion,
  })
  const opened = await openCase(ctx, row, { ...input, backEntry: null })
  if (open) {
    await insertSupplementAnswer(ctx.trx, {
      id: ctx.newId(),
      supplement_id: open.id,
      received_on: input.decidedOn,
      items: '[]',
      is_last: 1,
      note: '先行提供法律援助，改为补办',
      recorded_by: ctx.actor.userId,
      recorded_at: ctx.now,
    })
    await endSupplement(ctx.trx, open.id, input.decidedOn)
  }
  await insertUrgentAid(
    ctx.trx,
    {
      application_id: row.id,
      decision_id: decision.id,
      case_id: opened.id,
      ground: input.ground,
      limit_ends_on: input.limitEndsOn,
      due_on: dueOn,
      pack_version: ctx.inForce.version,
    },
    [...new Set(input.owed)],
  )
  await auditDecision(ctx, row, decision, opened.number, '先行')
  const subject = { kind: 'application', id: row.id } as const
  const paper = await issuePaper(ctx, { form: 'grant-decision', subject, withSeal: input.withSeal, isPrinted: false })
  return { decisionNumber: decision.number, caseId: opened.id, caseNumber: opened.number, paperId: paper.id }
}

/** Papers owed after prior aid came in (补办手续、补充材料). */
export async function handInPapers(
  ctx: CommandContext,
  input: ParsedInputOf<'urgentAid.handIn'>,
): Promise<OutputOf<'urgentAid.handIn'>> {
  const row = await findApplication(ctx.db, input.applicationId)
  const urgent = row && (await findUrgentAid(ctx.db, row.id))
  if (!row || !urgent) throw notFound('先行提供')
  if (row.version !== input.version) throw stale('申请', row.version)
  const problems = new FieldProblems()
  problems.note(input.handedInOn > ctx.today, ['handedInOn'], '补办日期不能晚于今天')
  problems.note(
    row.closed_on !== null && input.handedInOn < row.closed_on,
    ['handedInOn'],
    `补办日期不能早于先行提供的日期 ${row.closed_on}`,
  )
  const owed = urgent.papers.filter(one => one.handed_in_on === null)
  input.papers.forEach((name, index) => {
    problems.note(!owed.some(one => one.name === name), ['papers', index], `“${name}”不在还要补办的材料里`)
  })
  problems.refuseIfAny()
  const came = owed.filter(one => input.papers.includes(one.name))
  await handInUrgentPapers(
    ctx.trx,
    row.id,
    came.map(one => one.position),
    input.handedInOn,
  )
  const isComplete = came.length === owed.length
  if (isComplete) await completeUrgentAid(ctx.trx, row.id, input.handedInOn)
  await touchApplication(ctx.trx, row.id)
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `申请 ${row.number} 先行提供补办${isComplete ? '完毕' : '（部分）'}：${input.papers.join('、')}`,
    after: { handedInOn: input.handedInOn, papers: input.papers, isComplete },
  })
  return { version: input.version + 1, isComplete }
}
