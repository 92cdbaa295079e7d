import { label, longRow, row, value } from '../blocks.ts'
import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { numberedLines, paragraphs, smaller } from './letter.ts'

export type AssignmentNoticeFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly centerPhone: string
  readonly contactPerson: string | null
  /** The unit that is assigned (承办单位): law firm, legal service office, or the center itself. */
  readonly unit: string
  readonly caseNumber: string | null
  readonly recipient: string
  readonly recipientPhone: string | null
  readonly agent: string | null
  readonly cause: string
  readonly matterKind: string
  readonly stage: string | null
  readonly aidForm: string
  readonly handler: string | null
  readonly agency: string | null
  readonly agencyContact: string | null
  readonly enclosures: readonly string[]
  readonly issuedOn: string | null
}

/** `assignment` is the assigning sentence, `duties` what the unit has to do and by when. */
export type AssignmentNoticeWording = { readonly assignment: string; readonly duties: readonly string[] }

export const assignmentNotice: PaperDefinition<AssignmentNoticeFacts, AssignmentNoticeWording> = {
  id: 'assignment-notice',
  title: '指派通知书',
  formNumber: 11,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '指派通知书' },
    { kind: 'number', label: '', number: facts.number },
    { kind: 'salutation', text: facts.unit },
    ...paragraphs(wording.assignment),
    {
      kind: 'fields',
      columnsMm: [25, 58, 25, 57],
      beforeMm: 2,
      rows: [
        row(8, label('受援人'), value(facts.recipient), label('联系电话'), value(facts.recipientPhone)),
        row(8, label('代理人'), value(facts.agent), label('案件编号'), value(facts.caseNumber)),
        row(8, label('案　　由'), value(facts.cause, { columns: 3 })),
        row(8, label('案件类型'), value(facts.matterKind), label('案件阶段'), value(facts.stage)),
        row(8, label('援助形式'), value(facts.aidForm), label('承办人'), value(facts.handler)),
        row(8, label('办案机关'), value(facts.agency), label('联系人及\n电话'), value(facts.agencyContact)),
        longRow(8, label('随附材料'), value(facts.enclosures.join('；'), { columns: 3 })),
      ],
    },
    // One size smaller, so that the duties and the seal usually stand on one sheet.
    ...[
      ...numberedLines(wording.duties),
      ...paragraphs(`联系人：${facts.contactPerson ?? '　　　　'}　　联系电话：${facts.centerPhone}`),
    ].map(smaller),
    { kind: 'seal', unit: facts.centerName, date: facts.issuedOn },
  ],
}
