import { choiceCell, label, longRow, narrative, opinionRows, row, value } from '../blocks.ts'
import { yuan } from '../capital-amount.ts'
import { fieldsHeightMm, listCellMm } from '../field-grid.ts'
import type { Choice, FieldRow, PaperDefinition } from '../model.ts'
import { HEAD_MM, PORTRAIT, textHeightMm } from '../model.ts'
import { chineseDate } from '../paper-date.ts'
import { sparingRows, type TablePlace } from '../sheet-fit.ts'
import { readingBlock } from './application-form.ts'

/** A member of the household (家庭成员) with the monthly income in fen; null amounts are left to write in. */
export type HouseholdMember = {
  readonly name: string
  readonly relation: string
  readonly age: number | null
  readonly occupation: string
  readonly incomeSource: string
  readonly monthlyIncomeFen: number | null
}

export type HardshipStatementFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly applicant: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly cause: string | null
  readonly address: string | null
  readonly members: readonly HouseholdMember[]
  readonly outlays: string | null
  readonly property: string | null
  readonly debts: string | null
  /** Grounds on which the check is waived (免予核查情形). */
  readonly exemptions: readonly Choice[]
  readonly signedOn: string | null
  /** The record of the reading (宣读记录), ready to print; null when nothing was read. */
  readonly readingRecord: string | null
}

/** `undertaking` is the personal integrity undertaking (个人诚信承诺), `fraudWarning` what a false one leads to. */
export type HardshipStatementWording = { readonly undertaking: string; readonly fraudWarning: string }

/** Rows kept for the household even when fewer people live in it. */
const LEAST_MEMBER_ROWS = 5
const ROW_MM = 9
const SOURCE_MM = 34
/** The line over the household's list, with the space above it. */
const CAPTION_MM = 10

export const hardshipStatement: PaperDefinition<HardshipStatementFacts, HardshipStatementWording> = {
  id: 'hardship-statement',
  title: '经济困难状况说明表',
  formNumber: 4,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '经济困难状况说明表' },
    { kind: 'number', label: '编号：', number: facts.number },
    { kind: 'fields', columnsMm: APPLICANT_COLUMNS_MM, rows: applicantRows(facts) },
    { kind: 'paragraph', text: '共同生活的家庭成员及月收入（元）', indent: false, points: 12, beforeMm: 2, withNext: true },
    {
      kind: 'list',
      points: 12,
      rowMm: ROW_MM,
      columns: [
        { heading: '姓名', widthMm: 32, align: 'center' },
        { heading: '与申请人关系', widthMm: 30, align: 'center' },
        { heading: '年龄', widthMm: 15, align: 'center' },
        { heading: '职业', widthMm: 30, align: 'center' },
        { heading: '收入来源', widthMm: SOURCE_MM },
        { heading: '月收入', widthMm: 24, align: 'right' },
      ],
      rows: [
        ...facts.members.map(memberRow),
        ...Array.from({ length: Math.max(0, LEAST_MEMBER_ROWS - facts.members.length) }, blankRow),
      ],
    },
    {
      kind: 'fields',
      columnsMm: STATEMENT_COLUMNS_MM,
      beforeMm: 3,
      rows: sparingRows(statementRows(facts, wording), STATEMENT_COLUMNS_MM, placeOf(facts)),
    },
    ...readingBlock(facts.readingRecord),
    { kind: 'notes', notes: [`注：${wording.fraudWarning}`] },
  ],
}

const APPLICANT_COLUMNS_MM = [25, 57, 25, 58]
const STATEMENT_COLUMNS_MM = [25, 140]

function applicantRows(facts: HardshipStatementFacts): readonly FieldRow[] {
  return [
    row(9, label('申请人'), value(facts.applicant), label('联系电话'), value(facts.phone)),
    row(9, label('证件号码'), value(facts.idNumber), label('案　　由'), value(facts.cause)),
    row(9, label('住　　址'), value(facts.address, { columns: 3 })),
  ]
}

function statementRows(facts: HardshipStatementFacts, wording: HardshipStatementWording): readonly FieldRow[] {
  return [
    longRow(18, label('主要支出'), narrative(facts.outlays)),
    longRow(18, label('财产状况'), narrative(facts.property)),
    longRow(14, label('负债情况'), narrative(facts.debts)),
    row(12, label('免予核查\n情形'), choiceCell(facts.exemptions)),
    ...opinionRows('个人诚信\n承诺', 36, {
      text: wording.undertaking,
      signLabel: '申请人（代理人）签名',
      name: null,
      date: chineseDate(facts.signedOn),
    }),
  ]
}

/** The statement stands below the applicant and the household, and above the record of the reading and the note. */
function placeOf(facts: HardshipStatementFacts): TablePlace {
  const members = facts.members.map(member => Math.max(ROW_MM, listCellMm(member.incomeSource, SOURCE_MM, 12)))
  const blanks = ROW_MM * Math.max(0, LEAST_MEMBER_ROWS - members.length)
  const household = CAPTION_MM + ROW_MM + members.reduce((sum, height) => sum + height, blanks)
  const nextMm = textHeightMm(PORTRAIT)
  const above = HEAD_MM.plain + fieldsHeightMm(applicantRows(facts), APPLICANT_COLUMNS_MM, 12) + household + 3
  return { firstMm: nextMm - (above % nextMm), nextMm, afterMm: [facts.readingRecord === null ? 9 : 26] }
}

function memberRow(member: HouseholdMember): { readonly cells: readonly string[] } {
  const income = member.monthlyIncomeFen === null ? '' : yuan(member.monthlyIncomeFen)
  return {
    cells: [
      member.name,
      member.relation,
      member.age === null ? '' : String(member.age),
      member.occupation,
      member.incomeSource,
      income,
    ],
  }
}

function blankRow(): { readonly cells: readonly string[] } {
  return { cells: ['', '', '', '', '', ''] }
}
