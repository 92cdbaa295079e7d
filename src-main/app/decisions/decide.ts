import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { daysBetween } from '../../domain/calendar-date.ts'
import { listApplicationParts, setApplicationStatus } from '../../store/application-store.ts'
import { listCooperations } from '../../store/cooperation-store.ts'
import { type Decision, insertCase, insertDecision } from '../../store/decision-store.ts'
import { findPerson } from '../../store/person-store.ts'
import { findReviewCourse, type ReviewCourse } from '../../store/review-course-store.ts'
import type { ApplicationTable } from '../../store/schema/applications.ts'
import { indexFile } from '../../store/search-store.ts'
import { appliedFor, assessmentOf } from '../applications/application-facts.ts'
import { loadForChange } from '../applications/open-application.ts'
import { packOfRow, reviewState } from '../clocks/clock-view.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { decisionBlockedBecause } from './may-decide.ts'

type Input = ParsedInputOf<'decisions.decide'>

/**
 * The director's decision (审批): its number, the case with its number when aid is granted, and the 决定书, all in this one transaction.
 * A decision that comes late keeps who let the clock lapse.
 * @throws Refusal STALE, RULE (moved on, material or an answer awaited, opinion demanded, hardship standard not met), VALIDATION.
 */
export async function decide(ctx: CommandContext, input: Input): Promise<OutputOf<'decisions.decide'>> {
  const { row, supplements } = await loadForChange(ctx, input.applicationId, input.version, ['deciding'])
  const course = await findReviewCourse(ctx.db, row.id)
  const letters = await listCooperations(ctx.db, [row.id])
  checkDecision(ctx, input, row, [
    { on: row.received_on, what: '收到申请' },
    ...supplements.map(one => ({ on: one.answeredOn, what: '收到补正材料' })),
    ...letters.map(one => ({ on: one.answeredOn, what: '收到协作答复' })),
    { on: course.correctedOn, what: '责令改正' },
    { on: course.review?.reviewed_on ?? null, what: '审查意见' },
  ])
  const blocked = decisionBlockedBecause({
    rules: packOfRow(ctx, row.pack_version).procedure,
    review: course.review,
    openLetters: letters.filter(one => one.answeredOn === null).map(one => one.number),
  })
  if (blocked !== null) throw ruleRefusal('decision-waits', `不能决定：${blocked}`, null)
  if (input.outcome === 'granted') refuseUnmetStandard(row)
  const isGrant = input.outcome === 'granted'
  const subject = { kind: 'application', id: row.id } as const
  const signed = await signDecision(ctx, row, course, {
    outcome: input.outcome,
    decidedOn: input.decidedOn,
    aidForms: isGrant ? input.aidForms : [],
    refusalReasons: isGrant ? [] : input.reasons,
    opinion: input.opinion,
  })
  const opened = isGrant ? await openCase(ctx, row, input) : null
  await auditDecision(ctx, row, signed, opened?.number ?? null)
  const paper = await issuePaper(ctx, {
    form: isGrant ? 'grant-decision' : 'refusal-decision',
    subject,
    withSeal: input.withSeal,
    isPrinted: false,
  })
  return {
    decisionNumber: signed.number,
    caseId: opened?.id ?? null,
    caseNumber: opened?.number ?? null,
    paperId: paper.id,
  }
}

type Signing = Pick<Decision, 'outcome' | 'decidedOn' | 'aidForms' | 'refusalReasons' | 'opinion'>

/** Draws the decision's number, writes it with how its clock stood, and closes the review. */
export async function signDecision(
  ctx: CommandContext,
  row: ApplicationTable,
  course: ReviewCourse,
  signing: Signing,
): Promise<Decision> {
  const series = signing.outcome === 'granted' ? 'decision-grant' : 'decision-refusal'
  const matter = { matterType: row.matter_type, stage: row.stage }
  const number = await drawSeriesNumber(ctx, series, signing.decidedOn, { kind: 'application', id: row.id }, matter)
  const { lastDay, lapsed } = reviewState(ctx, { ...row, closed_on: signing.decidedOn }, course)
  const decision: Decision = {
    ...signing,
    id: ctx.newId(),
    applicationId: row.id,
    number,
    decidedBy: ctx.actor.userId,
    packVersion: ctx.inForce.version,
    decidedAt: ctx.now,
    reviewedBy: course.review?.reviewed_by ?? null,
    lastDay,
    daysLate: lastDay === null ? 0 : Math.max(0, daysBetween(lastDay, signing.decidedOn)),
    heldBy: lapsed === null ? null : lapsed === 'review' ? row.registered_by : ctx.actor.userId,
    heldStep: lapsed,
  }
  await insertDecision(ctx.trx, decision)
  await setApplicationStatus(ctx.trx, row.id, signing.outcome, signing.decidedOn)
  return decision
}

