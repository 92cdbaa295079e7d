import type { ClockSubject, ClockView } from '../../contract/common.ts'
import { insertCancellation, listCancellations, restoreCancellation } from '../../store/clock-store.ts'
import { command, type HandlersOf, type QueryContext, query } from '../context.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { subjectClocks } from './subject-clocks.ts'

type Key = { readonly subject: ClockSubject; readonly limit: string }

/** Clocks (期限): one opened, cancelled with a reason, restored. A clock is never deleted. */
export const clockHandlers: HandlersOf<'clocks'> = {
  'clocks.get': query(async (ctx, key) => {
    const { clock, words, openPath } = await findClock(ctx, key)
    const acts = await listCancellations(ctx.db, key.subject.kind, [key.subject.id])
    return {
      clock,
      subjectWords: words,
      openPath,
      knownThrough: ctx.calendar.knownThrough,
      acts: acts
        .filter(one => one.limit === key.limit)
        .flatMap(one => [
          { act: 'cancelled' as const, at: one.at, by: one.by, reason: one.reason },
          ...(one.restored ? [{ act: 'restored' as const, ...one.restored }] : []),
        ]),
    }
  }),
  'clocks.cancel': command(async (ctx, { reason, ...key }) => {
    const { clock, words } = await findClock(ctx, key)
    if (clock.state === 'cancelled')
      throw ruleRefusal('clock-cancelled', `“${clock.label}”期限已经由 ${clock.cancelled?.by} 撤销`, null)
    if (clock.doneOn !== null) throw ruleRefusal('clock-done', `“${clock.label}”已于 ${clock.doneOn} 办结，不用撤销期限`, null)
    const earlier = (await listCancellations(ctx.db, key.subject.kind, [key.subject.id])).find(
      one => one.limit === key.limit && one.restored === null,
    )
    // Of a clock that ran before: the new one takes its place.
    if (earlier) await restoreCancellation(ctx.trx, earlier.id, { reason: '期限已重新起算', by: ctx.actor.userId, at: ctx.now })
    await insertCancellation(
      ctx.trx,
      { limit: key.limit, ...key.subject },
      { id: ctx.newId(), reason, by: ctx.actor.userId, at: ctx.now },
    )
    await ctx.audit({
      subjectKind: key.subject.kind,
      subjectId: key.subject.id,
      summary: `撤销期限“${clock.label}”（${words}）：${reason}`,
      before: { limit: key.limit, lastDay: clock.lastDay, state: clock.state },
      after: { limit: key.limit, state: 'cancelled', reason },
    })
    return {}
  }),
  'clocks.restore': command(async (ctx, { reason, ...key }) => {
    const { clock, words } = await findClock(ctx, key)
    const standing = (await listCancellations(ctx.db, key.subject.kind, [key.subject.id])).find(
      one => one.limit === key.limit && one.restored === null,
    )
    if (clock.state !== 'cancelled' || !standing) throw ruleRefusal('clock-runs', `“${clock.label}”期限没有撤销`, null)
    await restoreCancellation(ctx.trx, standing.id, { reason, by: ctx.actor.userId, at: ctx.now })
    await ctx.audit({
      subjectKind: key.subject.kind,
      subjectId: key.subject.id,
      summary: `恢复期限“${clock.label}”（${words}）：${reason}`,
      before: { limit: key.limit, state: 'cancelled', reason: standing.reason },
      after: { limit: key.limit, reason },
    })
    return {}
  }),
}

async function findClock(
  ctx: QueryContext,
  { subject, limit }: Key,
): Promise<{ readonly clock: ClockView; readonly words: string; readonly openPath: string }> {
  const { clocks, words, openPath } = await subjectClocks(ctx, subject)
  const clock = clocks.find(one => one.limit === limit)
  if (!clock) throw notFound('期限')
  return { clock, words, openPath }
}
