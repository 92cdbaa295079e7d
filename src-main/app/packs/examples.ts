import type { OutputOf } from '../../contract/index.ts'
import type { RuleOverlay } from '../../contract/rule-overlay.ts'
import type { Basis } from '../../domain/rule-basis.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { exampleStandards } from '../../packs/examples.ts'
import { layOver } from '../../packs/overlay.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'

/** The example standards (示例标准) with what each rests on: its sources, and every basis of its hardship rules once. */
export function listExamples(): OutputOf<'packs.examples'> {
  return exampleStandards().map(one => ({
    id: one.id,
    name: one.name,
    note: one.note,
    sources: one.sources.map(({ name, fullName, number, note }) => ({ name, fullName, number, note: note ?? '' })),
    bases: basesOf(one),
  }))
}

/** The rules in force with an example standard laid over them: what it does not speak of stays as the center has it. @throws Refusal NOT_FOUND. */
export function packOfExample({ pack }: Pick<QueryContext, 'pack'>, id: string): RulePack {
  const example = exampleStandards().find(one => one.id === id)
  if (!example) throw notFound('示例标准')
  return layOver(pack, example)
}

/** Every basis (依据) in an example, once. */
function basesOf(example: RuleOverlay): Basis[] {
  const found = new Map<string, Basis>()
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    if (isBasis(value)) found.set(`${value.source} ${value.article} ${value.confidence} ${value.note ?? ''}`, value)
    for (const one of Object.values(value)) walk(one)
  }
  walk(example.hardship)
  return [...found.values()]
}

function isBasis(value: object): value is Basis {
  return 'source' in value && 'article' in value && 'confidence' in value
}
