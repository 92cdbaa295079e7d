import { label, opinionRows, row, total, value } from '../blocks.ts'
import { capitalAmount, yuan } from '../capital-amount.ts'
import type { FieldRow, ListRow, NoWording, Origin, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { chineseDate } from '../paper-date.ts'
import { originFoot } from './origin-foot.ts'

/** A line of the calculation (核算步骤): how, on which clause (依据), and the amount in fen, null for a step that is not one. */
export type SubsidyStep = {
  readonly label: string
  readonly detail: string
  readonly clause: string | null
  readonly amountFen: number | null
}

/** A step of the approval chain (审批): null leaves the place to write in. */
export type SubsidyApproval = {
  readonly role: string
  readonly opinion: string | null
  readonly name: string | null
  readonly day: string | null
}

export type SubsidySheetFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly caseNumber: string
  readonly recipient: string
  readonly cause: string
  readonly matterKind: string
  readonly stage: string | null
  readonly unit: string
  readonly handler: string
  readonly handlerKind: string
  readonly closedOn: string | null
  readonly steps: readonly SubsidyStep[]
  readonly totalFen: number
  readonly approvals: readonly SubsidyApproval[]
  readonly origin: Origin
}

export const subsidySheet: PaperDefinition<SubsidySheetFacts, NoWording> = {
  id: 'subsidy-sheet',
  title: '法律援助补贴核算表',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    { kind: 'title', text: '法律援助补贴核算表', under: facts.centerName },
    { kind: 'number', label: '编号：', number: facts.number },
    {
      kind: 'fields',
      columnsMm: [25, 57, 25, 58],
      rows: [
        row(9, label('案件编号'), value(facts.caseNumber), label('受援人'), value(facts.recipient)),
        row(9, label('案　　由'), value(facts.cause, { columns: 3 })),
        row(9, label('案件类型'), value(facts.matterKind), label('案件阶段'), value(facts.stage)),
        row(9, label('承办单位'), value(facts.unit, { columns: 3 })),
        row(
          9,
          label('承办人'),
          value(`${facts.handler}（${facts.handlerKind}）`),
          label('结案日期'),
          value(chineseDate(facts.closedOn)),
        ),
      ],
    },
    {
      kind: 'list',
      points: 10.5,
      rowMm: 9,
      beforeMm: 4,
      columns: [
        { heading: '序号', widthMm: 12, align: 'center' },
        { heading: '项目', widthMm: 33 },
        { heading: '计算与说明', widthMm: 56 },
        { heading: '依据', widthMm: 36 },
        { heading: '金额（元）', widthMm: 28, align: 'right' },
      ],
      rows: [...facts.steps.map(stepRow), totalRow(facts.totalFen), capitalsRow(facts.totalFen)],
    },
    { kind: 'fields', columnsMm: [35, 130], beforeMm: 4, rows: facts.approvals.flatMap(approvalRows) },
  ],
}

function stepRow(step: SubsidyStep, index: number): ListRow {
  const amount = step.amountFen === null ? '' : yuan(step.amountFen)
  return { cells: [String(index + 1), step.label, step.detail, step.clause ?? '', amount] }
}

function totalRow(totalFen: number): ListRow {
  return { cells: [total('合　计', 4), { text: yuan(totalFen), bold: true }] }
}

function capitalsRow(totalFen: number): ListRow {
  return { cells: [total('金额大写', 2), { text: capitalAmount(totalFen), columns: 3, bold: true, align: 'left' }] }
}

function approvalRows(approval: SubsidyApproval): readonly FieldRow[] {
  const { role, opinion, name, day } = approval
  return opinionRows(role, 20, { text: opinion, signLabel: '签名', name, date: chineseDate(day) })
}
