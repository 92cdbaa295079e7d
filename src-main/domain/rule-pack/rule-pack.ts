import type { CaseWhen } from '../case-facts.ts'
import type { Basis } from '../rule-basis.ts'
import type { ApplicationRules } from './application.ts'
import type { Codes } from './codes.ts'
import type { FrontDeskRules } from './desk.ts'
import type { FilingRules, RetentionRules } from './filing.ts'
import type { HardshipRules } from './hardship.ts'
import type { ConflictRule, PrivacyRules } from './people.ts'
import type { ReportDefinition } from './report.ts'
import type { SubsidyTable } from './subsidy.ts'

/** A legal or office text that rules rest on. `name` is how rules refer to it and how clauses are printed. */
export type SourceText = {
  readonly name: string
  readonly fullName: string
  readonly number: string
  readonly inForceFrom: string | null
  readonly note?: string
}

/** The clocks (期限) the office knows. */
export const TIME_LIMIT_IDS = [
  'decision',
  'assignment',
  'notified-assignment',
  'agreement',
  'supplement',
  'closing-papers',
  'closing-review',
  'closing-correction',
  'objection-filing',
  'objection-decision',
  'personnel-change',
  'termination-notice',
  'redecision',
  'cooperation',
  'urgent-papers',
] as const
export type TimeLimitId = (typeof TIME_LIMIT_IDS)[number]

