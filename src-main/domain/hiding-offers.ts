import type { HidingGround } from './rule-pack/people.ts'

/** What is known of a matter when the app asks itself whether to offer hiding something. */
export type HidingFacts = {
  readonly scope: string
  readonly cause: string
  readonly facts: string
  readonly hardshipGround: string | null
  readonly personCategories: readonly string[]
}

/** The grounds that the facts suggest, in the pack's order. An offer is only told; somebody sets it or does not (不自动设置). */
export function offeredGrounds(grounds: readonly HidingGround[], facts: HidingFacts): readonly HidingGround[] {
  return grounds.filter(({ offerWhen }) =>
    [
      offerWhen.scopes?.includes(facts.scope),
      offerWhen.causes?.includes(facts.cause.trim()),
      facts.hardshipGround !== null && offerWhen.hardshipGrounds?.includes(facts.hardshipGround),
      offerWhen.factWords?.some(word => facts.facts.includes(word)),
      offerWhen.personCategories?.some(category => facts.personCategories.includes(category)),
    ].some(holds => holds === true),
  )
}
