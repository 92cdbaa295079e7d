import type { Basis } from '../rule-basis.ts'
import type { LegalEntry } from './codes.ts'
import type { Rounding } from './subsidy.ts'

/** 城镇 or 农村: many standards differ by it. */
export const AREAS = ['urban', 'rural'] as const
export type Area = (typeof AREAS)[number]

/** What of a published figure was made known for which span of days; `publishedOn` null: known for as long as the span runs. */
export type FigureValue = {
  readonly area: Area | 'any'
  readonly from: string
  readonly to: string | null
  readonly publishedOn: string | null
  readonly fen: number
  readonly basis: Basis
}

/** A figure that an authority publishes (公布数): 低保标准, 人均可支配收入, 最低工资. A yearly one is divided by twelve when a line uses it. */
export type PublishedFigure = {
  readonly id: string
  readonly label: string
  readonly period: 'month' | 'year'
  readonly values: readonly FigureValue[]
}

/**
 * Which value of a figure a line takes. `current`: in force on the day of the application; `previous-year`: in force at the end of the
 * year before; `latest-published`: the newest one made known by that day.
 */
export type FigureChoice = {
  readonly figure: string
  readonly area: 'applicant' | Area | 'any'
  readonly year: 'current' | 'previous-year' | 'latest-published'
}

/** The line under which a household counts as in hardship (经济困难标准), in fen a month, in one of its plain forms. */
export type PlainLine =
  | { readonly formula: 'multiple-of-base'; readonly baseName: string; readonly baseFen: number; readonly multiplier: string }
  | { readonly formula: 'fixed'; readonly fen: number }
  | ({ readonly formula: 'multiple-of-figure'; readonly multiplier: string } & FigureChoice)
  | ({ readonly formula: 'share-of-figure'; readonly percent: string } & FigureChoice)

/** A plain line, or one for each area (城镇、农村各一). */
export type HardshipLine = PlainLine | { readonly formula: 'by-area'; readonly urban: PlainLine; readonly rural: PlainLine }

/**
 * How a sum must stand to the line: below 低于 (the line itself is out); at-most 不高于, within 以内, not-above 高于的不符合 (the line itself
 * is in: 民法典 1259).
 */
export const COMPARISONS = ['below', 'at-most', 'within', 'not-above'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** To what a line is rounded once it is worked out. */
export type LineRounding = { readonly to: 'fen' | 'yuan'; readonly rounding: Rounding }

/** Income against a line. */
export type IncomeTest = {
  readonly kind: 'income'
  readonly line: HardshipLine
  readonly lineRounding?: LineRounding
  readonly comparison: Comparison
  readonly unit: 'per-head' | 'household'
  readonly basis: Basis
}

/** Property against a limit: that of the household, per head of it, or of each person in it. */
export type AssetTest = {
  readonly kind: 'assets'
  readonly label: string
  /** Codes of assetKinds measured in money. */
  readonly assetKinds: readonly string[]
  readonly line: HardshipLine
  readonly lineRounding?: LineRounding
  readonly comparison: Comparison
  readonly unit: 'household' | 'per-head' | 'each-person'
  readonly basis: Basis
}

/** Things that may not be there (一票否决), save for so many of them and for the exceptions of their kind. */
export type VetoTest = {
  readonly kind: 'veto'
  readonly label: string
  readonly assetKinds: readonly string[]
  readonly mostAllowed: number
  readonly basis: Basis
}

/** What a standard asks: one test, or several that must all hold, or of which one must hold. */
export type HardshipTest =
  | IncomeTest
  | AssetTest
  | VetoTest
  | { readonly kind: 'all' | 'any'; readonly tests: readonly HardshipTest[] }

/**
 * A hardship standard in force from a day to a day (inclusive, null: open), chosen by the day of the application. A standard of one
 * income test says it itself (line, comparison, unit); one of several says them in `test`.
 */
export type HardshipStandard = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string | null
  readonly line?: HardshipLine
  readonly lineRounding?: LineRounding
  readonly comparison?: Comparison
  readonly unit?: 'per-head' | 'household'
  readonly test?: HardshipTest
  /** Months before the application over which income is averaged. */
  readonly incomeMonths: number
  /** Of every average: a month's income of an item, the income per head. */
  readonly rounding: Rounding
  readonly basis: Basis
}

