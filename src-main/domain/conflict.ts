import type { ConflictRuleId } from './rule-pack/people.ts'

/** What a person or organisation is in a matter, as far as conflicts of interest (利益冲突) go. */
export const PARTY_ROLES = ['applicant', 'co-applicant', 'opponent', 'opponent-agent', 'other'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** Somebody of the matter that is being checked. `certificateNumber` is a certificate's or an organisation's credit code, in one form. */
export type ConflictParty = {
  readonly role: PartyRole
  readonly personId: string | null
  readonly name: string
  readonly nameKey: string
  readonly certificateNumber: string | null
}

/** Somebody in another matter of the center: one whom it helps or helped, or one who stands or stood against such a person. */
export type KnownParty = {
  readonly side: 'helped' | 'opposed'
  readonly personId: string | null
  readonly name: string
  readonly nameKey: string
  readonly certificateNumber: string | null
  readonly matterKind: 'application' | 'case'
  readonly matterId: string
  /** By which a reason is kept: the application's id even after it has become a case. */
  readonly fileId: string
  /** The case of that application where there is one, else the application itself: a matter is told once. */
  readonly number: string
}

/** How surely two entries are the same person: the same certificate or credit code, the same entry of the register, the same name. */
export const MATCH_STRENGTHS = ['certificate', 'register', 'name'] as const
export type MatchStrength = (typeof MATCH_STRENGTHS)[number]

export type Conflict<Known extends KnownParty> = {
  readonly rule: ConflictRuleId
  readonly party: ConflictParty
  readonly known: Known
  readonly strength: MatchStrength
}

type Identity = Pick<ConflictParty, 'personId' | 'nameKey' | 'certificateNumber'>

/**
 * Whether two entries are the same person, and how surely; null when they are not. Two different certificates tell namesakes apart. A name
 * is compared by its key (width, blanks and dots aside); an empty name matches nobody.
 */
export function matchStrength(one: Identity, other: Identity): MatchStrength | null {
  if (one.certificateNumber !== null && one.certificateNumber === other.certificateNumber) return 'certificate'
  if (one.personId !== null && one.personId === other.personId) return 'register'
  if (one.certificateNumber !== null && other.certificateNumber !== null) return null
  return one.nameKey !== '' && one.nameKey === other.nameKey ? 'name' : null
}

/** Which rule a role in this matter meets on a side of another one; null where the two may stand together. */
export function conflictRuleOf(role: PartyRole, side: KnownParty['side']): ConflictRuleId | null {
  switch (role) {
    case 'applicant':
    case 'co-applicant':
      return side === 'opposed' ? 'applicant-was-opponent' : null
    case 'opponent':
      return side === 'helped' ? 'opponent-was-helped' : null
    case 'opponent-agent':
      return side === 'helped' ? 'opponent-agent-was-helped' : null
    case 'other':
      return side === 'helped' ? 'other-party-was-helped' : null
    default:
      return role satisfies never
  }
}

/**
 * Every conflict between the parties of a matter and those of other matters, the surest first. The same party, rule and matter are told
 * once, by the surest match.
 */
export function findConflicts<Known extends KnownParty>(
  parties: readonly ConflictParty[],
  known: readonly Known[],
): Conflict<Known>[] {
  const found = new Map<string, Conflict<Known>>()
  for (const party of parties) {
    for (const other of known) {
      const rule = conflictRuleOf(party.role, other.side)
      const strength = rule === null ? null : matchStrength(party, other)
      if (rule === null || strength === null) continue
      const key = conflictKey(rule, other.fileId, party.nameKey)
      const earlier = found.get(key)
      if (!earlier || rank(strength) < rank(earlier.strength)) found.set(key, { rule, party, known: other, strength })
    }
  }
  return [...found.values()].sort((a, b) => rank(a.strength) - rank(b.strength))
}

/** Names one conflict, so that a reason given for it stays with it: the rule, the other matter and the party's name. */
export function conflictKey(rule: ConflictRuleId, fileId: string, partyNameKey: string): string {
  return `${rule}|${fileId}|${partyNameKey}`
}

/** A case of the handler, or of a colleague at the same provider, by what it has to do with the case that is to be assigned. */
export type HandlerStanding = {
  readonly handlerId: string
  readonly providerId: string
  /** `against-recipient`: it is directed against this case's recipient. `for-opponent`: it helps this case's opponent. */
  readonly stands: 'against-recipient' | 'for-opponent'
}

/**
 * The rule that another case meets when this handler is to be assigned: their own case by what it stands for, a colleague's as one of the
 * same provider; null for a case of somebody at another provider.
 */
export function handlerConflictRule(
  handler: { readonly id: string; readonly providerId: string },
  other: HandlerStanding,
): ConflictRuleId | null {
  if (other.handlerId === handler.id)
    return other.stands === 'against-recipient' ? 'handler-against-recipient' : 'handler-for-opponent'
  return other.providerId === handler.providerId ? 'provider-on-both-sides' : null
}

function rank(strength: MatchStrength): number {
  return MATCH_STRENGTHS.indexOf(strength)
}
