/** Kinds of matter (案件类型). The office's registers, numbers and reports are divided by these five. */
export const MATTER_TYPES = ['civil', 'criminal', 'administrative', 'arbitration', 'non-litigation'] as const
export type MatterType = (typeof MATTER_TYPES)[number]

/** How a case reaches the center: the person applies (申请), or an organ notifies (通知辩护、通知代理). */
export const ROUTES = ['application', 'notified'] as const
export type Route = (typeof ROUTES)[number]

/** Facts about a case that a rule may ask for. Each is either so or not so; a rule names those it needs. */
export const CASE_FLAGS = [
  /** A life or death sentence is possible (可能判处无期徒刑、死刑), or death review. */
  'life-or-death',
  'minor-recipient',
  /** A hearing was held (开庭). */
  'heard',
  /** Difficult, group or widely noticed (重大疑难). */
  'major',
  'terminated',
  'group',
  'foreign-related',
  /** Houses, land, forest or water rights. */
  'real-property',
  'privacy',
  'cross-region',
  /** Tried without hearing or by the fast track (速裁). */
  'fast-track',
  'plea-agreement',
  'preservation',
  'enforcement-sought',
  'handler-changed',
  'supplemented',
  'applied-by-agent',
  'settled-in-writing',
  'detained',
] as const
export type CaseFlag = (typeof CASE_FLAGS)[number]

/** What a rule may know about one case. Codes are those of the rule pack; `flags` lists only what is so. */
export type CaseFacts = {
  readonly matterType: MatterType
  readonly stage: string
  readonly route: Route
  readonly aidForms: readonly string[]
  readonly hardshipRoute: 'check' | 'waived' | 'not-applicable' | null
  readonly complexity: string | null
  readonly closingMode: string | null
  /** Number of hearings (开庭次数); null before closing. */
  readonly hearings: number | null
  /** Sentence passed, in months; null when there is none or it is not known. */
  readonly sentenceMonths: number | null
  /** Sum in dispute in fen; null when there is none or it is not known. */
  readonly claimFen: number | null
  readonly flags: readonly CaseFlag[]
}

/** When a rule applies (适用情形): every part that is given must hold; a list holds when it contains the case's value. */
export type CaseWhen = {
  readonly matterTypes?: readonly MatterType[]
  readonly stages?: readonly string[]
  readonly routes?: readonly Route[]
  /** Holds when the case has one of these forms of aid. */
  readonly aidForms?: readonly string[]
  readonly hardshipRoutes?: readonly ('check' | 'waived' | 'not-applicable')[]
  readonly complexities?: readonly string[]
  readonly closingModes?: readonly string[]
  readonly hearingsAtLeast?: number
  readonly sentenceMonthsAtLeast?: number
  readonly sentenceMonthsBelow?: number
  readonly claimFenAtLeast?: number
  /** All of these must be so. */
  readonly flags?: readonly CaseFlag[]
  /** None of these may be so. */
  readonly notFlags?: readonly CaseFlag[]
}

/**
 * Which parts of a condition the case does not meet, by their names in `CaseWhen`; empty means the rule applies. A figure that is not
 * known never meets a bound.
 */
export function unmetParts(when: CaseWhen, facts: CaseFacts): readonly (keyof CaseWhen)[] {
  const unmet: (keyof CaseWhen)[] = []
  const demand = (part: keyof CaseWhen, holds: boolean): void => {
    if (!holds) unmet.push(part)
  }
  if (when.matterTypes) demand('matterTypes', when.matterTypes.includes(facts.matterType))
  if (when.stages) demand('stages', when.stages.includes(facts.stage))
  if (when.routes) demand('routes', when.routes.includes(facts.route))
  if (when.aidForms)
    demand(
      'aidForms',
      facts.aidForms.some(form => when.aidForms?.includes(form)),
    )
  if (when.hardshipRoutes)
    demand('hardshipRoutes', facts.hardshipRoute !== null && when.hardshipRoutes.includes(facts.hardshipRoute))
  if (when.complexities) demand('complexities', facts.complexity !== null && when.complexities.includes(facts.complexity))
  if (when.closingModes) demand('closingModes', facts.closingMode !== null && when.closingModes.includes(facts.closingMode))
  if (when.hearingsAtLeast !== undefined)
    demand('hearingsAtLeast', facts.hearings !== null && facts.hearings >= when.hearingsAtLeast)
  if (when.sentenceMonthsAtLeast !== undefined)
    demand('sentenceMonthsAtLeast', facts.sentenceMonths !== null && facts.sentenceMonths >= when.sentenceMonthsAtLeast)
  if (when.sentenceMonthsBelow !== undefined)
    demand('sentenceMonthsBelow', facts.sentenceMonths !== null && facts.sentenceMonths < when.sentenceMonthsBelow)
  if (when.claimFenAtLeast !== undefined)
    demand('claimFenAtLeast', facts.claimFen !== null && facts.claimFen >= when.claimFenAtLeast)
  if (when.flags)
    demand(
      'flags',
      when.flags.every(flag => facts.flags.includes(flag)),
    )
  if (when.notFlags)
    demand(
      'notFlags',
      when.notFlags.every(flag => !facts.flags.includes(flag)),
    )
  return unmet
}

/** Whether a rule applies to a case. An empty condition applies to every case. */
export function appliesTo(when: CaseWhen, facts: CaseFacts): boolean {
  return unmetParts(when, facts).length === 0
}
