import type { MatterType } from './case-facts.ts'
import type { MaterialRule, MaterialWhen } from './rule-pack/application.ts'

/** What of an application decides which materials (申请材料) it needs. */
export type MaterialFacts = {
  readonly matterType: MatterType | null
  readonly stage: string
  readonly scope: string
  readonly hardshipRoute: 'check' | 'waived' | 'not-applicable' | null
  /** The proofs that the chosen ground of a waiver or of 法律援助法 32 names. */
  readonly groundProofs: readonly string[]
  readonly representation: string
  readonly representationGround: string | null
  readonly isDetained: boolean
  readonly coApplicants: number
}

/** A material as it was handed in; `code` is null where it was written in by hand. */
export type HandedMaterial = { readonly code: string | null; readonly name: string; readonly copies: number | null }

/** A material that is asked for and not in, or too few of it; `copies` is how many more are needed. */
export type MissingMaterial = { readonly rule: MaterialRule; readonly copies: number }

/** The materials that the rules ask for in this application, in the pack's order. */
export function materialsFor(rules: readonly MaterialRule[], facts: MaterialFacts): readonly MaterialRule[] {
  return rules.filter(rule => holds(rule.when, facts))
}

/**
 * The required materials that are not in, or of which too few are in (缺少的材料), in the pack's order. One counts as handed in by its
 * code, its name or another name the rule lists; where the rule says so, any proof that the hardship ground names counts as well.
 */
export function missingMaterials(
  rules: readonly MaterialRule[],
  facts: MaterialFacts,
  handed: readonly HandedMaterial[],
): readonly MissingMaterial[] {
  return materialsFor(rules, facts)
    .filter(rule => rule.requirement === 'must')
    .map(rule => ({ rule, copies: rule.copies - copiesIn(rule, facts, handed) }))
    .filter(missing => missing.copies > 0)
}

function copiesIn(rule: MaterialRule, facts: MaterialFacts, handed: readonly HandedMaterial[]): number {
  const names = new Set([rule.label, ...(rule.names ?? []), ...(rule.groundProofs ? facts.groundProofs : [])])
  return handed
    .filter(one => one.code === rule.code || (one.code === null && names.has(one.name.trim())))
    .reduce((sum, one) => sum + (one.copies ?? 0), 0)
}

function holds(when: MaterialWhen, facts: MaterialFacts): boolean {
  return (
    within(when.matterTypes, facts.matterType) &&
    within(when.stages, facts.stage) &&
    within(when.scopes, facts.scope) &&
    within(when.hardshipRoutes, facts.hardshipRoute) &&
    within(when.representations, facts.representation) &&
    within(when.representationGrounds, facts.representationGround) &&
    (when.detained !== true || facts.isDetained) &&
    (when.several !== true || facts.coApplicants > 0)
  )
}

function within<Value>(list: readonly Value[] | undefined, value: Value | null): boolean {
  return list === undefined || (value !== null && list.includes(value))
}
