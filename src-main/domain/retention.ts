import { appliesTo, type CaseFacts } from './case-facts.ts'
import { clauseOf, type ExplainedStep, stepOn } from './rule-basis.ts'
import type { RetentionRules } from './rule-pack/filing.ts'

/** The retention period (保管期限) that the rules give: its code and label, why, and on what. `rule` is null for the default. */
export type RetentionResult = {
  readonly period: string
  readonly label: string
  readonly rule: string | null
  readonly reason: string
  readonly clause: string
  readonly steps: readonly ExplainedStep[]
}

/** The period of the first rule that applies to the case, else the default. */
export function retentionFor(rules: RetentionRules, facts: CaseFacts): RetentionResult {
  const rule = rules.rules.find(one => appliesTo(one.when, facts)) ?? null
  const code = rule?.period ?? rules.defaultPeriod
  const basis = rule?.basis ?? rules.defaultBasis
  const label = retentionLabel(rules, code)
  const reason = rule?.label ?? '没有其他规定的案件'
  const steps = [stepOn(basis, '保管期限', reason, label)]
  return { period: code, label, rule: rule?.id ?? null, reason, clause: clauseOf(basis), steps }
}

/** The words of a period's code; the code itself when these rules do not have it. */
export function retentionLabel(rules: Pick<RetentionRules, 'periods'>, code: string): string {
  return rules.periods.find(period => period.code === code)?.label ?? code
}

/** Last day of the period of a volume of a year (归档年度), counted from 1 January of the next year; null for permanent or unknown. */
export function retentionEnd(rules: Pick<RetentionRules, 'periods'>, code: string, year: number): string | null {
  const years = rules.periods.find(period => period.code === code)?.years ?? null
  return years === null ? null : `${year + years}-12-31`
}
