import type { OutputOf } from '../../../src-main/contract/index.ts'

export type Drawn = OutputOf<'numbering.ledger'>[number]
export type Gap = OutputOf<'numbering.gaps'>['gaps'][number]

/** A line of the ledger (编号登记簿): a number that has a row, or a run of numbers that have none. */
export type LedgerRow =
  | { readonly kind: 'drawn'; readonly seq: number; readonly drawn: Drawn }
  | { readonly kind: 'gap'; readonly seq: number; readonly gap: Gap }

/** Ledger rows and the gaps that no row holds, in the order of the numbers. */
export function ledgerRows(ledger: readonly Drawn[], gaps: readonly Gap[]): readonly LedgerRow[] {
  const drawn = ledger.map((row): LedgerRow => ({ kind: 'drawn', seq: row.seq, drawn: row }))
  const holes = gaps
    .filter(gap => gap.kind === 'explained' || gap.kind === 'unexplained')
    .map((gap): LedgerRow => ({ kind: 'gap', seq: gap.first, gap }))
  return [...drawn, ...holes].toSorted((left, right) => left.seq - right.seq)
}

/** 共 60 号　补录 2　预留 3　作废 1　空号 57. What there is none of is left out, but for voids. */
export function ledgerCounts(rows: readonly LedgerRow[]): string {
  const count = (fits: (row: LedgerRow) => boolean) =>
    rows.reduce((sum, row) => sum + (fits(row) ? (row.kind === 'gap' ? row.gap.last - row.gap.first + 1 : 1) : 0), 0)
  const part = (word: string, number: number) => (number > 0 ? [`${word} ${number}`] : [])
  return [
    `共 ${count(() => true)} 号`,
    ...part(
      '补录',
      count(row => row.kind === 'drawn' && row.drawn.status === 'used' && row.drawn.backReason !== null),
    ),
    ...part(
      '预留',
      count(row => row.kind === 'drawn' && row.drawn.status === 'reserved'),
    ),
    `作废 ${count(row => row.kind === 'drawn' && row.drawn.status === 'void')}`,
    ...part(
      '空号',
      count(row => row.kind === 'gap' && row.gap.kind === 'explained'),
    ),
    ...part(
      '未说明',
      count(row => row.kind === 'gap' && row.gap.kind === 'unexplained'),
    ),
  ].join('　')
}