/** Appends the decision to the audit trail, with the case that it opened. */
export async function auditDecision(
  ctx: CommandContext,
  row: ApplicationTable,
  decision: Decision,
  caseNumber: string | null,
  how = '',
): Promise<void> {
  const person = await findPerson(ctx.db, row.person_id)
  if (!person) throw notFound('人员')
  const words = decision.outcome === 'granted' ? `决定${how}给予法律援助` : '决定不予法律援助'
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `${words} ${decision.number} ${person.name}${caseNumber === null ? '' : `，立案 ${caseNumber}`}`,
    before: { status: row.status },
    after: { status: decision.outcome, decision, caseNumber },
  })
}

type Earlier = { readonly on: string | null; readonly what: string }

function checkDecision(ctx: CommandContext, input: Input, row: ApplicationTable, earlier: readonly Earlier[]): void {
  const problems = new FieldProblems(heldBy(appliedFor(row)))
  const { codes } = ctx.pack
  noteDecisionDay(problems, ctx.today, input.decidedOn, row.received_on, earlier)
  if (input.outcome === 'granted')
    for (const form of input.aidForms) problems.entryOf(codes.aidForms, form, ['aidForms'], '援助形式')
  else for (const reason of input.reasons) problems.entryOf(codes.refusalReasons, reason, ['reasons'], '不予援助的理由')
  problems.refuseIfAny()
}

/** Notes a day of decision that is still to come, or before something that came before it. */
export function noteDecisionDay(
  problems: FieldProblems,
  today: string,
  decidedOn: string,
  receivedOn: string,
  earlier: readonly Earlier[],
): void {
  problems.note(decidedOn > today, ['decidedOn'], '决定日期不能晚于今天')
  if (problems.note(decidedOn < receivedOn, ['decidedOn'], `决定日期不能早于收到申请的日期 ${receivedOn}`)) return
  const later = earlier.find(one => one.on !== null && one.on > decidedOn)
  if (later) problems.note(true, ['decidedOn'], `决定日期不能早于${later.what}的日期 ${later.on}`)
}

/** Aid cannot be granted to a household above the line. Where a person must judge, the director's opinion says why. */
export function refuseUnmetStandard(row: ApplicationTable): void {
  const { outcome, summary, clause } = assessmentOf(row)
  if (outcome === 'not-met') throw ruleRefusal('hardship-standard', `经济困难核查结果为不符合，不能给予援助：${summary}`, clause)
}

type Opening = {
  readonly decidedOn: string
  readonly aidForms: readonly string[]
  readonly backEntry: Extract<Input, { outcome: 'granted' }>['backEntry']
}

/** Opens the case (立案) of a granted application and returns it. */
export async function openCase(
  ctx: CommandContext,
  row: ApplicationTable,
  { decidedOn: openedOn, aidForms, backEntry }: Opening,
): Promise<{ id: string; number: string }> {
  const id = ctx.newId()
  const number = await drawSeriesNumber(
    ctx,
    'case',
    openedOn,
    { kind: 'case', id },
    {
      matterType: row.matter_type,
      stage: row.stage,
      backEntry,
    },
  )
  await insertCase(ctx.trx, {
    id,
    number,
    door: 'application',
    applicationId: row.id,
    noticeId: null,
    parentCaseId: null,
    personId: row.person_id,
    openedOn,
    matterType: row.matter_type,
    stage: row.stage,
    cause: row.cause,
    scope: row.scope,
    aidForms,
    opponentName: row.opponent_name,
    agency: row.agency,
    facts: row.facts,
    categories: (await listApplicationParts(ctx.db, row.id)).categories,
    isLifeOrDeath: false,
    packVersion: ctx.inForce.version,
  })
  await indexFile(ctx, 'case', id)
  return { id, number }
}
