import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listApplicationParts, setApplicationStatus } from '../../store/application-store.ts'
import { insertCase, insertDecision } from '../../store/decision-store.ts'
import { findPerson } from '../../store/person-store.ts'
import type { ApplicationTable } from '../../store/schema.ts'
import { indexFile } from '../../store/search-store.ts'
import { assessmentOf } from '../applications/application-facts.ts'
import { loadForChange } from '../applications/open-application.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { notFound, ruleRefusal } from '../refusal.ts'

type Input = ParsedInputOf<'decisions.decide'>

/**
 * The director's decision (审批): its number, the case with its number when aid is granted, and the 决定书, all in this one transaction.
 * @throws Refusal STALE, RULE (moved on, material awaited, hardship standard not met), VALIDATION for days and codes.
 */
export async function decide(ctx: CommandContext, input: Input): Promise<OutputOf<'decisions.decide'>> {
  const { row, supplements } = await loadForChange(ctx, input.applicationId, input.version, ['deciding'])
  checkDecision(ctx, input, row, supplements.at(-1)?.answeredOn ?? row.received_on)
  if (input.outcome === 'granted') refuseUnmetStandard(row)
  const person = await findPerson(ctx.db, row.person_id)
  if (!person) throw notFound('人员')
  const isGrant = input.outcome === 'granted'
  const subject = { kind: 'application', id: row.id } as const
  const series = isGrant ? 'decision-grant' : 'decision-refusal'
  const matter = { matterType: row.matter_type, stage: row.stage }
  const number = await drawSeriesNumber(ctx, series, input.decidedOn, subject, matter)
  const decision = {
    id: ctx.newId(),
    applicationId: row.id,
    outcome: input.outcome,
    number,
    decidedOn: input.decidedOn,
    decidedBy: ctx.actor.userId,
    aidForms: isGrant ? input.aidForms : [],
    refusalReasons: isGrant ? [] : input.reasons,
    opinion: input.opinion,
    packVersion: ctx.inForce.version,
    decidedAt: ctx.now,
  }
  await insertDecision(ctx.trx, decision)
  await setApplicationStatus(ctx.trx, row.id, input.outcome, input.decidedOn)
  const opened = input.outcome === 'granted' ? await openCase(ctx, row, input) : null
  await ctx.audit({
    subjectKind: 'application',
    subjectId: row.id,
    summary: `${isGrant ? '决定给予' : '决定不予'}法律援助 ${number} ${person.name}${opened ? `，立案 ${opened.number}` : ''}`,
    before: { status: row.status },
    after: { status: input.outcome, decision, caseNumber: opened?.number ?? null },
  })
  const paper = await issuePaper(ctx, { form: isGrant ? 'grant-decision' : 'refusal-decision', subject })
  return { decisionNumber: number, caseId: opened?.id ?? null, caseNumber: opened?.number ?? null, paperId: paper.id }
}

function checkDecision(ctx: CommandContext, input: Input, row: ApplicationTable, earliest: string): void {
  const problems = new FieldProblems()
  const { codes } = ctx.pack
  problems.note(input.decidedOn > ctx.today, ['decidedOn'], '决定日期不能晚于今天')
  const isTooEarly = problems.note(
    input.decidedOn < row.received_on,
    ['decidedOn'],
    `决定日期不能早于收到申请的日期 ${row.received_on}`,
  )
  if (!isTooEarly) problems.note(input.decidedOn < earliest, ['decidedOn'], `决定日期不能早于收到补正材料的日期 ${earliest}`)
  if (input.outcome === 'granted')
    for (const form of input.aidForms) problems.noteUnknownCode(codes.aidForms, form, ['aidForms'], '援助形式')
  else for (const reason of input.reasons) problems.noteUnknownCode(codes.refusalReasons, reason, ['reasons'], '不予援助的理由')
  problems.refuseIfAny()
}

/** Aid cannot be granted to a household above the line. Where a person must judge, the director's opinion says why. */
function refuseUnmetStandard(row: ApplicationTable): void {
  const { outcome, summary, clause } = assessmentOf(row)
  if (outcome === 'not-met') throw ruleRefusal('hardship-standard', `经济困难核查结果为不符合，不能给予援助：${summary}`, clause)
}

async function openCase(
  ctx: CommandContext,
  row: ApplicationTable,
  { decidedOn: openedOn, aidForms, backEntry }: Extract<Input, { outcome: 'granted' }>,
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
