import { choiceCell, label, longRow, narrative, row, value, yesNo } from '../blocks.ts'
import type { Choice, FieldRow, NoWording, PaperDefinition } from '../model.ts'
import { HEAD_MM, PORTRAIT, textHeightMm } from '../model.ts'
import { chineseDate } from '../paper-date.ts'
import { sparingRows } from '../sheet-fit.ts'

/** What a consultation (咨询) register sheet says. Null leaves the place to write in. Days are `YYYY-MM-DD`. */
export type ConsultationRegisterFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly day: string | null
  readonly time: string | null
  readonly channels: readonly Choice[]
  /** The hotline's own number of a call (工单号). */
  readonly callNumber: string | null
  /** The name, or 匿名 with why. */
  readonly name: string | null
  readonly persons: number
  /** Who came on behalf of the person (代为来访): name, relation and telephone, ready to print. */
  readonly agent: string | null
  readonly sex: string | null
  readonly birthDay: string | null
  readonly ethnicity: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly occupation: string | null
  readonly personCategories: readonly Choice[]
  readonly matterKinds: readonly Choice[]
  readonly cause: string | null
  readonly opponent: string | null
  readonly content: string | null
  readonly answer: string | null
  readonly outcomes: readonly Choice[]
  /** Where the person was sent (引导去处). */
  readonly places: string | null
  /** Whether the person was told of the right, conditions and procedure to apply (是否告知申请权利); null when not asked. */
  readonly toldOfRight: boolean | null
  readonly consultant: string | null
  readonly recorder: string | null
}

export const consultationRegister: PaperDefinition<ConsultationRegisterFacts, NoWording> = {
  id: 'consultation-register',
  title: '法律援助咨询登记表',
  formNumber: 1,
  page: PORTRAIT,
  pageNumbers: true,
  build: facts => [
    { kind: 'title', text: '法律援助咨询登记表', under: facts.centerName },
    { kind: 'number', label: '编号：', number: facts.number },
    { kind: 'fields', columnsMm: COLUMNS_MM, rows: sparingRows(rowsOf(facts), COLUMNS_MM, PLACE) },
  ],
}

const COLUMNS_MM = [25, 40, 20, 30, 22, 28]
const PLACE = { firstMm: textHeightMm(PORTRAIT) - HEAD_MM.withUnder, nextMm: textHeightMm(PORTRAIT), afterMm: [] }

function rowsOf(facts: ConsultationRegisterFacts): readonly FieldRow[] {
  return [
    row(
      9,
      label('咨询时间'),
      value(when(facts.day, facts.time), { columns: 2 }),
      label('咨询方式'),
      choiceCell(facts.channels, { columns: 2 }),
    ),
    row(9, label('姓　　名'), value(facts.name), label('性　别'), value(facts.sex), label('民　族'), value(facts.ethnicity)),
    row(9, label('证件号码'), value(facts.idNumber, { columns: 3 }), label('出生日期'), value(facts.birthDay)),
    row(9, label('联系电话'), value(facts.phone, { columns: 3 }), label('职　业'), value(facts.occupation)),
    row(9, label('住　　址'), value(facts.address, { columns: 5 })),
    row(
      9,
      label('代为来访人'),
      value(facts.agent, { columns: 3 }),
      label('来访人数'),
      value(facts.persons > 1 ? `${facts.persons} 人` : null),
    ),
    row(14, label('人员类别'), choiceCell(facts.personCategories, { columns: 5 })),
    row(9, label('事项类型'), choiceCell(facts.matterKinds, { columns: 5 })),
    row(9, label('案　　由'), value(facts.cause, { columns: 2 }), label('对方当事人'), value(facts.opponent, { columns: 2 })),
    ...(facts.callNumber === null ? [] : [row(9, label('12348\n工单号'), value(facts.callNumber, { columns: 5 }))]),
    longRow(40, label('咨询内容'), narrative(facts.content, { columns: 5 })),
    longRow(34, label('答复意见'), narrative(facts.answer, { columns: 5 })),
    row(10, label('处理结果'), choiceCell(facts.outcomes, { columns: 5 })),
    ...(facts.places === null ? [] : [row(9, label('引导去处'), value(facts.places, { columns: 5 }))]),
    row(10, label('已告知申请法律援助的权利、条件和程序', { columns: 3 }), choiceCell(yesNo(facts.toldOfRight), { columns: 3 })),
    row(12, label('解答人'), value(facts.consultant), label('登记人'), value(facts.recorder), label('咨询人\n签名'), value(null)),
  ]
}

function when(day: string | null, time: string | null): string {
  return `${chineseDate(day)}${time === null ? '' : ` ${time}`}`
}
