import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { changeCase } from '../../store/case-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid, ruleRefusal } from '../refusal.ts'
import { loadCaseForChange } from './load-case.ts'

/**
 * Marks a criminal case as one with a possible life or death sentence (可能判处无期徒刑、死刑), or takes the mark away. The mark states a
 * fact, so it stands also when the handler does not meet its rule; the case then says so. @throws Refusal STALE, RULE, VALIDATION.
 */
export async function markLifeOrDeath(
  ctx: CommandContext,
  input: ParsedInputOf<'cases.markLifeOrDeath'>,
): Promise<OutputOf<'cases.markLifeOrDeath'>> {
  const { record } = await loadCaseForChange(ctx, input.id, input.version)
  if (record.matterType !== 'criminal') throw invalid(['possibleLifeOrDeathSentence'], '只有刑事案件可以标记')
  if (record.closing !== null) throw ruleRefusal('case-status', '已登记结案，不能再改这个标记', null)
  await changeCase(ctx.trx, record.id, { isLifeOrDeath: input.possibleLifeOrDeathSentence })
  await ctx.audit({
    subjectKind: 'case',
    subjectId: record.id,
    summary: `${input.possibleLifeOrDeathSentence ? '标记' : '取消'}“可能判处无期徒刑、死刑” ${record.number}`,
    before: { possibleLifeOrDeathSentence: record.isLifeOrDeath },
    after: { possibleLifeOrDeathSentence: input.possibleLifeOrDeathSentence },
  })
  return { version: input.version + 1 }
}
