import type { NoWording, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { NUMBER_STATES, type NumberListFacts } from './number-list.ts'
import { originFoot } from './origin-foot.ts'

/** 空号说明 of one series and year: every number from 1 that nothing in use accounts for, with what explains it. */
export const numberGaps: PaperDefinition<NumberListFacts, NoWording> = {
  id: 'number-gaps',
  title: '空号说明',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    { kind: 'title', text: '空号说明', under: `${facts.centerName}　${facts.series}　${facts.year}年` },
    { kind: 'paragraph', text: opening(facts), indent: false, points: 12, withNext: true },
    {
      kind: 'list',
      points: 10.5,
      rowMm: 8,
      columns: [
        { heading: '编号', widthMm: 46 },
        { heading: '个数', widthMm: 12, align: 'center' },
        { heading: '状态', widthMm: 15, align: 'center' },
        { heading: '说明', widthMm: 48 },
        { heading: '说明人', widthMm: 18, align: 'center' },
        { heading: '日期', widthMm: 26, align: 'center' },
      ],
      rows: facts.rows.map(row => ({
        bold: row.state === 'unexplained',
        cells: [row.number, String(row.count ?? 1), NUMBER_STATES[row.state], row.reason, row.maker, row.day ?? ''],
      })),
    },
    {
      kind: 'signatures',
      signers: [
        { label: '制表', name: facts.madeBy },
        { label: '主任', name: facts.checkedBy },
      ],
    },
  ],
}

function opening({ rows }: NumberListFacts): string {
  if (rows.length === 0) return '各号连续使用，没有空号。'
  const counted = (states: readonly string[]) =>
    rows.reduce((sum, row) => sum + (states.includes(row.state) ? (row.count ?? 1) : 0), 0)
  return [
    `作废 ${counted(['void'])} 号`,
    `预留未用 ${counted(['reserved'])} 号`,
    `已说明的空号 ${counted(['gap'])} 号`,
    `未说明的空号 ${counted(['unexplained'])} 号`,
  ].join('，')
}
