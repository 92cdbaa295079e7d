import type { ListRow, NoWording, Origin, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { originFoot } from './origin-foot.ts'

/** A number of a series (编号): used, a gap (空号) or voided (作废). A gap and a void carry their reason. */
export type NumberListRow = {
  readonly number: string
  readonly state: 'used' | 'gap' | 'void'
  readonly day: string | null
  readonly usedFor: string
  readonly maker: string
  readonly reason: string
}

export type NumberListFacts = {
  readonly centerName: string
  readonly series: string
  readonly year: string
  readonly rows: readonly NumberListRow[]
  readonly madeBy: string | null
  readonly checkedBy: string | null
  readonly origin: Origin
}

const STATES = { used: '使用', gap: '空号', void: '作废' } as const satisfies Record<NumberListRow['state'], string>

export const numberList: PaperDefinition<NumberListFacts, NoWording> = {
  id: 'number-list',
  title: '编号清单',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    { kind: 'title', text: '编号清单', under: `${facts.centerName}　${facts.series}　${facts.year}年` },
    { kind: 'paragraph', text: summary(facts.rows), indent: false, points: 12, withNext: true },
    {
      kind: 'list',
      points: 10.5,
      rowMm: 8,
      columns: [
        { heading: '序号', widthMm: 12, align: 'center' },
        { heading: '编号', widthMm: 44 },
        { heading: '状态', widthMm: 13, align: 'center' },
        { heading: '日期', widthMm: 25, align: 'center' },
        { heading: '用于', widthMm: 28 },
        { heading: '取号人', widthMm: 16, align: 'center' },
        { heading: '空号、作废原因', widthMm: 27 },
      ],
      rows: facts.rows.map(numberRow),
    },
    {
      kind: 'signatures',
      signers: [
        { label: '制表', name: facts.madeBy },
        { label: '复核', name: facts.checkedBy },
      ],
    },
  ],
}

function numberRow(row: NumberListRow, index: number): ListRow {
  const bold = row.state !== 'used'
  return { bold, cells: [String(index + 1), row.number, STATES[row.state], row.day ?? '', row.usedFor, row.maker, row.reason] }
}

function summary(rows: readonly NumberListRow[]): string {
  const counted = (state: NumberListRow['state']) => rows.filter(row => row.state === state).length
  return `共 ${rows.length} 号：使用 ${counted('used')} 号，空号 ${counted('gap')} 号，作废 ${counted('void')} 号。`
}
