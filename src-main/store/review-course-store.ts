import type { ReadonlyKysely } from 'kysely/readonly'
import type { Pause } from '../domain/clock.ts'
import { reviewPauses } from '../domain/review.ts'
import { listSupplements } from './application-store.ts'
import { listCooperations } from './cooperation-store.ts'
import { listReviews, type StoredReview } from './review-store.ts'
import type { Database } from './schema.ts'

/** What moves the clock of a decision, and who has the application in hand. */
export type ReviewCourse = {
  readonly pauses: readonly Pause[]
  /** The newest review opinion (审查意见) since the review began, or began anew. */
  readonly review: StoredReview | null
  /** The day on which the bureau ordered the last decision to be corrected (责令改正): the review began anew. */
  readonly correctedOn: string | null
  /** Who signed the decision that stands. */
  readonly decidedBy: string | null
}

/** Nothing has happened yet. */
export const NEW_COURSE: ReviewCourse = { pauses: [], review: null, correctedOn: null, decidedBy: null }

/** The courses of these applications' reviews by application. */
export async function listReviewCourses(
  db: ReadonlyKysely<Database>,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, ReviewCourse>> {
  if (applicationIds.length === 0) return new Map()
  const supplements = byApplication(await listSupplements(db, applicationIds), one => one.applicationId)
  const cooperations = byApplication(await listCooperations(db, applicationIds), one => one.applicationId)
  const reviews = byApplication(await listReviews(db, applicationIds), one => one.application_id)
  const decisions = await db
    .selectFrom('decision as d')
    .innerJoin('user_account as u', 'u.id', 'd.decided_by')
    .select(['d.application_id', 'd.set_aside_on', 'u.name'])
    .where('d.application_id', 'in', applicationIds)
    .execute()
  const correctedOn = new Map<string, string>()
  const decidedBy = new Map<string, string>()
  for (const one of decisions) {
    if (one.set_aside_on === null) decidedBy.set(one.application_id, one.name)
    else if (one.set_aside_on > (correctedOn.get(one.application_id) ?? '')) correctedOn.set(one.application_id, one.set_aside_on)
  }
  return new Map(
    applicationIds.map(id => {
      const since = correctedOn.get(id) ?? null
      const course: ReviewCourse = {
        pauses: reviewPauses(supplements.get(id) ?? [], cooperations.get(id) ?? []),
        review: reviews.get(id)?.find(one => since === null || one.reviewed_on >= since) ?? null,
        correctedOn: since,
        decidedBy: decidedBy.get(id) ?? null,
      }
      return [id, course]
    }),
  )
}

/** The course of one application's review. */
export async function findReviewCourse(db: ReadonlyKysely<Database>, applicationId: string): Promise<ReviewCourse> {
  return (await listReviewCourses(db, [applicationId])).get(applicationId) ?? NEW_COURSE
}

function byApplication<Row>(rows: readonly Row[], idOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const id = idOf(row)
    const group = found.get(id)
    if (group) group.push(row)
    else found.set(id, [row])
  }
  return found
}
