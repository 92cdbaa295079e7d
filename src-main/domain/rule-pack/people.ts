import type { Basis } from '../rule-basis.ts'
import type { LegalEntry } from './codes.ts'

/** The ways in which two matters can stand against each other (利益冲突). Each has one entry in the pack. */
export const CONFLICT_RULE_IDS = [
  /** Whoever stands on the other side here was or is helped by the center elsewhere. */
  'opponent-was-helped',
  /** The opponent's agent (对方代理人) was or is helped by the center elsewhere. */
  'opponent-agent-was-helped',
  /** Another party (其他当事人) was or is helped by the center elsewhere. */
  'other-party-was-helped',
  /** The applicant here is the opponent of somebody whom the center helps or helped. */
  'applicant-was-opponent',
  /** The handler (承办人) stands, or stood, for somebody against this recipient. */
  'handler-against-recipient',
  /** The handler handles, or handled, a case for this case's opponent. */
  'handler-for-opponent',
  /** Somebody else at the same provider (同一机构) stands on the other side. */
  'provider-on-both-sides',
] as const
export type ConflictRuleId = (typeof CONFLICT_RULE_IDS)[number]

/** What an alarm asks for: a reason before going on (登记处理理由), or only to be read. */
export type ConflictRule = {
  readonly id: ConflictRuleId
  readonly label: string
  readonly severity: 'reason' | 'notice'
  readonly basis: Basis
}

/** When the desk is offered a protection or a restriction; it is never set by itself. A list holds when it contains the value. */
export type OfferWhen = {
  readonly scopes?: readonly string[]
  readonly hardshipGrounds?: readonly string[]
  /** Whole causes by their words. */
  readonly causes?: readonly string[]
  /** Words of which one stands in the facts as told (案情). */
  readonly factWords?: readonly string[]
  readonly personCategories?: readonly string[]
}

/** A ground for hiding something, and when the app offers it. */
export type HidingGround = LegalEntry & { readonly offerWhen: OfferWhen }

/** Who and what is hidden (保密): a person's address and phone, or a whole matter. */
export type PrivacyRules = {
  /** Grounds on which a person's address and phone are kept from papers and exports (保密住址和电话). */
  readonly protectionGrounds: readonly HidingGround[]
  /** What stands in a paper or an export in their place. */
  readonly withheldWords: string
  /** Grounds on which a matter is shown only to those who need it (限定知悉范围). */
  readonly restrictionGrounds: readonly HidingGround[]
  /** What everyone else sees of such a matter. */
  readonly hiddenWords: string
}
