import { type ClosingInput, closingInput } from '../../../src-main/contract/closing.ts'
import { zodForm } from '../../api/zod-form.ts'

/** What stands in the closing form (结案登记) while it is typed: everything may still be open. */
export type ClosingForm = {
  readonly closedOn: string | null
  readonly closingBasis: string
  readonly closingMode: string | null
  readonly outcome: string | null
  readonly recoveredFen: number | null
  readonly personsHelped: number | string
  readonly hearings: number | string
  readonly complexity: ClosingInput['complexity'] | null
  readonly summary: string
}

/** The form as it opens: the recipient and everybody on the list of co-applicants are helped; nothing else is chosen for the person. */
export function emptyClosing(persons: number): ClosingForm {
  return {
    closedOn: null,
    closingBasis: '',
    closingMode: null,
    outcome: null,
    recoveredFen: null,
    personsHelped: persons,
    hearings: '',
    complexity: null,
    summary: '',
  }
}

const UNANSWERED: Readonly<Partial<Record<keyof ClosingForm, string>>> = {
  closedOn: '请填写结案日期',
  closingMode: '请选择结案方式',
  outcome: '请选择承办结果',
  recoveredFen: '请填写金额，没有的填 0',
  personsHelped: '请填写受援人数',
  hearings: '请填写开庭次数，没有开庭的填 0',
  complexity: '请选择复杂程度',
}

const bySchema = zodForm(closingInput)

/** The contract's own checks, with a plainer sentence where nothing was answered yet. */
export function validateClosing(values: ClosingForm): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const [key, error] of Object.entries(bySchema(values))) errors[key] = String(error)
  for (const [key, value] of Object.entries(values)) {
    const sentence = UNANSWERED[key as keyof ClosingForm]
    if (sentence && (value === null || value === '')) errors[key] = sentence
  }
  return errors
}

/** The form as the contract takes it, or null while something is still open. */
export function closingOfForm(values: ClosingForm): ClosingInput | null {
  const parsed = closingInput.safeParse(values)
  return parsed.success ? parsed.data : null
}

/** A draft of the form read back from the core; null when it is not one. */
export function readClosingDraft(content: unknown): ClosingForm | null {
  if (typeof content !== 'object' || content === null || !('closingBasis' in content)) return null
  return { ...emptyClosing(1), ...(content as Partial<ClosingForm>) }
}
