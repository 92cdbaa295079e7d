import type { ListRow, NoWording, Origin, PaperDefinition } from '../model.ts'
import { LANDSCAPE } from '../model.ts'
import { originFoot } from './origin-foot.ts'

/** An entry of the consultation register (咨询登记簿). Phones come masked; a voided entry carries its reason instead of its content. */
export type ConsultationListRow = {
  readonly number: string
  readonly day: string
  readonly time: string | null
  readonly channel: string
  readonly callNumber: string | null
  readonly name: string
  readonly persons: number
  /** Who came on behalf of the person, ready to print; null when nobody did. */
  readonly agent: string | null
  readonly phone: string | null
  readonly matter: string
  readonly cause: string
  readonly content: string
  readonly answer: string | null
  readonly outcome: string
  readonly places: string
  readonly toldOfRight: boolean
  readonly consultant: string
  readonly voidReason: string | null
}

export type ConsultationListFacts = {
  readonly centerName: string
  /** The days it covers, ready to print. */
  readonly period: string
  /** What it is narrowed to, ready to print; empty for the whole register. */
  readonly narrowed: string
  readonly rows: readonly ConsultationListRow[]
  readonly madeBy: string | null
  readonly checkedBy: string | null
  readonly origin: Origin
}

export const consultationList: PaperDefinition<ConsultationListFacts, NoWording> = {
  id: 'consultation-list',
  title: '法律援助咨询登记簿',
  formNumber: null,
  page: LANDSCAPE,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    {
      kind: 'title',
      text: '法律援助咨询登记簿',
      under: [facts.centerName, facts.period, facts.narrowed].filter(Boolean).join('　'),
    },
    { kind: 'paragraph', text: summary(facts.rows), indent: false, points: 10.5, withNext: true },
    {
      kind: 'list',
      points: 9,
      rowMm: 8,
      columns: [
        { heading: '序号', widthMm: 9, align: 'center' },
        { heading: '编号', widthMm: 24 },
        { heading: '日期、时间', widthMm: 19, align: 'center' },
        { heading: '方式', widthMm: 17, align: 'center' },
        { heading: '来访人', widthMm: 23 },
        { heading: '联系电话', widthMm: 23, align: 'center' },
        { heading: '事项、案由', widthMm: 27 },
        { heading: '咨询内容', widthMm: 49 },
        { heading: '答复意见', widthMm: 31 },
        { heading: '办理结果', widthMm: 17, align: 'center' },
        { heading: '告知\n权利', widthMm: 9, align: 'center' },
        { heading: '接待人', widthMm: 13, align: 'center' },
      ],
      rows: facts.rows.map(listRow),
    },
    {
      kind: 'signatures',
      points: 12,
      signers: [
        { label: '制表', name: facts.madeBy },
        { label: '复核', name: facts.checkedBy },
      ],
    },
  ],
}

function listRow(row: ConsultationListRow, index: number): ListRow {
  const isVoid = row.voidReason !== null
  const visitor = [row.name, row.persons > 1 ? `等 ${row.persons} 人` : '', row.agent === null ? '' : `（${row.agent}代）`]
  return {
    bold: isVoid,
    cells: [
      String(index + 1),
      row.number,
      [row.day, row.time ?? ''].filter(Boolean).join('\n'),
      [row.channel, row.callNumber ?? ''].filter(Boolean).join('\n'),
      visitor.filter(Boolean).join(''),
      row.phone ?? '',
      `${row.matter}\n${row.cause}`,
      isVoid ? `作废：${row.voidReason}` : row.content,
      isVoid ? '' : (row.answer ?? ''),
      isVoid ? '作废' : [row.outcome, row.places].filter(Boolean).join('\n'),
      isVoid ? '' : row.toldOfRight ? '是' : '否',
      row.consultant,
    ],
  }
}

/** 共 n 条, by channel and outcome, voided ones apart. */
function summary(rows: readonly ConsultationListRow[]): string {
  const standing = rows.filter(row => row.voidReason === null)
  const tally = (of: (row: ConsultationListRow) => string) => {
    const counts = new Map<string, number>()
    for (const row of standing) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1)
    return [...counts].map(([word, count]) => `${word} ${count}`).join('、')
  }
  const people = standing.reduce((sum, row) => sum + row.persons, 0)
  const voided = rows.length - standing.length
  return [
    `共 ${standing.length} 件 ${people} 人次`,
    ...(standing.length === 0
      ? []
      : [
          `方式：${tally(row => row.channel)}`,
          `结果：${tally(row => row.outcome)}`,
          `已告知权利 ${standing.filter(row => row.toldOfRight).length}`,
        ]),
    ...(voided === 0 ? [] : [`另作废 ${voided} 件`]),
  ].join('；')
}
