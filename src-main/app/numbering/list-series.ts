import type { OutputOf } from '../../contract/index.ts'
import { gapsOf } from '../../domain/ledger-gaps.ts'
import { getCenter } from '../../store/center-store.ts'
import { listStatements } from '../../store/number-block-store.ts'
import { type LedgerYear, listLedger, summariseLedger } from '../../store/number-store.ts'
import type { QueryContext } from '../context.ts'
import { describeSeries, type KnownSeries, seriesOfPack } from './known-series.ts'

/**
 * Every series of the pack in force, then those that only the ledger still holds, each with its years. The last number of a year is the
 * text that was drawn, whatever the pattern and the center's short name say today.
 */
export async function listSeries(ctx: QueryContext): Promise<OutputOf<'numbering.series'>> {
  const center = await getCenter(ctx.db)
  const drawn = (await summariseLedger(ctx.db)).filter(row => row.counter > 0)
  const year = Number(ctx.today.slice(0, 4))
  const current: readonly KnownSeries[] = seriesOfPack(ctx.pack, center.shortName, year)
  const packs = [ctx.pack, ...ctx.center.packsUntil(ctx.today).map(one => one.pack)]
  const others = [...new Set(drawn.map(row => row.series))]
    .filter(series => !current.some(one => one.series === series))
    .map(series => describeSeries(series, packs, center, year))
  return Promise.all(
    [...current, ...others].map(async ({ series, label, pattern, example, isCurrent, thisYear }) => ({
      series,
      label,
      pattern,
      example,
      isCurrent: isCurrent && current.some(one => one.series === series),
      thisYear,
      years: await Promise.all(drawn.filter(row => row.series === series).map(row => yearOf(ctx, row))),
    })),
  )
}

async function yearOf(ctx: QueryContext, row: LedgerYear) {
  const held = row.used + row.voided + row.reserved
  return {
    year: row.year,
    counter: row.counter,
    drawn: held,
    voided: row.voided,
    reserved: row.reserved,
    unexplained: held === row.counter ? 0 : await countUnexplained(ctx, row),
    last: row.lastText,
  }
}

/** Only a series with holes is read number by number. */
async function countUnexplained(ctx: QueryContext, { series, year, counter }: LedgerYear): Promise<number> {
  const held = (await listLedger(ctx.db, series, year)).map(one => one.seq)
  const statements = await listStatements(ctx.db, { series, year })
  const gaps = gapsOf(
    held,
    statements.map(one => ({ first: one.first_seq, last: one.last_seq })),
    counter,
  )
  return gaps.reduce((sum, gap) => sum + (gap.statement === null ? gap.last - gap.first + 1 : 0), 0)
}
