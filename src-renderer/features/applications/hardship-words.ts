import type { HardshipInput, HardshipResult } from '../../../src-main/contract/hardship.ts'
import { standardOn } from '../../../src-main/domain/hardship/assess.ts'
import { testOf } from '../../../src-main/domain/hardship/tests.ts'
import type { Basis } from '../../../src-main/domain/rule-basis.ts'
import type { HardshipTest } from '../../../src-main/domain/rule-pack/hardship.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
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

/** 城镇, 农村. */
export const AREA_LABELS = { urban: '城镇', rural: '农村' } as const

/** How an income may be told: by the month, or as a total over the months that the standard of the day averages, or over a year. */
export function periodOptions(pack: RulePack, appliedOn: string | null): { value: string; label: string }[] {
  const months = appliedOn === null ? null : (standardOn(appliedOn, pack.hardship.standards)?.incomeMonths ?? null)
  return [
    { value: '1', label: '每月' },
    ...(months === null || months === 1 || months === 12 ? [] : [{ value: String(months), label: `近 ${months} 个月合计` }]),
    { value: '12', label: '近 12 个月合计' },
  ]
}

/** The kinds of property that the standard of the day asks about; empty where it asks for income alone. */
export function testedKinds(pack: RulePack, appliedOn: string | null): readonly string[] {
  const standard = appliedOn === null ? null : standardOn(appliedOn, pack.hardship.standards)
  const test = standard && testOf(standard)
  return test ? kindsIn(test) : []
}

function kindsIn(test: HardshipTest): readonly string[] {
  switch (test.kind) {
    case 'income':
      return []
    case 'assets':
    case 'veto':
      return test.assetKinds
    case 'all':
    case 'any':
      return test.tests.flatMap(kindsIn)
  }
}
