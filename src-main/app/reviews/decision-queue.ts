import { hardshipResult } from '../../contract/hardship.ts'
import type { OutputOf } from '../../contract/index.ts'
import { listCooperations } from '../../store/cooperation-store.ts'
import { listReviewCourses, NEW_COURSE } from '../../store/review-course-store.ts'
import { listForDecision } from '../../store/review-store.ts'
import { cancelledClocks } from '../clocks/cancelled-clocks.ts'
import { applicationClock, packOfRow } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'
import { grantBlockedBecause } from '../decisions/may-decide.ts'
import { reviewViewOf } from './review-view.ts'

/** Most applications that the queue shows; a county has a few dozen open at a time. */
const MOST_ROWS = 500

/** Applications that wait for the decision, nearest last day first, with what keeps one from being granted in passing. */
export async function decisionQueue(ctx: QueryContext): Promise<OutputOf<'reviews.queue'>> {
  const rows = await listForDecision(ctx.db, MOST_ROWS)
  const ids = rows.map(row => row.id)
  const courses = await listReviewCourses(ctx.db, ids)
  const cancelled = await cancelledClocks(ctx, 'application', ids)
  const letters = (await listCooperations(ctx.db, ids)).filter(one => one.answeredOn === null)
  const found = rows.map(row => {
    const course = courses.get(row.id) ?? NEW_COURSE
    const aidForms: string[] = JSON.parse(row.aid_forms)
    const { outcome, summary } = hardshipResult.parse(JSON.parse(row.hardship_result))
    return {
      id: row.id,
      number: row.number,
      personName: row.person_name,
      matterType: row.matter_type,
      cause: row.cause,
      receivedOn: row.received_on,
      aidForms,
      hardship: { outcome, summary },
      review: course.review && reviewViewOf(course.review),
      clock: applicationClock(ctx, row, course, cancelled),
      blockedBecause: grantBlockedBecause({
        rules: packOfRow(ctx, row.pack_version).procedure,
        hardshipOutcome: outcome,
        review: course.review,
        openLetters: letters.filter(one => one.applicationId === row.id).map(one => one.number),
      }),
      version: row.version,
    }
  })
  return found.sort((one, other) => (one.clock?.lastDay ?? '9999').localeCompare(other.clock?.lastDay ?? '9999'))
}
