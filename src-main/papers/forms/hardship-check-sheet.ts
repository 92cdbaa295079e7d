import { label, opinionRows, row, value } from '../blocks.ts'
import type { NoWording, Origin, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { chineseDate } from '../paper-date.ts'
import { originFoot } from './origin-foot.ts'

/** A step of the check: what was done, how, with what result, resting on which clause (依据). Texts are ready to print. */
export type CheckStep = {
  readonly label: string
  readonly detail: string
  readonly value: string | null
  readonly clause: string | null
}

export type HardshipCheckSheetFacts = {
  readonly centerName: string
  readonly applicationNumber: string | null
  readonly applicant: string
  readonly idNumber: string | null
  readonly cause: string | null
  readonly appliedOn: string | null
  /** How it was checked (核查方式): by query, by undertaking, by enquiry. */
  readonly method: string
  readonly steps: readonly CheckStep[]
  /** 符合 / 不符合 / 免予核查 / 不适用 / 须人工核查, as the pack words it. */
  readonly result: string
  readonly resultDetail: string
  readonly opinion: string | null
  readonly checkedBy: string | null
  readonly checkedOn: string | null
  readonly origin: Origin
}

export const hardshipCheckSheet: PaperDefinition<HardshipCheckSheetFacts, NoWording> = {
  id: 'hardship-check-sheet',
  title: '经济困难状况核查表',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    { kind: 'title', text: '经济困难状况核查表', under: facts.centerName },
    { kind: 'number', label: '申请编号：', number: facts.applicationNumber },
    {
      kind: 'fields',
      columnsMm: [25, 57, 25, 58],
      rows: [
        row(9, label('申请人'), value(facts.applicant), label('证件号码'), value(facts.idNumber)),
        row(9, label('案　　由'), value(facts.cause), label('申请日期'), value(chineseDate(facts.appliedOn))),
        row(9, label('核查方式'), value(facts.method, { columns: 3 })),
      ],
    },
    {
      kind: 'list',
      points: 10.5,
      rowMm: 9,
      beforeMm: 4,
      columns: [
        { heading: '步骤', widthMm: 12, align: 'center' },
        { heading: '项目', widthMm: 28 },
        { heading: '计算与说明', widthMm: 61 },
        { heading: '结果', widthMm: 26, align: 'right' },
        { heading: '依据', widthMm: 38 },
      ],
      rows: facts.steps.map((step, index) => ({
        cells: [String(index + 1), step.label, step.detail, step.value ?? '', step.clause ?? ''],
      })),
    },
    {
      kind: 'fields',
      columnsMm: [25, 140],
      beforeMm: 4,
      rows: [
        {
          cells: [
            label('核查结论'),
            { role: 'value', lines: [{ text: facts.result, bold: true, points: 14 }, { text: facts.resultDetail }] },
          ],
          heightMm: 16,
        },
        ...opinionRows('核查人\n意见', 30, {
          text: facts.opinion,
          signLabel: '核查人',
          name: facts.checkedBy,
          date: chineseDate(facts.checkedOn),
        }),
      ],
    },
  ],
}
