import type { Basis } from '../rule-basis.ts'
import type { CodeEntry, LegalEntry } from './codes.ts'

/** A place that deals with what is not the center's business (引导去处): its name and what it is for. */
export type ReferralPlace = LegalEntry & { readonly purpose: string }

/** A ground for being called before others (优先叫号). People of these categories are offered it. */
export type PriorityGround = LegalEntry & { readonly personCategories: readonly string[] }

/** How tickets of the waiting queue (排队叫号) are called. */
export type QueueRules = {
  readonly grounds: readonly PriorityGround[]
  /** After so many priority tickets in a row one that waits without a ground is called. */
  readonly mostPriorityInRow: number
  readonly basis: Basis
}

/** Rules of the front desk (前台接待): where to send people, who speaks for somebody, and in what order they are called. */
export type FrontDeskRules = {
  readonly places: readonly ReferralPlace[]
  /** What the guidance slip (引导告知单) says before and after its places. */
  readonly guidance: { readonly opening: string; readonly closing: string; readonly basis: Basis } | null
  /** What a person who comes on behalf of somebody (代为来访) may be to them. Any other word may stand too. */
  readonly visitorRelations: readonly CodeEntry[]
  /** Null where the pack has no rules for a queue. */
  readonly queue: QueueRules | null
}

/** What a pack says that was written before there were rules of the front desk. */
export const NO_FRONT_DESK: FrontDeskRules = { places: [], guidance: null, visitorRelations: [], queue: null }
