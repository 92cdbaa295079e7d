import type { OutputOf } from '../../contract/index.ts'
import { listDraws, listRechecks } from '../../store/recheck-store.ts'
import type { QueryContext } from '../context.ts'
import { ruleWords } from './recheck-rules.ts'

/** Every re-check and every draw (抽查核实), newest first, what is open before the rest. */
export async function listAll(ctx: QueryContext): Promise<OutputOf<'rechecks.list'>> {
  const { recheck } = ctx.pack.hardship
  return {
    rule: recheck ? ruleWords(recheck) : '',
    draws: (await listDraws(ctx.db)).map(one => {
      const population: string[] = JSON.parse(one.population)
      return {
        id: one.id,
        drawnOn: one.drawn_on,
        drawnBy: one.drawer_name,
        drawnAt: one.drawn_at,
        from: one.from_day,
        to: one.to_day,
        seed: one.seed,
        rule: ruleWords({ percent: one.percent, atLeast: one.at_least }),
        population,
        size: one.size,
      }
    }),
    rows: (await listRechecks(ctx.db)).map(one => ({
      id: one.id,
      applicationId: one.application_id,
      applicationNumber: one.number,
      personName: one.person_name,
      cause: one.cause,
      receivedOn: one.received_on,
      reason: one.reason,
      drawId: one.draw_id,
      status: one.status,
      checkedOn: one.checked_on,
      checkedBy: one.checker_name,
      way: one.way,
      finding: one.finding,
      recoverFen: one.recover_fen,
      version: one.version,
    })),
  }
}
