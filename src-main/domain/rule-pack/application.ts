import type { MatterType } from '../case-facts.ts'
import type { Basis } from '../rule-basis.ts'
import type { CodeEntry, LegalEntry } from './codes.ts'

/**
 * What a representative (代为申请的人) may be to the applicant (与申请人关系). `kinds` are the ways of applying (codes of `agentKinds`)
 * that this relation permits.
 */
export type RelationEntry = LegalEntry & { readonly kinds: readonly string[] }

/** A ground on which somebody applies for the applicant (代为申请的情形), who may then apply, and what proves it. */
export type RepresentationGround = LegalEntry & {
  readonly kinds: readonly string[]
  readonly matterTypes?: readonly MatterType[]
  /** The applicant must be in custody (在押). */
  readonly detained?: true
  readonly proofs: readonly string[]
}

/** When a material is asked for: every part that is given must hold; a list holds when it contains the application's value. */
export type MaterialWhen = {
  readonly matterTypes?: readonly MatterType[]
  readonly stages?: readonly string[]
  readonly scopes?: readonly string[]
  readonly hardshipRoutes?: readonly ('check' | 'waived' | 'not-applicable')[]
  /** Codes of `agentKinds`. */
  readonly representations?: readonly string[]
  readonly representationGrounds?: readonly string[]
  readonly detained?: true
  /** There are co-applicants (共同申请人). */
  readonly several?: true
}

/**
 * A paper that an application needs (申请材料). `must` is asked for in the notice of what is missing, `if-any` only proposed.
 * `names` are other names under which it counts as handed in. `groundProofs`: any proof that the hardship ground names counts too.
 */
export type MaterialRule = LegalEntry & {
  readonly requirement: 'must' | 'if-any'
  readonly copies: number
  readonly form: 'original' | 'copy' | 'either'
  readonly names?: readonly string[]
  readonly groundProofs?: true
  readonly when: MaterialWhen
}

/** What an application form (法律援助申请表) may say, and what has to come with it. */
export type ApplicationRules = {
  readonly relations: readonly RelationEntry[]
  readonly grounds: readonly RepresentationGround[]
  /** Why the other side cannot apply for the applicant. */
  readonly opponentBasis: Basis
  /** Who passes on the application of a person in custody (转交人). */
  readonly forwarders: readonly LegalEntry[]
  readonly fillingReasons: readonly CodeEntry[]
  readonly fillingBasis: Basis
  readonly readingManners: readonly CodeEntry[]
  readonly materials: readonly MaterialRule[]
}
