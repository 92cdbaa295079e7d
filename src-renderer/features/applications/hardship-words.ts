import type { HardshipInput, HardshipResult } from '../../../src-main/contract/hardship.ts'
import type { Basis } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import type { StatusKind } from '../../ui/status-word.tsx'

/** The three routes (经济困难核查的三种去向) in words. */
export const ROUTE_WORDS: Readonly<Record<HardshipInput['route'], string>> = {
  check: '核查经济困难状况',
  waived: '免予核查经济困难状况',
  'not-applicable': '不受经济困难条件限制',
}

/** What each outcome is called; only these words are used. */
export const OUTCOME_WORDS: Readonly<Record<HardshipResult['outcome'], string>> = {
  met: '符合经济困难标准',
  'not-met': '不符合经济困难标准',
  waived: '免予核查经济困难状况',
  'not-applicable': '不受经济困难条件限制',
  'needs-person': '须人工核查',
}

/** The mark of each outcome. */
export const OUTCOME_MARKS: Readonly<Record<HardshipResult['outcome'], StatusKind>> = {
  met: 'met',
  'not-met': 'not-met',
  waived: 'waived',
  'not-applicable': 'not-applicable',
  'needs-person': 'needs-person',
}

/** The article that a list of grounds rests on as a whole, without the items in it: 法律援助法 第42条. Empty for an empty list. */
export function articleOf(bases: readonly Basis[]): string {
  const [first] = bases
  if (first === undefined) return ''
  const article = /^第[^条]+条/.exec(first.article)?.[0] ?? first.article
  return article === '' ? first.source : `${first.source} ${article}`
}

/** The clause of each route, from the pack. */
export function routeClauses(pack: RulePack): Readonly<Record<HardshipInput['route'], string>> {
  const { steps, waivedGrounds, notApplicableGrounds } = pack.hardship
  return {
    check: articleOf([steps.comparison]),
    waived: articleOf(waivedGrounds.map(ground => ground.basis)),
    'not-applicable': articleOf(notApplicableGrounds.map(ground => ground.basis)),
  }
}
