import { listLedger, voidNumber } from '../../store/number-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { placeOfOldNumber } from './back-entry.ts'
import { countFor } from './draw-number.ts'
import { explainGap, withdrawExplanation } from './explain-gap.ts'
import { gapReport } from './gap-report.ts'
import { listSeries } from './list-series.ts'
import { blockSheet, blocksOf, releaseBlock, reserveBlock } from './number-blocks.ts'
import { gapSheet, numberSheet } from './number-sheet.ts'

/** The number ledger (编号登记簿): what was drawn, reserved, entered late and voided, and what explains every hole. */
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
      datedOn: row.dated_on,
      backReason: row.back_reason,
      parent: row.parent_text,
      blockId: row.block_id,
    })),
  ),
  'numbering.gaps': query(gapReport),
  'numbering.sheet': query(numberSheet),
  'numbering.gapSheet': query(gapSheet),
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
  'numbering.explain': command(explainGap),
  'numbering.withdrawExplanation': command(withdrawExplanation),
  'numbering.reserve': command(reserveBlock),
  'numbering.blocks': query(blocksOf),
  'numbering.blockSheet': query(blockSheet),
  'numbering.release': command(releaseBlock),
  'numbering.checkBackEntry': query(async (ctx, { seriesId, day, matterType, stage, number }) => {
    const rules = ctx.pack.numberSeries.find(one => one.id === seriesId)
    if ((rules?.perKind && matterType === null) || (rules?.perStage && stage === null))
      return { text: null, problem: null, note: '先选案件类型和阶段' }
    const count = await countFor(ctx, seriesId, day, { matterType: matterType ?? undefined, stage: stage ?? undefined })
    const place = await placeOfOldNumber(ctx, count, number)
    return place.problem === null
      ? { text: place.text, problem: null, note: place.note }
      : { text: null, problem: place.problem, note: null }
  }),
}
