import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { chineseDate } from '../paper-date.ts'
import { numberedLines, paragraphs } from './letter.ts'

export type SupplementNoticeFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly centerAddress: string
  readonly centerPhone: string
  readonly contactPerson: string | null
  readonly addressee: string
  /** Everything that is missing or has to be explained, told once (一次性告知). */
  readonly items: readonly string[]
  readonly deadline: string | null
  readonly issuedOn: string | null
}

/** `opening` says what was asked for and why more is needed, `consequence` what follows when nothing comes. */
export type SupplementNoticeWording = { readonly opening: string; readonly consequence: string }

export const supplementNotice: PaperDefinition<SupplementNoticeFacts, SupplementNoticeWording> = {
  id: 'supplement-notice',
  title: '补充材料/说明通知书',
  formNumber: 6,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '补充材料/说明通知书' },
    { kind: 'number', label: '', number: facts.number },
    { kind: 'salutation', text: facts.addressee },
    ...paragraphs(wording.opening),
    ...numberedLines(facts.items),
    ...paragraphs(`请于${chineseDate(facts.deadline)}前提交至${facts.centerName}。${wording.consequence}`),
    { kind: 'paragraph', text: `联系地址：${facts.centerAddress}`, beforeMm: 4 },
    { kind: 'paragraph', text: `联系人：${facts.contactPerson ?? '　　　　'}　　联系电话：${facts.centerPhone}` },
    { kind: 'seal', unit: facts.centerName, date: facts.issuedOn },
    {
      kind: 'signatures',
      points: 14,
      beforeMm: 14,
      signers: [
        { label: '签收人', name: null },
        { label: '签收日期', name: null },
      ],
    },
  ],
}
