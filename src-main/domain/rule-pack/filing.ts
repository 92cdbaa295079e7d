import type { CaseWhen } from '../case-facts.ts'
import type { Basis } from '../rule-basis.ts'

/** Parts of a volume: 审批 (the center's), 承办 (the handler's), 内部 (kept from lookup copies). */
export const VOLUME_PARTS = ['approval', 'handling', 'internal'] as const
export type VolumePart = (typeof VOLUME_PARTS)[number]

/** One line of a filing order (归档目录). */
export type FilingItem = {
  readonly no: number
  readonly title: string
  /** must 必备, conditional 有条件必备 (when `when` holds), optional 可选. */
  readonly requirement: 'must' | 'conditional' | 'optional'
  /** Papers any one of which satisfies the item. */
  readonly oneOf?: readonly string[]
  /** A must item applies only where this holds; a conditional one becomes a must there. */
  readonly when?: CaseWhen
  /** The condition in words, for the screen: “开庭审理”. */
  readonly whenLabel?: string
  /** Forms (文书) of the center that satisfy the item when issued. */
  readonly papers?: readonly string[]
  /** Default author (责任者): the center, the recipient 受援人, the handler 承办人, the organ 办案机关. */
  readonly author: 'center' | 'recipient' | 'handler' | 'organ'
  readonly part: VolumePart
  /** What the item is in the checks: the closing paper (V12), the handler's report (V13), the root of acceptance (V14), the hardship papers (V15). */
  readonly role?: 'closing-paper' | 'closing-report' | 'acceptance-root' | 'hardship'
  /** The item must carry a signature or seal that the archivist ticks (V16; V13 for the report). */
  readonly signed?: boolean
}

export type FilingTemplate = {
  readonly id: string
  readonly label: string
  readonly basis: Basis
  readonly items: readonly FilingItem[]
}

export type FilingRules = {
  /** First rule whose condition holds gives the template. */
  readonly templateRules: readonly { readonly when: CaseWhen; readonly template: string }[]
  readonly templates: readonly FilingTemplate[]
  /** Things that may not be in a volume; matched against titles. */
  readonly forbidden: readonly {
    readonly id: string
    readonly label: string
    readonly words: readonly string[]
    readonly basis: Basis
  }[]
  /** Titles that say nothing (V33), compared whole. */
  readonly genericTitles: readonly string[]
  readonly limits: {
    readonly warnPages: number
    readonly warnThicknessMicrometres: number
    readonly stopThicknessMicrometres: number
    readonly sheetMicrometres: number
    /** More warnings than this make a volume fail. */
    readonly mostWarnings: number
    readonly basis: Basis
  }
  /** Volume title (案卷题名): `{recipient}` and `{cause}`. */
  readonly volumeTitle: { readonly pattern: string; readonly longest: number; readonly basis: Basis }
  /** Whether the 页号 column shows first–last on every row, or only on the last. */
  readonly pageColumn: 'first' | 'range'
  /** Corner of the page number on the front; the back is its mirror. */
  readonly pageNumberCorner: 'top' | 'bottom'
}

export type RetentionPeriod = { readonly code: string; readonly label: string; readonly years: number | null }

/** Retention (保管期限): the first rule that applies gives the period. */
export type RetentionRules = {
  readonly periods: readonly RetentionPeriod[]
  readonly rules: readonly {
    readonly id: string
    readonly label: string
    readonly when: CaseWhen
    readonly period: string
    readonly basis: Basis
  }[]
  readonly defaultPeriod: string
  readonly defaultBasis: Basis
  /** Counted from 1 January of the year after the volume's year. */
  readonly startBasis: Basis
}
