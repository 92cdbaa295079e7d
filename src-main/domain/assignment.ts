import { addYears, wholeYears } from './calendar-date.ts'
import { appliesTo, type CaseFacts } from './case-facts.ts'
import { clauseOf } from './rule-basis.ts'
import type { AssignmentRule } from './rule-pack/rule-pack.ts'

/** What the assignment rules (指派条件) may know about a handler (承办人). Dates are the first day of practice; null when not recorded. */
export type HandlerFacts = {
  /** Code of the pack's handlerKinds. */
  readonly kind: string
  readonly practisingSince: string | null
  readonly criminalDefenceSince: string | null
  /** Case numbers in which the handler stands on the other side (利益冲突). */
  readonly conflicts: readonly string[]
}

/** A rule that refuses or warns: its id, a sentence, its clause. */
export type AssignmentFinding = { readonly rule: string; readonly message: string; readonly clause: string }

export type AssignmentVerdict =
  | { readonly allowed: true; readonly warnings: readonly AssignmentFinding[] }
  | { readonly allowed: false; readonly refusals: readonly AssignmentFinding[]; readonly warnings: readonly AssignmentFinding[] }

/**
 * Whether a handler may be assigned (指派) to a case on a day. Years are whole years by date: complete on the anniversary, one day short
 * is refused, and a first day that is not recorded is refused too. Rules are tried in their order; all that refuse are told.
 */
export function mayAssign(
  handler: HandlerFacts,
  facts: CaseFacts,
  assignedOn: string,
  rules: readonly AssignmentRule[],
): AssignmentVerdict {
  const found = rules
    .filter(rule => appliesTo(rule.when, facts))
    .flatMap(rule => {
      const message = shortfall(rule, handler, assignedOn)
      return message === null
        ? []
        : [{ severity: rule.severity, finding: { rule: rule.id, message, clause: clauseOf(rule.basis) } }]
    })
  const of = (severity: AssignmentRule['severity']): readonly AssignmentFinding[] =>
    found.filter(one => one.severity === severity).map(one => one.finding)
  const [refusals, warnings] = [of('refuse'), of('warn')]
  return refusals.length === 0 ? { allowed: true, warnings } : { allowed: false, refusals, warnings }
}

/** Whole years of practice on a day; null when the first day is not recorded. */
export function practiceYears(since: string | null, date: string): number | null {
  return since === null ? null : wholeYears(since, date)
}

function shortfall(rule: AssignmentRule, handler: HandlerFacts, assignedOn: string): string | null {
  const { requires } = rule
  switch (requires.kind) {
    case 'years': {
      const since = requires.of === 'practice' ? handler.practisingSince : handler.criminalDefenceSince
      const what = requires.of === 'practice' ? '执业' : '从事刑事辩护'
      if (since === null) return `没有登记${what}的起始日期，不能确认满 ${requires.atLeast} 年`
      const completeOn = addYears(since, requires.atLeast)
      return completeOn <= assignedOn
        ? null
        : `${what}满 ${requires.atLeast} 年是 ${completeOn}，到 ${assignedOn} 只有 ${wholeYears(since, assignedOn)} 年整`
    }
    case 'handler-kind':
      return requires.oneOf.includes(handler.kind) ? null : rule.label
    case 'no-conflict':
      return handler.conflicts.length === 0 ? null : `与 ${handler.conflicts.join('、')} 有利益冲突`
    case 'confirmation':
      return `请确认：${requires.question}`
    default:
      return requires satisfies never
  }
}
