import { label, row, value } from '../blocks.ts'
import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { numberedLines, paragraphs, smaller } from './letter.ts'

export type HandOverLetterFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly centerPhone: string
  readonly contactPerson: string | null
  readonly toCenter: string
  readonly applicant: string
  readonly applicationNumber: string
  readonly cause: string
  readonly receivedHereAt: string | null
  readonly receivedThereAt: string | null
  readonly reason: string
  /** What goes along (随附材料), each with its copies. */
  readonly enclosures: readonly string[]
  readonly handedOn: string | null
}

/** `handOver` is the handing-over sentence, `receipt` asks for the receipt (回执). */
export type HandOverLetterWording = { readonly handOver: string; readonly receipt: string }

export const handOverLetter: PaperDefinition<HandOverLetterFacts, HandOverLetterWording> = {
  id: 'hand-over-letter',
  title: '法律援助申请移送函',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '法律援助申请移送函' },
    { kind: 'number', label: '', number: facts.number },
    { kind: 'salutation', text: facts.toCenter },
    ...paragraphs(wording.handOver, facts.reason, wording.receipt),
    {
      kind: 'fields',
      columnsMm: [34, 49, 34, 48],
      beforeMm: 3,
      rows: [
        row(9, label('申请人'), value(facts.applicant), label('申请编号'), value(facts.applicationNumber)),
        row(9, label('案　　由'), value(facts.cause, { columns: 3 })),
        row(9, label('本中心收到时间'), value(facts.receivedHereAt), label('你中心收到时间'), value(facts.receivedThereAt)),
      ],
    },
    ...[
      ...(facts.enclosures.length === 0 ? [] : [...paragraphs('随附材料：'), ...numberedLines(facts.enclosures)]),
      ...paragraphs(`联系人：${facts.contactPerson ?? '　　　　'}　　联系电话：${facts.centerPhone}`),
    ].map(smaller),
    { kind: 'seal', unit: facts.centerName, date: facts.handedOn },
    {
      kind: 'paragraph',
      text: '………………………………… 回　　执 …………………………………',
      indent: false,
      align: 'center',
      points: 14,
      beforeMm: 10,
      withNext: true,
    },
    {
      kind: 'paragraph',
      text: `${facts.centerName}：${facts.number ?? '　　　　　　　　'}及随附材料收悉。`,
      points: 14,
      withNext: true,
    },
    {
      kind: 'signatures',
      points: 14,
      signers: [
        { label: '接收人', name: null },
        { label: '接收日期', name: null },
      ],
    },
  ],
}
