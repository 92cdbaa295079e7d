import type { ExplainedStep } from '../rule-basis.ts'
import type { Area } from '../rule-pack/hardship.ts'

/** An income (收入项目) as it was told: so much in one month, or so much over so many months. `source` null: not split by source. */
export type IncomeItem = {
  readonly source: string | null
  readonly note: string | null
  readonly amountFen: number
  readonly months: number
}

/** A member of the household (家庭成员) as the desk knows it. Null is what nobody has answered yet. The first member is the applicant. */
export type HouseholdMember = {
  readonly name: string
  /** Code of the pack's kinshipRelations. */
  readonly relation: string
  readonly age: number | null
  readonly occupation: string | null
  readonly livesTogether: boolean | null
  readonly sharesIncome: boolean | null
  readonly isOpponent: boolean
  /** The clerk counts or leaves out the member against the rule, and says why. */
  readonly override: { readonly isCounted: boolean; readonly reason: string } | null
  readonly incomes: readonly IncomeItem[]
  /** Said to have no income; without it an empty list is an open question. */
  readonly hasNoIncome: boolean
}

/** A thing owned (财产). `owner` is the place of a member in the list, null: the household's. Money or pieces, as its kind is measured. */
export type AssetItem = {
  readonly kind: string
  readonly owner: number | null
  readonly amountFen: number | null
  readonly pieces: number | null
  /** Code of the kind's exceptions. */
  readonly exception: string | null
  readonly note: string | null
}

/** The way of proof (核查方式): the personal undertaking (个人诚信承诺) or a query of others' data (信息核查). */
export type ProofWay =
  | { readonly way: 'declaration'; readonly isSigned: boolean | null; readonly signedOn: string | null }
  | {
      readonly way: 'query'
      readonly queriedOn: string | null
      /** Whom was asked and what. */
      readonly sources: string | null
      readonly agrees: boolean | null
    }

/** The document of another body on which a waiver stands (文号、日期、作出机关). */
export type GroundDocument = { readonly number: string; readonly issuedOn: string; readonly issuer: string }

export type CheckFacts = {
  readonly route: 'check'
  readonly members: readonly HouseholdMember[]
  /** Whether the opponent is one of the family: asked once, before anyone is ticked. */
  readonly opponentInFamily: boolean | null
  readonly registrationArea: Area | null
  readonly residenceArea: Area | null
  readonly assets: readonly AssetItem[]
  /** Kinds of which nobody is said to own any. */
  readonly assetsNone: readonly string[]
  /** What happened (突发困难), where something did. */
  readonly suddenHardship: string | null
  readonly outlays: string | null
  readonly debts: string | null
  readonly proofWay: ProofWay | null
}

export type GroundFacts = {
  readonly route: 'waived' | 'not-applicable'
  readonly ground: string
  readonly proof: string
  readonly document: GroundDocument | null
}

/** What the desk knows for the hardship check (经济困难核查). The three routes are never mixed: 法律援助法 41, 42 and 32. */
export type HardshipFacts = CheckFacts | GroundFacts

/** What the matter itself says: some are looked at for the applicant alone. */
export type HardshipMatter = { readonly scope: string | null; readonly causeCode: string | null }

/** Whether a member counts and why; null where a fact is missing. */
export type CountedPerson = {
  readonly name: string
  readonly isCounted: boolean | null
  readonly why: string
  readonly isOverridden: boolean
}

export type HardshipAssessment = {
  readonly outcome: 'met' | 'not-met' | 'waived' | 'not-applicable' | 'needs-person'
  readonly summary: string
  readonly clause: string | null
  /** Monthly income compared, in fen: per head, or of the household where the standard says so. Null where nothing was compared. */
  readonly perHeadFen: number | null
  readonly lineFen: number | null
  /** What the income compared is called. */
  readonly comparedName: string | null
  readonly steps: readonly ExplainedStep[]
  readonly people: readonly CountedPerson[]
  /** What is not known and would be needed. */
  readonly missing: readonly string[]
}
