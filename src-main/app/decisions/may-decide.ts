import type { ProcedureRules } from '../../domain/rule-pack/rule-pack.ts'

type Facts = {
  readonly rules: ProcedureRules
  readonly hardshipOutcome: string
  readonly review: { readonly proposal: 'grant' | 'refuse' } | null
  /** Numbers of co-operation letters that are not answered. */
  readonly openLetters: readonly string[]
}

/** Why no decision may be taken yet, or null: letters out (异地协作), or the opinion that the pack demands is not given (审查意见). */
export function decisionBlockedBecause({ rules, review, openLetters }: Omit<Facts, 'hardshipOutcome'>): string | null {
  if (openLetters.length > 0) return `${openLetters.join('、')} 还没有答复，期限停计`
  if (rules.review.requirement === 'required' && review === null) return '还没有审查意见'
  return null
}

/** Why an application may not be granted in passing, from the list (批量审批), or null. */
export function grantBlockedBecause(facts: Facts): string | null {
  const blocked = decisionBlockedBecause(facts)
  if (blocked !== null) return blocked
  if (facts.hardshipOutcome === 'not-met') return '经济困难核查不符合'
  if (facts.hardshipOutcome === 'needs-person') return '经济困难须人工核查，请单独审批'
  return facts.review?.proposal === 'refuse' ? '审查意见建议不予，请单独审批' : null
}
