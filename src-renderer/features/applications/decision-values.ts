import { decisionOperations } from '../../../src-main/contract/applications.ts'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { type BackEntryDraft, backEntryOf, backEntryProblems, NO_BACK_ENTRY } from '../../api/back-entry.ts'
import type { Problems } from '../../ui/form-problems.ts'

/** The director's decision (审批) as typed; neither grant nor refusal is chosen at first. */
export type DecisionValues = BackEntryDraft & {
  readonly outcome: '' | 'granted' | 'refused'
  readonly aidForms: readonly string[]
  readonly reasons: readonly string[]
  /** The words of a grant and of a refusal are kept apart, so that neither stands under the other. */
  readonly grantOpinion: string
  readonly refusalOpinion: string
  readonly decidedOn: string | null
}

/** An open decision on a day. The forms of aid are those applied for, which the form says. */
export function emptyDecision(applied: readonly string[], day: string): DecisionValues {
  return { outcome: '', aidForms: applied, reasons: [], grantOpinion: '', refusalOpinion: '', decidedOn: day, ...NO_BACK_ENTRY }
}

/** The opinion that belongs to the chosen outcome. */
export function opinionOf(values: DecisionValues): string {
  return values.outcome === 'refused' ? values.refusalOpinion : values.grantOpinion
}

/** What is missing before the decision can be signed. */
export function decisionProblems(values: DecisionValues): Problems {
  const problems: Record<string, string> = {}
  if (values.outcome === '') problems.outcome = '请选择给予或不予'
  if (values.outcome === 'granted' && values.aidForms.length === 0) problems.aidForms = '请选择援助形式'
  if (values.outcome === 'refused' && values.reasons.length === 0) problems.reasons = '请选择不予援助的理由'
  if (opinionOf(values).trim() === '') problems.opinion = values.outcome === 'refused' ? '请写明理由' : '请填写审批意见'
  if (values.decidedOn === null) problems.decidedOn = '请填写决定日期'
  return values.outcome === 'granted' ? { ...problems, ...backEntryProblems(values) } : problems
}

/** The decision as the contract takes it, or null while something is missing. */
export function decisionInputOf(
  values: DecisionValues,
  applicationId: string,
  version: number,
): InputOf<'decisions.decide'> | null {
  const { outcome, decidedOn } = values
  const own = outcome === 'granted' ? { aidForms: values.aidForms, backEntry: backEntryOf(values) } : { reasons: values.reasons }
  const parsed = decisionOperations['decisions.decide'].input.safeParse({
    outcome,
    applicationId,
    decidedOn,
    opinion: opinionOf(values),
    version,
    ...own,
  })
  return parsed.success ? parsed.data : null
}
