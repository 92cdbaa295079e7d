import { z } from 'zod'
import { applicationStatus } from './applications.ts'
import { id, isoDate, version } from './common.ts'
import { cooperationView } from './cooperation.ts'
import { objectionView } from './objections.ts'
import { defineOperations } from './operation.ts'
import { reviewView } from './reviews.ts'

/* What happens to an application between receipt and the end of the objection (审查、决定、异议), beside the application itself. */

const decisionView = z.object({
  id,
  outcome: z.enum(['granted', 'refused']),
  number: z.string(),
  decidedOn: isoDate,
  decidedBy: z.string(),
  reviewedBy: z.string().nullable(),
  opinion: z.string(),
  aidForms: z.array(z.string()),
  refusalReasons: z.array(z.string()),
  lastDay: isoDate.nullable(),
  daysLate: z.number().int(),
  heldBy: z.string().nullable(),
  heldStep: z.enum(['review', 'decision']).nullable(),
  setAsideOn: isoDate.nullable(),
})

/** Everything about the course (办理经过) of one application that is not in `applications.get`. */
export const applicationCourse = z.object({
  version,
  status: applicationStatus,
  supplement: z
    .object({
      id,
      number: z.string(),
      askedOn: isoDate,
      dueOn: isoDate.nullable(),
      answeredOn: isoDate.nullable(),
      missing: z.array(z.string()),
      /** What has not come yet. */
      outstanding: z.array(z.string()),
      answers: z.array(z.object({ receivedOn: isoDate, items: z.array(z.string()), note: z.string().nullable() })),
      /** The last day has passed without a full answer: deemed withdrawal (视为撤回) may be recorded. */
      mayBeDeemedWithdrawn: z.boolean(),
    })
    .nullable(),
  cooperations: z.array(cooperationView),
  review: reviewView.nullable(),
  reviewRule: z.object({
    requirement: z.enum(['required', 'asked']),
    byDay: z.number().int(),
    dueOn: isoDate.nullable(),
    isOverdue: z.boolean(),
  }),
  /** Who holds an overdue decision; null while it is in time. */
  heldNow: z.object({ name: z.string(), step: z.enum(['review', 'decision']) }).nullable(),
  urgent: z
    .object({
      ground: z.string(),
      limitEndsOn: isoDate.nullable(),
      dueOn: isoDate,
      completedOn: isoDate.nullable(),
      isOverdue: z.boolean(),
      papers: z.array(z.object({ name: z.string(), handedInOn: isoDate.nullable() })),
    })
    .nullable(),
  ending: z
    .object({
      kind: z.enum(['withdrawn', 'deemed-withdrawn', 'handed-over', 'not-ours']),
      on: isoDate.nullable(),
      reason: z.string().nullable(),
      number: z.string().nullable(),
      place: z.string().nullable(),
      placeAddress: z.string().nullable(),
      placePhone: z.string().nullable(),
      receivedHereAt: z.string().nullable(),
      receivedThereAt: z.string().nullable(),
      confirmedOn: isoDate.nullable(),
      confirmedBy: z.string().nullable(),
    })
    .nullable(),
  /** Every decision, the newest first; those that the bureau ordered to be corrected stay. */
  decisions: z.array(decisionView),
  objections: z.array(objectionView),
  /** The last day for filing an objection to the refusal that stands, or null where there is no limit. */
  objectionLastDay: isoDate.nullable(),
})
export type ApplicationCourse = z.infer<typeof applicationCourse>

export const procedureOperations = defineOperations({
  'procedure.get': { kind: 'query', roles: 'staff', input: z.strictObject({ id }), output: applicationCourse },
})
