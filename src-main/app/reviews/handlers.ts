import { command, type HandlersOf, query } from '../context.ts'
import { decisionQueue } from './decision-queue.ts'
import { giveReview } from './give-review.ts'

/** The clerk's review (审查) and the director's queue. */
export const reviewHandlers: HandlersOf<'reviews'> = {
  'reviews.give': command(giveReview),
  'reviews.queue': query(async ctx => decisionQueue(ctx)),
}
