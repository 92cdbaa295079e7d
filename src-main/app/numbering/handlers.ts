import { formatNumber } from '../../domain/numbering.ts'
import { getCenter } from '../../store/center-store.ts'
import { listLedger, summariseLedger, voidNumber } from '../../store/number-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { notFound } from '../refusal.ts'

/** The number ledger (编号登记簿): what was drawn, what was voided and why. */
export const numberingHandlers: HandlersOf<'numbering'> = {
  'numbering.series': query(async ({ db, pack, today }) => {
    const { shortName } = await getCenter(db)
    const drawn = await summariseLedger(db)
    const year = Number(today.slice(0, 4))
    const kindWords = pack.codes.matterTypes.map(type => type.numberWord)
    return pack.numberSeries.flatMap(series => {
      const kinds: (string | null)[] = series.perKind ? kindWords : [null]
      return kinds.map(kind => {
        const id = kind === null ? series.id : `${series.id}:${kind}`
        const text = (seq: number, of: number) => formatNumber(series, { short: shortName, kind: kind ?? '', year: of, seq })
        return {
          series: id,
          label: kind === null ? series.label : `${series.label}（${kind}）`,
          pattern: series.pattern,
          example: text(1, year),
          years: drawn
            .filter(row => row.series === id)
            .map(row => ({ year: row.year, drawn: row.drawn, voided: row.voided ?? 0, last: text(row.last_seq, row.year) })),
        }
      })
    })
  }),
  'numbering.ledger': query(async ({ db }, { series, year }) =>
    (await listLedger(db, series, year)).map(row => ({
      seq: row.seq,
      text: row.text,
      status: row.status,
      drawnAt: row.drawn_at,
      drawnBy: row.drawn_by_name,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      voidReason: row.void_reason,
    })),
  ),
  'numbering.void': command(async (ctx, { text, reason }) => {
    const isVoided = await voidNumber(ctx.trx, text, reason, ctx.now, ctx.actor.userId)
    if (!isVoided) throw notFound(`在用的编号 ${text}`)
    await ctx.audit({
      subjectKind: 'number',
      subjectId: text,
      summary: `作废编号 ${text}：${reason}`,
      before: { status: 'used' },
      after: { status: 'void', reason },
    })
    return {}
  }),
}
