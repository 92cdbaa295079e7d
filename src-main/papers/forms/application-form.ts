import { choiceCell, label, longRow, narrative, opinionRows, row, value } from '../blocks.ts'
import type { Block, Choice, FieldRow, PaperDefinition } from '../model.ts'
import { HEAD_MM, PORTRAIT, textHeightMm } from '../model.ts'
import { BLANK_DATE, chineseDate } from '../paper-date.ts'
import { sparingRows, type TablePlace } from '../sheet-fit.ts'

/** The person who applies (申请人), as the form names them. Null leaves the place to write in. */
export type ApplicantFacts = {
  readonly name: string | null
  readonly sex: string | null
  readonly birthDay: string | null
  readonly ethnicity: string | null
  readonly idKind: string | null
  readonly idNumber: string | null
  readonly domicile: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly phone: string | null
  readonly workUnit: string | null
  readonly occupation: string | null
  readonly education: string | null
}

/** The agent (代理人) who applies for somebody else. */
export type AgentFacts = {
  readonly name: string | null
  readonly relation: string | null
  readonly idNumber: string | null
  readonly phone: string | null
}

export type ApplicationFormFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly applicant: ApplicantFacts
  readonly categories: readonly Choice[]
  readonly agent: AgentFacts | null
  readonly agentKinds: readonly Choice[]
  readonly matterKinds: readonly Choice[]
  readonly aidForms: readonly Choice[]
  readonly stages: readonly Choice[]
  readonly cause: string | null
  readonly opponent: string | null
  readonly agency: string | null
  readonly agencyNumber: string | null
  readonly statement: string | null
  readonly hardshipRoutes: readonly Choice[]
  readonly signedOn: string | null
  /** The staff member who filled the form in for the applicant (代填人); null when nobody did. */
  readonly filledBy: string | null
  /** The applicant signs by fingerprint (按指印). */
  readonly isFingerprint: boolean
  /** Those who apply together with the applicant (共同申请人、群体). */
  readonly coApplicants: readonly { readonly name: string; readonly idNumber: string | null; readonly phone: string | null }[]
  /** Where an applicant in custody is held and when the application was passed on (在押、转交); null for one who is free. */
  readonly custody: string | null
  /** The record of the reading (宣读记录), ready to print; null when nothing was read. */
  readonly readingRecord: string | null
  readonly receivedBy: string | null
  readonly receivedOn: string | null
}

/**
 * `undertaking` is the applicant's declaration (承诺), `fraudWarning` what false statements lead to, `filling` who may fill the
 * form in for the applicant, left out when not given.
 */
export type ApplicationFormWording = { readonly undertaking: string; readonly fraudWarning: string; readonly filling?: string }

export const applicationForm: PaperDefinition<ApplicationFormFacts, ApplicationFormWording> = {
  id: 'application-form',
  title: '法律援助申请表',
  formNumber: 2,
  page: PORTRAIT,
  pageNumbers: true,
  build: (facts, wording) => [
    { kind: 'title', text: '法律援助申请表' },
    { kind: 'number', label: '编号：', number: facts.number },
    {
      kind: 'fields',
      columnsMm: COLUMNS_MM,
      rows: sparingRows([...personRows(facts), ...matterRows(facts, wording)], COLUMNS_MM, placeOf(facts)),
    },
    ...readingBlock(facts.readingRecord),
    { kind: 'notes', notes: notes(wording) },
    ...coApplicantList(facts.coApplicants),
  ],
}

const COLUMNS_MM = [24, 33, 22, 29, 22, 35]

/** Below the table stand the record of the reading, the notes, and the list of co-applicants, of which no row breaks. */
function placeOf({ readingRecord, coApplicants }: ApplicationFormFacts): TablePlace {
  const list = coApplicants.length === 0 ? [] : [12 + 9, ...coApplicants.map(() => 9)]
  return {
    firstMm: textHeightMm(PORTRAIT) - HEAD_MM.plain,
    nextMm: textHeightMm(PORTRAIT),
    afterMm: [...(readingRecord === null ? [] : [17]), 24, ...list],
  }
}

/** The record of a reading (宣读记录) as it stands at the foot of the forms that were read. */
export function readingBlock(record: string | null): readonly Block[] {
  return record === null ? [] : [{ kind: 'paragraph', text: record, points: 12, indent: false, beforeMm: 2 }]
}

