import type { ListRow, NoWording, Origin, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { originFoot } from './origin-foot.ts'

/**
 * A number of a series (编号) or a run of neighbours: used, reserved and unused (预留未用), a gap that is explained (空号), one that is not,
 * or voided (作废). All but used ones carry their reason.
 */
export type NumberListRow = {
  readonly number: string
  readonly state: 'used' | 'reserved' | 'gap' | 'unexplained' | 'void'
  /** How many numbers the row stands for; 1 when not given. */
  readonly count?: number
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

export const NUMBER_STATES = {
  used: '使用',
  reserved: '预留',
  gap: '空号',
  unexplained: '未说明',
  void: '作废',
} as const satisfies Record<NumberListRow['state'], string>

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
        { heading: '序号', widthMm: 11, align: 'center' },
        { heading: '编号', widthMm: 46 },
        { heading: '状态', widthMm: 13, align: 'center' },
        { heading: '日期', widthMm: 21, align: 'center' },
        { heading: '用于', widthMm: 32 },
        { heading: '取号人', widthMm: 15, align: 'center' },
        { heading: '空号、作废、补录原因', widthMm: 27 },
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
  return {
    bold,
    cells: [String(index + 1), row.number, NUMBER_STATES[row.state], row.day ?? '', row.usedFor, row.maker, row.reason],
  }
}

/** 共 60 号：使用 58 号，空号 1 号，作废 1 号. States without a number are left out, but for gaps and voids, which are asked for. */
export function summary(rows: readonly NumberListRow[]): string {
  const counted = (state: NumberListRow['state'] | null) =>
    rows.reduce((sum, row) => sum + (state === null || row.state === state ? (row.count ?? 1) : 0), 0)
  const parts = [
    `使用 ${counted('used')} 号`,
    ...(counted('reserved') > 0 ? [`预留未用 ${counted('reserved')} 号`] : []),
    `空号 ${counted('gap') + counted('unexplained')} 号${counted('unexplained') > 0 ? `（未说明 ${counted('unexplained')} 号）` : ''}`,
    `作废 ${counted('void')} 号`,
  ]
  return `共 ${counted(null)} 号：${parts.join('，')}。`
}
