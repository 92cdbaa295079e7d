import { formatNumber } from '../../domain/numbering.ts'
import { getCenter } from '../../store/center-store.ts'
import { drawNumber } from '../../store/number-store.ts'
import type { CommandContext } from '../context.ts'

/**
 * Draws the next number of one of the pack's series for a subject, in this command's transaction. The year is that of `day`, so that an
 * old file entered late gets its true year. `kind` is the word for the matter (民, 刑 …) where the series counts each kind apart.
 */
export async function drawSeriesNumber(
  ctx: CommandContext,
  seriesId: string,
  day: string,
  subject: { readonly kind: string; readonly id: string },
  kind: string | null = null,
): Promise<string> {
  const series = ctx.pack.numberSeries.find(one => one.id === seriesId)
  if (!series) throw new Error(`The rule pack has no number series ${seriesId}`)
  const { shortName } = await getCenter(ctx.db)
  const year = Number(day.slice(0, 4))
  const ledgerSeries = series.perKind && kind !== null ? `${series.id}:${kind}` : series.id
  const format = (seq: number) => formatNumber(series, { short: shortName, kind: kind ?? '', year, seq })
  return drawNumber(ctx.trx, ledgerSeries, series.reset === 'never' ? 0 : year, format, {
    subjectKind: subject.kind,
    subjectId: subject.id,
    drawnAt: ctx.now,
    drawnBy: ctx.actor.userId,
  })
}
