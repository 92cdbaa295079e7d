import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { gapsOf } from '../../domain/ledger-gaps.ts'
import { listBlocks, listStatements } from '../../store/number-block-store.ts'
import { counterOf, listLedger } from '../../store/number-store.ts'
import type { QueryContext } from '../context.ts'

type Report = OutputOf<'numbering.gaps'>
export type GapRow = Report['gaps'][number]

const NOTHING = { text: null, reason: null, holder: null, by: null, at: null, blockId: null, statementId: null } as const

/**
 * Every number from 1 to the counter of a series and year that nothing in use accounts for (空号说明), in order: voided ones, unused ones of
 * blocks, those that a statement of the director explains, and those that nothing explains.
 */
export async function gapReport(ctx: Pick<QueryContext, 'db'>, place: ParsedInputOf<'numbering.gaps'>): Promise<Report> {
  const ledger = await listLedger(ctx.db, place.series, place.year)
  const blocks = await listBlocks(ctx.db, place)
  const statements = (await listStatements(ctx.db, place)).map(row => ({ ...row, first: row.first_seq, last: row.last_seq }))
  const counter = await counterOf(ctx.db, place.series, place.year)
  const missing = gapsOf(
    ledger.map(row => row.seq),
    statements,
    counter,
  ).map(({ first, last, statement }): GapRow => {
    if (statement === null) return { ...NOTHING, kind: 'unexplained', first, last }
    const { reason, stated_by_name: by, stated_at: at, id: statementId } = statement
    return { ...NOTHING, kind: 'explained', first, last, reason, by, at, statementId }
  })
  const rows: GapRow[] = [...missing]
  for (const row of ledger) {
    if (row.status === 'void')
      rows.push({
        ...NOTHING,
        kind: 'void',
        first: row.seq,
        last: row.seq,
        text: row.text,
        reason: row.void_reason,
        by: row.voided_by_name,
        at: row.voided_at,
        blockId: row.block_id,
      })
    if (row.status !== 'reserved') continue
    const block = blocks.find(one => one.id === row.block_id)
    const before = rows.at(-1)
    if (before?.kind === 'reserved' && before.blockId === row.block_id && before.last === row.seq - 1) {
      rows[rows.length - 1] = { ...before, last: row.seq, text: null }
      continue
    }
    rows.push({
      ...NOTHING,
      kind: 'reserved',
      first: row.seq,
      last: row.seq,
      text: row.text,
      reason: block?.reason ?? null,
      holder: block?.holder ?? null,
      by: block?.reserved_by_name ?? row.drawn_by_name,
      at: block?.reserved_at ?? row.drawn_at,
      blockId: row.block_id,
    })
  }
  const gaps = rows.toSorted((left, right) => left.first - right.first)
  const unexplained = gaps.reduce((sum, gap) => sum + (gap.kind === 'unexplained' ? gap.last - gap.first + 1 : 0), 0)
  return { counter: Math.max(counter, ledger.at(-1)?.seq ?? 0), unexplained, gaps }
}
