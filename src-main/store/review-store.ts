import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ReviewOpinionTable } from './schema/decisions.ts'
import type { Database } from './schema.ts'

export async function insertReview(trx: Transaction<Database>, review: ReviewOpinionTable): Promise<void> {
  await trx.insertInto('review_opinion').values(review).execute()
}

/** The review opinions (审查意见) of these applications with who gave them, the newest first. */
export async function listReviews(db: ReadonlyKysely<Database>, applicationIds: readonly string[]) {
  if (applicationIds.length === 0) return []
  return db
    .selectFrom('review_opinion as r')
    .innerJoin('user_account as u', 'u.id', 'r.reviewed_by')
    .selectAll('r')
    .select('u.name as reviewer_name')
    .where('r.application_id', 'in', applicationIds)
    .orderBy('r.reviewed_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
}

export type StoredReview = Awaited<ReturnType<typeof listReviews>>[number]

/** Applications that wait for the decision and nothing else, oldest first. */
export async function listForDecision(db: ReadonlyKysely<Database>, limit: number) {
  return db
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('user_account as registrar', 'registrar.id', 'a.registered_by')
    .selectAll('a')
    .select(['p.name as person_name', 'registrar.name as registrar_name'])
    .where('a.status', '=', 'deciding')
    .orderBy('a.received_on')
    .orderBy('a.id')
    .limit(limit)
    .execute()
}