/** A ground on which the check is waived (免予核查) or the condition does not apply (不受经济困难条件限制). */
export type HardshipGround = LegalEntry & {
  readonly proofs: readonly string[]
  /** The ground stands on a document of another body (司法救助决定书): its number, day and issuer are asked for. */
  readonly document?: { readonly label: string; readonly issuerLabel: string }
}

/** When relatives belong to the household. */
export const FAMILY_CONDITIONS = ['always', 'living-together', 'living-and-sharing'] as const
export type FamilyCondition = (typeof FAMILY_CONDITIONS)[number]

export type FamilyRule = {
  readonly label: string
  /** Codes of the pack's kinshipRelations. */
  readonly relations: readonly string[]
  readonly condition: FamilyCondition
  /** Only those younger than this many whole years. */
  readonly ageBelow?: number
  readonly basis: Basis
}

/** Who counts (核查对象). */
export type FamilyRules = {
  readonly rules: readonly FamilyRule[]
  /** The opponent lives in the household: the applicant alone is looked at, or the household without the opponent. */
  readonly opponentInside: 'applicant-alone' | 'household-without-opponent'
  /** Matters in which the applicant alone is looked at whoever else lives there, by codes of scopes and causes. */
  readonly individual: readonly {
    readonly label: string
    readonly scopes?: readonly string[]
    readonly causes?: readonly string[]
    readonly basis: Basis
  }[]
  /** What makes an applicant urban or rural. */
  readonly areaBy: { readonly by: 'registration' | 'residence'; readonly basis: Basis }
}

/** A source of income (收入来源). One that is `deducted` is an outlay that the income is net of (缴纳的税费、社会保险费). */
export type IncomeSource = LegalEntry & { readonly treatment?: 'deducted' }

/** A kind of property (财产种类), counted in money or in pieces, with what of it is looked over. */
export type AssetKind = LegalEntry & { readonly measure: 'fen' | 'pieces'; readonly exceptions: readonly LegalEntry[] }

/** Spot re-checks (抽查核实) of applications that were granted on a declaration. */
export type RecheckRules = {
  /** The sample: this share of the declared applications, rounded up, but at least so many where there are as many. */
  readonly percent: string
  readonly atLeast: number
  /** Days in which the director decides on a false declaration; null where no rule sets any. */
  readonly decisionDays: number | null
  /** The notice of a false declaration (告知书), with {placeholders}. */
  readonly notice: string
  readonly basis: Basis
  readonly falseBasis: Basis
  readonly costBasis: Basis
}

export type HardshipRules = {
  readonly standards: readonly HardshipStandard[]
  /** Why each step of the check is done as it is. */
  readonly steps: {
    readonly household: Basis
    readonly opponentExcluded: Basis
    readonly income: Basis
    readonly average: Basis
    readonly comparison: Basis
    readonly declaration: Basis
    readonly query?: Basis
  }
  readonly figures?: readonly PublishedFigure[]
  readonly family?: FamilyRules
  readonly incomeSources?: readonly IncomeSource[]
  readonly incomeExclusions: readonly LegalEntry[]
  readonly assetKinds?: readonly AssetKind[]
  /** One-off hardship (突发困难) that a person may take into account where the figures say no. */
  readonly suddenHardship?: { readonly label: string; readonly basis: Basis }
  readonly recheck?: RecheckRules
  /** The certificate by which a court defers, lowers or waives its fees (缓交、减交、免交诉讼费用), with {placeholders}. */
  readonly aidCertificate?: { readonly text: string; readonly basis: Basis }
  readonly waivedGrounds: readonly HardshipGround[]
  readonly notApplicableGrounds: readonly HardshipGround[]
}
