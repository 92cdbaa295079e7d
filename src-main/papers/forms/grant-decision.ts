import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { paragraphs } from './letter.ts'

export type GrantDecisionFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly applicant: string
  /** Form of aid (援助形式) with its stage, ready to print: “民事诉讼代理（一审）”. */
  readonly aidForm: string
  readonly decidedOn: string | null
}

/**
 * `grant` is the whole deciding sentence with its clauses, `assignment` says by when a person is assigned, `duties` are further
 * paragraphs (rights and duties, remedies) and may be empty.
 */
export type GrantDecisionWording = { readonly grant: string; readonly assignment: string; readonly duties: readonly string[] }

export const grantDecision: PaperDefinition<GrantDecisionFacts, GrantDecisionWording> = {
  id: 'grant-decision',
  title: '给予法律援助决定书',
  formNumber: 9,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '给予法律援助决定书' },
    { kind: 'number', label: '', number: facts.number },
    { kind: 'salutation', text: facts.applicant },
    ...paragraphs(wording.grant, `法律援助形式：${facts.aidForm}。`, wording.assignment, ...wording.duties),
    { kind: 'seal', unit: facts.centerName, date: facts.decidedOn },
  ],
}
