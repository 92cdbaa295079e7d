import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { numberedLines, paragraphs } from './letter.ts'

export type RefusalDecisionFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly applicant: string
  /** Reasons (理由), each a whole sentence about this applicant. */
  readonly reasons: readonly string[]
  readonly decidedOn: string | null
}

/**
 * `opening` leads to the reasons, `refusal` is the deciding sentence with its clauses, `remedy` says how to object, by when
 * and to whom.
 */
export type RefusalDecisionWording = { readonly opening: string; readonly refusal: string; readonly remedy: string }

export const refusalDecision: PaperDefinition<RefusalDecisionFacts, RefusalDecisionWording> = {
  id: 'refusal-decision',
  title: '不予法律援助决定书',
  formNumber: 10,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '不予法律援助决定书' },
    { kind: 'number', label: '', number: facts.number },
    { kind: 'salutation', text: facts.applicant },
    ...paragraphs(wording.opening),
    ...numberedLines(facts.reasons),
    ...paragraphs(wording.refusal, wording.remedy),
    { kind: 'seal', unit: facts.centerName, date: facts.decidedOn },
  ],
}
