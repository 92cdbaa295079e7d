import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { numberedLines, paragraphs } from './letter.ts'

export type CooperationLetterFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly centerAddress: string
  readonly centerPhone: string
  readonly contactPerson: string | null
  /** The center that is asked to help (收函中心). */
  readonly toCenter: string
  /** What is known so far (有关情况). */
  readonly situation: string
  /** What has to be checked (需要核实的事项). */
  readonly items: readonly string[]
  readonly sentOn: string | null
}

/** `opening` says on whose application, `request` leads to the items, `answer` says by when and that a refusal needs words too. */
export type CooperationLetterWording = { readonly opening: string; readonly request: string; readonly answer: string }

export const cooperationLetter: PaperDefinition<CooperationLetterFacts, CooperationLetterWording> = {
  id: 'cooperation-letter',
  title: '法律援助协作函',
  formNumber: 7,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '法律援助协作函' },
    { kind: 'number', label: '', number: facts.number },
    { kind: 'salutation', text: facts.toCenter },
    ...paragraphs(wording.opening, facts.situation, wording.request),
    ...numberedLines(facts.items),
    ...paragraphs(wording.answer),
    { kind: 'paragraph', text: `联系地址：${facts.centerAddress}`, beforeMm: 4 },
    { kind: 'paragraph', text: `联系人：${facts.contactPerson ?? '　　　　'}　　联系电话：${facts.centerPhone}` },
    { kind: 'seal', unit: facts.centerName, date: facts.sentOn },
  ],
}
