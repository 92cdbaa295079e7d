import type { CaseWhen } from '../case-facts.ts'
import type { Basis } from '../rule-basis.ts'

/** What a tier pays, in fen: one sum, or a sum that the director chooses between bounds (`maxFen` null: no upper bound). */
export type TierAmount =
  | { readonly kind: 'fixed'; readonly fen: number }
  | {
      readonly kind: 'range'
      readonly minFen: number
      readonly maxFen: number | null
      /** What happens when nobody chose: the lower bound is paid, or the sheet waits for a choice. */
      readonly whenNotChosen: 'minimum' | 'ask'
    }

/** A tier (档次) of the basic labour fee (基本劳务费). The first tier that applies is used. */
export type SubsidyTier = {
  readonly id: string
  readonly label: string
  readonly when: CaseWhen
  readonly amount: TierAmount
  readonly basis: Basis
}

/** An adjustment (调整), in the order of the list. Percentages are decimal strings such as "5" or "-12.5". */
export type SubsidyAdjustment = {
  readonly id: string
  readonly label: string
  readonly when: CaseWhen
  readonly qualityGrades?: readonly string[]
  readonly effect:
    | { readonly kind: 'percent'; readonly percent: string; readonly of: 'labour' | 'running' }
    | { readonly kind: 'fixed'; readonly fen: number }
    /** For each recipient (受援人) of the case beyond the first. */
    | { readonly kind: 'per-further-recipient'; readonly fen: number }
    /** The director sets which share is paid (split or cut short); within these bounds. */
    | { readonly kind: 'chosen-share'; readonly minPercent: string; readonly maxPercent: string }
  readonly basis: Basis
}

/** A direct cost (直接费用): as spent, or units at a price. */
export type DirectCostRule = {
  readonly id: string
  readonly label: string
  readonly requiresApproval: boolean
  readonly needsVoucher: boolean
  readonly basis: Basis
}

/** Who gets no subsidy (不领取补贴): direct costs may still be met. */
export type ExcludedHandler = {
  readonly id: string
  readonly label: string
  readonly publicEmployee?: true
  readonly handlerKinds?: readonly string[]
  readonly directCostsPaid: boolean
  readonly basis: Basis
}

/** A subsidy table (补贴标准) in force from a day to a day (inclusive, null: open), chosen by the closing day (结案日). */
export type SubsidyTable = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string | null
  readonly rounding: Rounding
  readonly basis: Basis
  readonly tiers: readonly SubsidyTier[]
  readonly adjustments: readonly SubsidyAdjustment[]
  /** Upper bound of labour and adjustments together, in fen. */
  readonly cap: { readonly label: string; readonly fen: number; readonly basis: Basis } | null
  readonly directCosts: readonly DirectCostRule[]
  readonly excludedHandlers: readonly ExcludedHandler[]
}

/** How a fraction of a fen is settled: 四舍五入, 舍去, 进一. */
export const ROUNDINGS = ['half-up', 'down', 'up'] as const
export type Rounding = (typeof ROUNDINGS)[number]
