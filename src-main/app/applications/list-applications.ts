import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listApplications, listSupplements } from '../../store/application-store.ts'
import { filterTerms } from '../../store/folded-text.ts'
import { applicationClock } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'
import { assessmentOf } from './application-facts.ts'

/** A page of applications with their clocks. */
export async function listApplicationPage(
  ctx: QueryContext,
  { words, ...filter }: ParsedInputOf<'applications.list'>,
): Promise<OutputOf<'applications.list'>> {
  const { rows, total } = await listApplications(ctx.db, { ...filter, terms: filterTerms(words) })
  const supplements = await listSupplements(
    ctx.db,
    rows.map(row => row.id),
  )
  return {
    rows: rows.map(row => {
      const { outcome, summary } = assessmentOf(row)
      const aidForms: string[] = JSON.parse(row.aid_forms)
      return {
        id: row.id,
        number: row.number,
        receivedOn: row.received_on,
        personId: row.person_id,
        personName: row.person_name,
        matterType: row.matter_type,
        cause: row.cause,
        aidForms,
        opponentName: row.opponent_name,
        hardship: { outcome, summary },
        status: row.status,
        clock: applicationClock(
          ctx,
          row,
          supplements.filter(one => one.applicationId === row.id),
        ),
        version: row.version,
      }
    }),
    total,
  }
}