/** Why a clock stands still: material is being supplied (补正), another center is helping (异地协作). */
export const PAUSE_REASONS = ['supplement', 'cooperation'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

export type TimeLimit = {
  readonly id: TimeLimitId
  readonly label: string
  readonly days: number
  readonly counting: 'calendar-days' | 'working-days'
  /** The event that starts the clock, in words: “收到申请之日”. */
  readonly startLabel: string
  /** The first day is not counted. */
  readonly startExcluded: boolean
  readonly shift: 'next-working-day' | 'none'
  readonly pausedBy: readonly PauseReason[]
  /** False: known, but not shown as a clock until the director turns it on. */
  readonly active: boolean
  readonly basis: Basis
}

/** A day off or a working weekend (放假、调休) that the shipped calendar does not know yet. */
export type DayArrangement = { readonly date: string; readonly name: string; readonly isWorking: boolean }

export type TimeRules = {
  readonly limits: readonly TimeLimit[]
  /** Limits in hours, kept for papers and reminders. */
  readonly hourLimits: readonly {
    readonly id: string
    readonly label: string
    readonly hours: number
    readonly startLabel: string
    readonly basis: Basis
  }[]
  readonly dayArrangements: readonly DayArrangement[]
  /** Prior aid (先行提供): fewer than this many days are left. */
  readonly urgent: { readonly daysBelow: number; readonly basis: Basis }
  readonly startExcludedBasis: Basis
  readonly shiftBasis: Basis
  readonly pauses: readonly { readonly reason: PauseReason; readonly label: string; readonly basis: Basis }[]
}

export const NUMBER_SERIES_IDS = [
  'consultation',
  'application',
  'notice',
  'receipt',
  'supplement',
  'decision-grant',
  'decision-refusal',
  'case',
  'assignment',
  'subsidy',
  'payment-list',
  'parcel',
  'letter',
  'incoming-cooperation',
  'ending-notice',
  'objection',
  'aid-certificate',
  'recheck-notice',
] as const
export type NumberSeriesId = (typeof NUMBER_SERIES_IDS)[number]

/**
 * A series of document numbers (编号、文号). Tokens of the pattern: `{short}` the center's word, `{kind}` the word for the matter,
 * `{stage}` for its stage (阶段), `{letter}` for the type of letter (函件), `{year}`, `{seq}`. `perKind`, `perStage` and `perLetter` count
 * each of them by itself. `padding` is the least width of `{seq}`.
 */
export type NumberSeries = {
  readonly id: NumberSeriesId
  readonly label: string
  readonly pattern: string
  readonly reset: 'yearly' | 'never'
  readonly perKind: boolean
  readonly perStage: boolean
  readonly perLetter: boolean
  readonly padding: number
  readonly basis: Basis
}

/** Archive numbers (档号): `{fonds}`, `{category}`, `{year}`, `{retention}`, `{seq}`. */
export type ArchiveNumberRules = {
  readonly pattern: string
  /** Least width of the volume's number. */
  readonly width: number
  readonly categories: readonly { readonly code: string; readonly label: string; readonly when: CaseWhen | null }[]
  readonly basis: Basis
}

/** Who may be assigned (指派条件). A rule whose severity is warn is shown and does not refuse. */
export type AssignmentRule = {
  readonly id: string
  readonly label: string
  readonly when: CaseWhen
  readonly requires:
    | { readonly kind: 'years'; readonly of: 'practice' | 'criminal-defence'; readonly atLeast: number }
    | { readonly kind: 'handler-kind'; readonly oneOf: readonly string[] }
    | { readonly kind: 'no-conflict' }
    | { readonly kind: 'confirmation'; readonly question: string }
  readonly severity: 'refuse' | 'warn'
  readonly basis: Basis
}

/** A sentence that rests on law (依法表述), with `{placeholders}` that the paper fills. */
export type Wording = {
  readonly id: WordingId
  readonly text: string
  readonly placeholders: readonly string[]
  readonly basis: Basis
}

export const WORDING_IDS = [
  'grant',
  'grant-waived',
  'grant-not-applicable',
  'grant-assignment',
  'grant-duties',
  'refusal-opening',
  'refusal',
  'refusal-remedy',
  'assignment',
  'assignment-agreement',
  'assignment-progress',
  'assignment-no-money',
  'assignment-closing-papers',
  'supplement-opening',
  'supplement-consequence',
  'receipt-next-step',
  'mandate',
  'mandate-term',
  'filling-note',
  'reading-record',
  'undertaking',
  'fraud-warning',
  'deemed-withdrawal',
  'deemed-withdrawal-again',
  'not-ours',
  'not-ours-place',
  'hand-over',
  'hand-over-receipt',
  'cooperation-opening',
  'cooperation-request',
  'cooperation-answer',
  'grant-urgent',
  'grant-urgent-papers',
  'objection-receipt',
  'objection-remedy',
  'delivery-note',
] as const
export type WordingId = (typeof WORDING_IDS)[number]

/** A form of the center (文书格式): its name and its number in the ministry's set, where it has one. */
export type PaperEntry = {
  readonly id: string
  readonly title: string
  readonly formNumber: number | null
  readonly basis: Basis
}

/** How the office comes to a decision (审查、决定) and what papers may carry the seal image (印章图). */
export type ProcedureRules = {
  /** The clerk's review opinion (审查意见): demanded before the decision, or asked for. `byDay` is the counted day by which it is due. */
  readonly review: { readonly requirement: 'required' | 'asked'; readonly byDay: number; readonly basis: Basis }
  /** What follows when the papers owed after prior aid (先行提供) do not come. */
  readonly urgent: { readonly consequence: string; readonly basis: Basis }
  readonly sealForms: { readonly forms: readonly string[]; readonly basis: Basis }
}

/** Which backups stay (备份保留): the newest of today, one a day, one a month. */
export type BackupRetention = {
  readonly keepToday: number
  readonly daily: number
  readonly monthly: number
  readonly basis: Basis
}

/** The rule pack (规则包): every figure, clause, period, order and form wording that the office works by, as one dated document. */
export type RulePack = {
  readonly format: 'yuanjuan-rule-pack/1'
  readonly id: string
  readonly version: string
  readonly name: string
  readonly effectiveFrom: string
  readonly note: string
  readonly sources: readonly SourceText[]
  readonly codes: Codes
  readonly frontDesk: FrontDeskRules
  readonly hardship: HardshipRules
  readonly time: TimeRules
  readonly application: ApplicationRules
  readonly numberSeries: readonly NumberSeries[]
  readonly archiveNumber: ArchiveNumberRules
  readonly assignmentRules: readonly AssignmentRule[]
  readonly conflictRules: readonly ConflictRule[]
  readonly privacy: PrivacyRules
  readonly subsidyTables: readonly SubsidyTable[]
  readonly filing: FilingRules
  readonly retention: RetentionRules
  readonly report: ReportDefinition
  readonly wording: readonly Wording[]
  readonly papers: readonly PaperEntry[]
  readonly procedure: ProcedureRules
  readonly backupRetention: BackupRetention
}
