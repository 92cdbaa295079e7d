import type { NoWording, Origin, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { originFoot } from './origin-foot.ts'

/** 纸质登记号段单: the numbers of a block (预留号段) to be given out by hand, and what became of those already entered. */
export type NumberBlockFacts = {
  readonly centerName: string
  readonly series: string
  readonly year: string
  readonly holder: string
  readonly reason: string
  readonly reservedOn: string
  readonly rows: readonly {
    readonly number: string
    readonly state: 'reserved' | 'used' | 'void'
    readonly day: string | null
    readonly reason: string
  }[]
  readonly origin: Origin
}

export const numberBlock: PaperDefinition<NumberBlockFacts, NoWording> = {
  id: 'number-block',
  title: '纸质登记号段单',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    { kind: 'title', text: '纸质登记号段单', under: `${facts.centerName}　${facts.series}　${facts.year}` },
    {
      kind: 'paragraph',
      text: `持有人 ${facts.holder}　预留日期 ${facts.reservedOn}　共 ${facts.rows.length} 号　用途：${facts.reason}`,
      indent: false,
      points: 12,
      withNext: true,
    },
    {
      kind: 'list',
      points: 10.5,
      rowMm: 11,
      columns: [
        { heading: '编号', widthMm: 44 },
        { heading: '日期', widthMm: 24, align: 'center' },
        { heading: '姓名', widthMm: 26 },
        { heading: '事由', widthMm: 40 },
        { heading: '经手人', widthMm: 18 },
        { heading: '补录', widthMm: 13, align: 'center' },
      ],
      rows: facts.rows.map(row => ({ cells: [row.number, row.day ?? '', '', row.reason, '', ENTERED[row.state]] })),
    },
    {
      kind: 'notes',
      notes: [
        '按顺序逐号使用，写坏的划去并写明原因。',
        '恢复后凭本单补录：按实际日期登记，在“补录旧号”里填写本单的编号；没有用的交回。',
      ],
    },
    {
      kind: 'signatures',
      signers: [
        { label: '持有人', name: null, date: null },
        { label: '交回日期', name: null },
      ],
    },
  ],
}

const ENTERED = { reserved: '', used: '已补录', void: '作废' } as const
