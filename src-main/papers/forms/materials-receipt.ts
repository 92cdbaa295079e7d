import { label, row, value } from '../blocks.ts'
import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'

/** A paper handed in (材料): how many copies and sides, original or copy. Null is left to write in. */
export type ReceivedMaterial = {
  readonly name: string
  readonly copies: number | null
  readonly pages: number | null
  /** 原件 / 复印件 / 电子件, as the pack words it. */
  readonly form: string
  readonly remark: string
}

export type MaterialsReceiptFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly centerAddress: string
  readonly centerPhone: string
  readonly applicant: string
  readonly cause: string | null
  readonly receivedOn: string | null
  readonly materials: readonly ReceivedMaterial[]
  readonly submitter: string | null
  readonly receiver: string | null
}

/** `nextStep` says what happens next and by when; an empty text leaves it out. */
export type MaterialsReceiptWording = { readonly nextStep: string }

const LEAST_ROWS = 8

export const materialsReceipt: PaperDefinition<MaterialsReceiptFacts, MaterialsReceiptWording> = {
  id: 'materials-receipt',
  title: '法律援助申请材料接收凭证',
  formNumber: 5,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '法律援助申请材料接收凭证' },
    { kind: 'number', label: '编号：', number: facts.number },
    {
      kind: 'fields',
      columnsMm: [25, 57, 25, 58],
      rows: [row(10, label('申请人'), value(facts.applicant), label('申请事项'), value(facts.cause))],
    },
    { kind: 'paragraph', text: '现收到下列申请材料：', indent: false, points: 14, beforeMm: 2, withNext: true },
    {
      kind: 'list',
      points: 12,
      rowMm: 9,
      columns: [
        { heading: '序号', widthMm: 13, align: 'center' },
        { heading: '材料名称', widthMm: 76 },
        { heading: '份数', widthMm: 15, align: 'center' },
        { heading: '页数', widthMm: 15, align: 'center' },
        { heading: '形式', widthMm: 20, align: 'center' },
        { heading: '备注', widthMm: 26 },
      ],
      rows: [
        ...facts.materials.map(materialRow),
        ...Array.from({ length: Math.max(0, LEAST_ROWS - facts.materials.length) }, () => ({ cells: ['', '', '', '', '', ''] })),
      ],
    },
    {
      kind: 'paragraph',
      text: `共 ${facts.materials.length} 种，${facts.materials.reduce((sum, one) => sum + (one.copies ?? 0), 0)} 份。`,
      indent: false,
      points: 14,
      beforeMm: 2,
    },
    ...(wording.nextStep === '' ? [] : [{ kind: 'paragraph', text: wording.nextStep, points: 14, beforeMm: 3 } as const]),
    {
      kind: 'signatures',
      points: 14,
      signers: [
        { label: '提交人', name: facts.submitter },
        { label: '接收人', name: facts.receiver },
      ],
    },
    { kind: 'seal', unit: facts.centerName, date: facts.receivedOn },
    { kind: 'notes', notes: ['本凭证一式两份，一份交申请人，一份附卷。', contact(facts)], beforeMm: 8 },
  ],
}

function materialRow(material: ReceivedMaterial, index: number): { readonly cells: readonly string[] } {
  return {
    cells: [String(index + 1), material.name, count(material.copies), count(material.pages), material.form, material.remark],
  }
}

function count(number: number | null): string {
  return number === null ? '' : String(number)
}

function contact(facts: MaterialsReceiptFacts): string {
  return `地址：${facts.centerAddress}　电话：${facts.centerPhone}`
}
