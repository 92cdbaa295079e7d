import type { Basis } from '../rule-basis.ts'

/** What a report (统计报表) can count. */
export const REPORT_KINDS = ['consultation', 'application', 'case', 'subsidy'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Days on which something is counted. Which of them a row has depends on its kind. */
export const REPORT_EVENTS = [
  'received',
  'granted',
  'refused',
  'withdrawn',
  'handed-on',
  'objected',
  'corrected',
  'opened',
  'closed',
  'sealed',
  'approved',
  'paid',
] as const
export type ReportEvent = (typeof REPORT_EVENTS)[number]

/** By what a row may be filtered. Each holds the codes of one row; person categories hold several. */
export const REPORT_DIMENSIONS = [
  'matterType',
  'stage',
  'channel',
  'consultationOutcome',
  'personCategory',
  'aidForm',
  'scope',
  'door',
  'hardshipOutcome',
  'refusalReason',
  'closingMode',
  'outcome',
  'handlerKind',
  'providerKind',
  'oldRecord',
] as const

export type ReportDimension = (typeof REPORT_DIMENSIONS)[number]

/** What an old register (旧册) leaves open of a case: here, whether and when it ended. */
export const CLOSING_NOT_RECORDED = 'closing-not-recorded'

/** Whose categories (人员类别) a co-applicant counts under, where the category does not follow from age or sex. */
export const JOINT_CATEGORIES = ['own', 'as-applicant', 'as-applicant-in-group'] as const

/** What of a row is added up: the row itself (件), its persons (人次), or one of its amounts in fen (元). */
export const REPORT_MEASURES = ['count', 'persons', 'recovered-fen', 'subsidy-fen'] as const
export type ReportMeasure = (typeof REPORT_MEASURES)[number]

/** Which rows: the event lies in the period, or the span from `event` to `until` is open at the period's start or end (结转). */
export type ReportSpan =
  | { readonly within: ReportEvent }
  | { readonly openAt: 'start' | 'end'; readonly from: ReportEvent; readonly until: readonly ReportEvent[] }

export type ReportRow = {
  readonly id: string
  readonly label: string
  /** 件, 人次, 元 or %. */
  readonly unit: string
  /** How deep the row stands under the row above (其中). */
  readonly depth: number
  readonly value:
    | {
        readonly kind: ReportKind
        readonly span: ReportSpan
        readonly measure: ReportMeasure
        readonly filter: Partial<Readonly<Record<ReportDimension, readonly string[]>>>
      }
    | { readonly sumOf: readonly string[] }
    /** Per cent with one decimal. */
    | { readonly shareOf: string; readonly in: string }
  /** What the county wants to reach (目标), where it set one. */
  readonly target?: { readonly atLeast: string; readonly basis: Basis }
}

/** An equation between rows that must hold for the report to add up (勾稽关系). */
export type ReportCheck = {
  readonly id: string
  readonly label: string
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** How figures are counted (计数口径) where no source that was seen says it: each center settles it with its province's form. */
export type ReportCounting = {
  /** Whether co-applicants (共同申请人) and the members of a group count as persons (人次); the case counts once in any event. */
  readonly jointPersons: { readonly counted: boolean; readonly basis: Basis }
  readonly jointCategories: { readonly by: (typeof JOINT_CATEGORIES)[number]; readonly basis: Basis }
  /** Whether cases that came out of an old register (补录的历史案件) count, by what the register proves of them. */
  readonly importedCases: { readonly counted: boolean; readonly basis: Basis }
}

export type ReportDefinition = {
  readonly title: string
  readonly basis: Basis
  readonly countingRules: ReportCounting
  readonly sections: readonly { readonly id: string; readonly title: string; readonly rows: readonly ReportRow[] }[]
  readonly checks: readonly ReportCheck[]
  readonly notes: readonly string[]
}
