import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import type { MatterTypeEntry } from '../../domain/rule-pack/codes.ts'
import { listCaseEvents, PAPERS_RECEIVED } from '../../store/case-event-store.ts'
import { changeCase } from '../../store/case-store.ts'
import { type LoadedCase, loadCaseForChange } from '../cases/load-case.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { statusAfter } from './status-after.ts'

type Input = ParsedInputOf<'closing.record'>

/**
 * Enters how a case ended (结案登记), or enters it again until the papers are in. The day lies between the assignment and today, and not
 * after a hand-in that was returned; mode and outcome are those of the case's own kind of matter. @throws Refusal STALE, RULE, VALIDATION.
 */
export async function recordClosing(ctx: CommandContext, input: Input): Promise<OutputOf<'closing.record'>> {
  const one = await loadCaseForChange(ctx, input.id, input.version)
  const { record } = one
  const status = statusAfter(record.status, 'close')
  const matter = ctx.pack.codes.matterTypes.find(type => type.code === record.matterType)
  if (!matter) throw new Error(`The rule pack has no matter type ${record.matterType}`)
  checkClosing(ctx, input.closing, one, matter, await firstHandIn(ctx, record.id))
  await changeCase(ctx.trx, record.id, { status, closing: input.closing, closedBy: ctx.actor.userId })
  await ctx.audit({
    subjectKind: 'case',
    subjectId: record.id,
    summary: `${record.closing ? '更正' : ''}登记结案 ${record.number}`,
    before: { status: record.status, closing: record.closing },
    after: { status, closing: input.closing },
  })
  return { version: input.version + 1 }
}

/** The day on which papers were first handed in, for a case whose papers were returned. */
async function firstHandIn(ctx: CommandContext, caseId: string): Promise<string | null> {
  return (await listCaseEvents(ctx.db, caseId)).find(event => event.title === PAPERS_RECEIVED)?.date ?? null
}

function checkClosing(
  ctx: CommandContext,
  closing: Input['closing'],
  { assignment, record }: LoadedCase,
  matter: MatterTypeEntry,
  handedInOn: string | null,
): void {
  const problems = new FieldProblems(heldBy(record.closing))
  problems.note(closing.closedOn > ctx.today, ['closing', 'closedOn'], '结案日期不能晚于今天')
  const assignedOn = assignment?.assignedOn ?? null
  if (assignedOn !== null)
    problems.note(closing.closedOn < assignedOn, ['closing', 'closedOn'], `结案日期不能早于指派日期 ${assignedOn}`)
  if (handedInOn !== null)
    problems.note(closing.closedOn > handedInOn, ['closing', 'closedOn'], `结案日期不能晚于交卷日期 ${handedInOn}`)
  const ofMatter = `${matter.label}案件的`
  problems.entryOf(matter.closingModes, closing.closingMode, ['closing', 'closingMode'], `${ofMatter}结案方式`)
  problems.entryOf(matter.outcomes, closing.outcome, ['closing', 'outcome'], `${ofMatter}承办结果`)
  problems.entryOf(ctx.pack.codes.complexities, closing.complexity, ['closing', 'complexity'], '复杂程度')
  problems.refuseIfAny()
}
