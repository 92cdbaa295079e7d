import type { RecheckRules } from '../../domain/rule-pack/hardship.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { ruleRefusal } from '../refusal.ts'

/** The pack's rules for spot re-checks (抽查核实). @throws Refusal RULE for an earlier pack that has none. */
export function recheckRules(pack: RulePack): RecheckRules {
  const { recheck } = pack.hardship
  if (!recheck) throw ruleRefusal('recheck-rules', '现行规则包没有抽查核实的规定，请先由主任签发新的规则包', null)
  return recheck
}

/** The rule of a draw in words. */
export function ruleWords(rules: { readonly percent: string; readonly atLeast: number }): string {
  return `抽取 ${rules.percent}%（不足一件按一件），至少 ${rules.atLeast} 件`
}
