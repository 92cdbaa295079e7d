import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { paragraphs } from './letter.ts'

export type CenterNoticeFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly centerPhone: string
  readonly contactPerson: string | null
  readonly addressee: string
  /** Where to go (去处): address and telephone, ready to print; empty lines are left out. */
  readonly placeLines: readonly string[]
  readonly issuedOn: string | null
}

/** The paragraphs of a notice to the applicant, in order. */
export type CenterNoticeWording = { readonly paragraphs: readonly string[] }

function notice(id: string, title: string): PaperDefinition<CenterNoticeFacts, CenterNoticeWording> {
  return {
    id,
    title,
    formNumber: null,
    page: PORTRAIT,
    pageNumbers: true,
    build: (facts, wording) => [
      { kind: 'title', text: title },
      { kind: 'number', label: '', number: facts.number },
      { kind: 'salutation', text: facts.addressee },
      ...paragraphs(...wording.paragraphs, ...facts.placeLines),
      { kind: 'paragraph', text: `联系人：${facts.contactPerson ?? '　　　　'}　　联系电话：${facts.centerPhone}`, beforeMm: 4 },
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
}

/** 不属于本中心受理: why, and where to go. */
export const notOursNotice = notice('not-ours-notice', '不属于本中心受理告知书')
/** 视为撤回申请: what was asked for, and that nothing came. */
export const deemedWithdrawalNotice = notice('deemed-withdrawal-notice', '视为撤回申请通知书')
/** 异议: that it came in, who examines it, and what follows. */
export const objectionReceipt = notice('objection-receipt', '法律援助异议登记凭证')
