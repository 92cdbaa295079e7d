import { hardshipResult } from '../../contract/hardship.ts'
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listApplications } from '../../store/application-store.ts'
import { listReviewCourses, NEW_COURSE } from '../../store/review-course-store.ts'
import { cancelledClocks } from '../clocks/cancelled-clocks.ts'
import { applicationClock } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'

const verdictShown = hardshipResult.pick({ outcome: true, summary: true })

/** A page of applications with their clocks. */
export async function listApplicationPage(
  ctx: QueryContext,
  filter: ParsedInputOf<'applications.list'>,
): Promise<OutputOf<'applications.list'>> {
  const { rows, total } = await listApplications(ctx.db, filter)
  const ids = rows.map(row => row.id)
  const courses = await listReviewCourses(ctx.db, ids)
  const cancelled = await cancelledClocks(ctx, 'application', ids)
  return {
    rows: rows.map(row => {
      const hardship = verdictShown.parse(JSON.parse(row.hardship_result))
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
        hardship,
        status: row.status,
        clock: applicationClock(ctx, row, courses.get(row.id) ?? NEW_COURSE, cancelled),
        version: row.version,
      }
    }),
    total,
  }
}