/** The list of people (共同申请人名单) that follows the form. */
function coApplicantList(people: ApplicationFormFacts['coApplicants']): readonly Block[] {
  if (people.length === 0) return []
  return [
    {
      kind: 'paragraph',
      text: `共同申请人名单（${people.length} 人）`,
      indent: false,
      bold: true,
      points: 14,
      beforeMm: 4,
      withNext: true,
    },
    {
      kind: 'list',
      points: 12,
      rowMm: 9,
      columns: [
        { heading: '序号', widthMm: 15, align: 'center' },
        { heading: '姓名', widthMm: 34, align: 'center' },
        { heading: '证件号码', widthMm: 52 },
        { heading: '联系电话', widthMm: 32 },
        { heading: '签名', widthMm: 32 },
      ],
      rows: people.map((one, index) => ({ cells: [String(index + 1), one.name, one.idNumber ?? '', one.phone ?? '', ''] })),
    },
  ]
}

function personRows(facts: ApplicationFormFacts): readonly FieldRow[] {
  const { applicant, agent } = facts
  return [
    row(
      9,
      label('申请人'),
      value(applicant.name),
      label('性　别'),
      value(applicant.sex),
      label('民　族'),
      value(applicant.ethnicity),
    ),
    row(
      9,
      label('出生日期'),
      value(applicant.birthDay),
      label('文化程度'),
      value(applicant.education),
      label('职　业'),
      value(applicant.occupation),
    ),
    row(9, label('证件种类'), value(applicant.idKind), label('证件号码'), value(applicant.idNumber, { columns: 3 })),
    row(9, label('户籍地'), value(applicant.domicile, { columns: 5 })),
    row(9, label('现住址'), value(applicant.address, { columns: 3 }), label('邮政编码'), value(applicant.postcode)),
    row(9, label('工作单位'), value(applicant.workUnit, { columns: 3 }), label('联系电话'), value(applicant.phone)),
    row(16, label('人员类别'), choiceCell(facts.categories, { columns: 5 })),
    row(9, label('代理人'), value(agent?.name ?? null), label('申请方式'), choiceCell(facts.agentKinds, { columns: 3 })),
    row(
      9,
      label('与申请人\n关系'),
      value(agent?.relation ?? null),
      label('联系电话'),
      value(agent?.phone ?? null, { columns: 3 }),
    ),
    row(9, label('代理人\n证件号码'), value(agent?.idNumber ?? null, { columns: 5 })),
  ]
}

function matterRows(facts: ApplicationFormFacts, wording: ApplicationFormWording): readonly FieldRow[] {
  const undertaking = {
    text: wording.undertaking,
    signLabel: facts.isFingerprint ? '申请人（代理人）按指印' : '申请人（代理人）签名',
    name: null,
    date: chineseDate(facts.signedOn),
  }
  const received = `${facts.receivedBy ?? '　　　　　'}　　${facts.receivedOn === null ? BLANK_DATE : chineseDate(facts.receivedOn)}`
  return [
    row(9, label('事项类型'), choiceCell(facts.matterKinds, { columns: 5 })),
    row(9, label('援助形式'), choiceCell(facts.aidForms, { columns: 5 })),
    row(9, label('案件阶段'), choiceCell(facts.stages, { columns: 5 })),
    row(9, label('案　　由'), value(facts.cause, { columns: 2 }), label('对方当事人'), value(facts.opponent, { columns: 2 })),
    row(
      9,
      label('办案机关'),
      value(facts.agency, { columns: 2 }),
      label('办案机关案号'),
      value(facts.agencyNumber, { columns: 2 }),
    ),
    ...(facts.custody === null ? [] : [row(9, label('在押情况'), value(facts.custody, { columns: 5 }))]),
    row(9, label('经济困难\n情形'), choiceCell(facts.hardshipRoutes, { columns: 5 })),
    longRow(95, label('申请事项\n及理由'), narrative(facts.statement, { columns: 5 })),
    ...opinionRows('申请人\n承诺', 34, undertaking, 5),
    row(9, label('代填人'), value(facts.filledBy, { columns: 2 }), label('接收人'), value(received, { columns: 2 })),
  ]
}

function notes(wording: ApplicationFormWording): readonly string[] {
  const lines = [wording.fraudWarning, wording.filling ?? ''].filter(line => line !== '')
  return ['填表说明：', ...lines.map((line, index) => `${index + 1}. ${line}`)]
}
