import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { insertCase } from '../../store/decision-store.ts'
import { indexFile } from '../../store/search-store.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { ruleRefusal } from '../refusal.ts'
import { loadCaseForChange } from './load-case.ts'

/**
 * Carries a case on into its next stage (转阶段): a case of its own with a new number and, later, a volume of its own, linked to the one it
 * came from. Aid was granted once; nobody applies again. The case before is closed by itself.
 * @throws Refusal STALE, VALIDATION, RULE (not assigned yet, an old register's case, that stage was opened already).
 */
export async function changeStage(
  ctx: CommandContext,
  input: ParsedInputOf<'cases.changeStage'>,
): Promise<OutputOf<'cases.changeStage'>> {
  const { record } = await loadCaseForChange(ctx, input.id, input.version)
  if (record.status === 'awaiting-assignment')
    throw ruleRefusal('case-status', `案件 ${record.number} 还没有指派，请直接改本案的阶段`, null)
  if (record.status === 'historic') throw ruleRefusal('case-status', `${record.number} 是旧册案件，不能转阶段`, null)
  const matterType = ctx.pack.codes.matterTypes.find(one => one.code === record.matterType)
  if (!matterType) throw new Error(`The rule pack has no matter type ${record.matterType}`)
  const problems = new FieldProblems()
  problems.entryOf(matterType.stages, input.stage, ['stage'], `${matterType.label}的阶段`)
  problems.note(input.stage === record.stage, ['stage'], '本案就在这个阶段，请选下一个阶段')
  problems.note(input.changedOn > ctx.today, ['changedOn'], '转阶段日期不能晚于今天')
  problems.note(input.changedOn < record.openedOn, ['changedOn'], `转阶段日期不能早于立案日期 ${record.openedOn}`)
  problems.refuseIfAny()
  const other = record.children.find(child => child.stage === input.stage)
  if (other) throw ruleRefusal('stage-once', `这个阶段已经立案 ${other.number}`, null)
  const id = ctx.newId()
  const matter = { matterType: record.matterType, stage: input.stage, parent: record.number }
  const number = await drawSeriesNumber(ctx, 'case', input.changedOn, { kind: 'case', id }, matter)
  await insertCase(ctx.trx, {
    id,
    number,
    door: 'stage-change',
    applicationId: record.application?.id ?? null,
    noticeId: record.noticeId,
    parentCaseId: record.id,
    personId: record.personId,
    openedOn: input.changedOn,
    matterType: record.matterType,
    stage: input.stage,
    cause: record.cause,
    scope: record.scope,
    aidForms: record.aidForms,
    opponentName: record.opponentName,
    agency: input.agency ?? record.agency,
    facts: record.facts,
    categories: record.categories,
    isLifeOrDeath: record.isLifeOrDeath,
    packVersion: ctx.inForce.version,
  })
  await indexFile(ctx, 'case', id)
  await ctx.audit({
    subjectKind: 'case',
    subjectId: id,
    summary: `${record.number} 转阶段，立案 ${number}：${input.basis}`,
    after: { parent: record.number, stage: input.stage, changedOn: input.changedOn, basis: input.basis, agency: input.agency },
  })
  return { id, number }
}
