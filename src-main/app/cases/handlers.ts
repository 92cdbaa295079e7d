import { listCases } from '../../store/case-list-store.ts'
import { cancelledClocks } from '../clocks/cancelled-clocks.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { assign } from './assign.ts'
import { candidates } from './candidates.ts'
import { currentClock } from './case-clocks.ts'
import { changeStage } from './change-stage.ts'
import { getCase } from './get-case.ts'
import { markLifeOrDeath } from './mark-life-or-death.ts'

/** Cases (案件): list, detail, and who handles them. */
export const caseHandlers: HandlersOf<'cases'> = {
  'cases.list': query(async (ctx, filter) => {
    const { rows, total } = await listCases(ctx.db, filter)
    const cancelled = await cancelledClocks(
      ctx,
      'case',
      rows.map(row => row.id),
    )
    return { rows: rows.map(row => ({ ...row, clock: currentClock(ctx, row, cancelled) })), total }
  }),
  'cases.get': query(getCase),
  'cases.candidates': query(candidates),
  'cases.markLifeOrDeath': command(markLifeOrDeath),
  'cases.assign': command(assign),
  'cases.changeStage': command(changeStage),
}
