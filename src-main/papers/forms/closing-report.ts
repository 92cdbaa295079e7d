import { choiceCell, label, longRow, narrative, opinionRows, row, value } from '../blocks.ts'
import { yuan } from '../capital-amount.ts'
import type { Choice, FieldRow, NoWording, PaperDefinition } from '../model.ts'
import { HEAD_MM, PORTRAIT, textHeightMm } from '../model.ts'
import { BLANK_DATE, chineseDate } from '../paper-date.ts'
import { sparingRows } from '../sheet-fit.ts'

/** An opinion with its signer (意见、签名). Null leaves the place to write in. */
export type SignedOpinion = { readonly text: string | null; readonly name: string | null; readonly day: string | null }

export type ClosingReportFacts = {
  readonly caseNumber: string | null
  readonly centerName: string
  readonly recipient: string
  readonly recipientCategories: string | null
  readonly cause: string
  readonly matterKind: string
  readonly stage: string | null
  readonly aidForms: readonly Choice[]
  readonly unit: string
  readonly handler: string
  readonly licenceNumber: string | null
  readonly assignedOn: string | null
  readonly closedOn: string | null
  readonly agency: string | null
  readonly agencyNumber: string | null
  /** The paper that closes the case (结案依据) with its number. */
  readonly closingDocument: string | null
  /** The parts of the summary (办案小结), each with its own heading; a part without text leaves room. */
  readonly summary: readonly { readonly heading: string; readonly text: string | null }[]
  readonly civilResults: readonly Choice[]
  readonly criminalResults: readonly Choice[]
  readonly recoveredFen: number | null
  readonly avoidedFen: number | null
  readonly unitOpinion: SignedOpinion
  readonly centerOpinion: SignedOpinion
  readonly enclosures: readonly string[]
}

export const closingReport: PaperDefinition<ClosingReportFacts, NoWording> = {
  id: 'closing-report',
  title: '法律援助案件结案报告表',
  formNumber: 21,
  page: PORTRAIT,
  pageNumbers: true,
  build: facts => [
    { kind: 'title', text: '法律援助案件结案报告表' },
    { kind: 'number', label: '案件编号：', number: facts.caseNumber },
    { kind: 'fields', columnsMm: COLUMNS_MM, rows: sparingRows(rowsOf(facts), COLUMNS_MM, PLACE) },
    { kind: 'notes', notes: [`报送：${facts.centerName}`] },
  ],
}

const COLUMNS_MM = [25, 57, 26, 57]
/** The note under the table is 9 mm high. */
const PLACE = { firstMm: textHeightMm(PORTRAIT) - HEAD_MM.plain, nextMm: textHeightMm(PORTRAIT), afterMm: [9] }

function rowsOf(facts: ClosingReportFacts): readonly FieldRow[] {
  return [
    row(9, label('受援人'), value(facts.recipient), label('人员类别'), value(facts.recipientCategories)),
    row(9, label('案　　由'), value(facts.cause, { columns: 3 })),
    row(9, label('案件类型'), value(facts.matterKind), label('案件阶段'), value(facts.stage)),
    row(9, label('援助形式'), choiceCell(facts.aidForms, { columns: 3 })),
    row(9, label('承办单位'), value(facts.unit, { columns: 3 })),
    row(9, label('承办人'), value(facts.handler), label('执业证号'), value(facts.licenceNumber)),
    row(9, label('指派日期'), value(dayOrEmpty(facts.assignedOn)), label('结案日期'), value(dayOrEmpty(facts.closedOn))),
    row(9, label('办案机关'), value(facts.agency), label('办案机关\n案号'), value(facts.agencyNumber)),
    row(9, label('结案依据'), value(facts.closingDocument, { columns: 3 })),
    ...facts.summary.map(summaryRow),
    row(9, label('民事、行政\n案件结果'), choiceCell(facts.civilResults, { columns: 3 })),
    row(9, label('刑事案件\n结果'), choiceCell(facts.criminalResults, { columns: 3 })),
    row(
      9,
      label('取得利益\n（元）'),
      value(money(facts.recoveredFen)),
      label('避免损失\n（元）'),
      value(money(facts.avoidedFen)),
    ),
    longRow(9, label('随附材料'), value(facts.enclosures.join('；'), { columns: 3 })),
    row(13, label('承办人\n签名'), value(BLANK_DATE, { columns: 3, align: 'right' })),
    ...signedRows('承办单位\n意见', '负责人（盖章）', facts.unitOpinion),
    ...signedRows('法律援助\n机构意见', '负责人（盖章）', facts.centerOpinion),
  ]
}

function summaryRow(part: { readonly heading: string; readonly text: string | null }): FieldRow {
  return longRow(24, label(part.heading), narrative(part.text, { columns: 3 }))
}

function signedRows(heading: string, signLabel: string, signed: SignedOpinion): readonly FieldRow[] {
  return opinionRows(heading, 32, { text: signed.text, signLabel, name: signed.name, date: chineseDate(signed.day) }, 3)
}

function dayOrEmpty(day: string | null): string {
  return day === null ? '' : chineseDate(day)
}

function money(fen: number | null): string {
  return fen === null ? '' : yuan(fen)
}
