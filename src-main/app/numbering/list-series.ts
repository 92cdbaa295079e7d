import type { OutputOf } from '../../contract/index.ts'
import { getCenter } from '../../store/center-store.ts'
import { summariseLedger } from '../../store/number-store.ts'
import type { QueryContext } from '../context.ts'
import { describeSeries, seriesOfPack } from './known-series.ts'

/**
 * Every series of the pack in force, then those that only the ledger still holds, each with its years. The last number of a year is the
 * text that was drawn, whatever the pattern and the center's short name say today.
 */
export async function listSeries(ctx: QueryContext): Promise<OutputOf<'numbering.series'>> {
  const center = await getCenter(ctx.db)
  const drawn = await summariseLedger(ctx.db)
  const year = Number(ctx.today.slice(0, 4))
  const current = seriesOfPack(ctx.pack, center.shortName, year)
  const packs = [ctx.pack, ...ctx.center.open.packs.map(one => one.pack)]
  const others = [...new Set(drawn.map(row => row.series))]
    .filter(series => !current.some(one => one.series === series))
    .map(series => describeSeries(series, packs, center, year))
  return [...current, ...others].map(one => ({
    ...one,
    years: drawn
      .filter(row => row.series === one.series)
      .map(row => ({ year: row.year, drawn: row.drawn, voided: row.voided, last: row.lastText })),
  }))
}
