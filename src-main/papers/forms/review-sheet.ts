import type { Opinion } from '../blocks.ts'
import { choiceCell, label, longRow, narrative, opinionRows, row, value } from '../blocks.ts'
import type { Choice, FieldRow, PaperDefinition } from '../model.ts'
import { HEAD_MM, PORTRAIT, textHeightMm } from '../model.ts'
import { sparingRows } from '../sheet-fit.ts'

export type ReviewSheetFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly applicant: string
  readonly sex: string | null
  readonly idNumber: string | null
  readonly cause: string
  readonly receivedOn: string
  readonly categories: readonly Choice[]
  readonly matterKinds: readonly Choice[]
  readonly stage: string | null
  readonly scope: string | null
  readonly aidForms: readonly Choice[]
  readonly opponent: string | null
  readonly agency: string | null
  /** Outcome of the hardship check (经济困难核查), with its sentence. */
  readonly hardship: string
  readonly hardshipProof: string
  readonly householdSize: string
  readonly perHead: string
  readonly line: string
  readonly facts: string
  readonly review: Opinion
  readonly decision: Opinion
}

/** 审查表 (form 8): who, what, the check, the facts, the clerk's opinion and the director's. */
export const reviewSheet: PaperDefinition<ReviewSheetFacts, undefined> = {
  id: 'review-sheet',
  title: '法律援助审查表',
  formNumber: 8,
  page: PORTRAIT,
  pageNumbers: true,
  build: facts => [
    { kind: 'title', text: '法律援助审查表' },
    { kind: 'number', label: '编号：', number: facts.number },
    { kind: 'fields', columnsMm: COLUMNS_MM, rows: sparingRows(rowsOf(facts), COLUMNS_MM, PLACE) },
  ],
}

const COLUMNS_MM = [25, 32, 22, 32, 22, 32]
const PLACE = { firstMm: textHeightMm(PORTRAIT) - HEAD_MM.plain, nextMm: textHeightMm(PORTRAIT), afterMm: [] }

function rowsOf(facts: ReviewSheetFacts): readonly FieldRow[] {
  return [
    row(9, label('申请人'), value(facts.applicant), label('性别'), value(facts.sex), label('收到日期'), value(facts.receivedOn)),
    row(9, label('证件号码'), value(facts.idNumber, { columns: 3 }), label('阶段'), value(facts.stage)),
    row(9, label('案　　由'), value(facts.cause, { columns: 5 })),
    longRow(9, label('人员类别'), choiceCell(facts.categories, { columns: 5 })),
    row(9, label('案件类型'), choiceCell(facts.matterKinds, { columns: 5 })),
    longRow(9, label('事项范围'), value(facts.scope, { columns: 5 })),
    longRow(9, label('援助形式'), choiceCell(facts.aidForms, { columns: 5 })),
    row(9, label('对方当事人'), value(facts.opponent), label('办案机关'), value(facts.agency, { columns: 3 })),
    row(
      9,
      label('家庭人口'),
      value(facts.householdSize),
      label('人均收入'),
      value(facts.perHead),
      label('困难标准'),
      value(facts.line),
    ),
    longRow(9, label('核查结论'), value(facts.hardship, { columns: 3 }), label('核查方式'), value(facts.hardshipProof)),
    longRow(24, label('基本案情'), narrative(facts.facts, { columns: 5 })),
    ...opinionRows('审查意见', 30, facts.review, 5),
    ...opinionRows('审批意见', 30, facts.decision, 5),
  ]
}
