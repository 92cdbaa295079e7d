import type { ApplicationCourse } from '../../contract/procedure.ts'
import type { StoredReview } from '../../store/review-store.ts'

/** A review opinion (审查意见) as the contract carries it. */
export function reviewViewOf(review: StoredReview): NonNullable<ApplicationCourse['review']> {
  return {
    proposal: review.proposal,
    aidForms: JSON.parse(review.aid_forms),
    reasons: JSON.parse(review.reasons),
    opinion: review.opinion,
    reviewedOn: review.reviewed_on,
    reviewedBy: review.reviewer_name,
  }
}
