import { listLedger, voidNumber } from '../../store/number-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { listSeries } from './list-series.ts'
import { numberSheet } from './number-sheet.ts'

/** The number ledger (编号登记簿): what was drawn, what was voided and why. */
export const numberingHandlers: HandlersOf<'numbering'> = {
  'numbering.series': query(listSeries),
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
  'numbering.sheet': query(numberSheet),
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
