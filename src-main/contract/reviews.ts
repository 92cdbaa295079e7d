import { z } from 'zod'
import { clock, code, id, isoDate, nothing, text, version } from './common.ts'
import { hardshipResult } from './hardship.ts'
import { defineOperations } from './operation.ts'

/* The clerk’s review opinion (审查意见) and the director’s queue (批量审批). */

const desk = ['clerk', 'director'] as const

export const reviewView = z.object({
  proposal: z.enum(['grant', 'refuse']),
  aidForms: z.array(z.string()),
  reasons: z.array(z.string()),
  opinion: z.string(),
  reviewedOn: isoDate,
  reviewedBy: z.string(),
})

export const reviewOperations = defineOperations({
  /** The clerk's review opinion (审查意见), form 8. A later one takes the place of an earlier one; all are kept. */
  'reviews.give': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      reviewedOn: isoDate,
      proposal: z.enum(['grant', 'refuse'], { error: '请选择建议给予或建议不予' }),
      aidForms: z.array(code).max(8).default([]),
      reasons: z.array(code).max(8).default([]),
      opinion: text('审查意见', 1000),
      version,
    }),
    output: z.object({ version }),
  },
  /** Applications that wait for the decision, with their opinions, nearest last day first: the director's queue (批量审批). */
  'reviews.queue': {
    kind: 'query',
    roles: desk,
    input: nothing,
    output: z.array(
      z.object({
        id,
        number: z.string(),
        personName: z.string(),
        matterType: z.string(),
        cause: z.string(),
        receivedOn: isoDate,
        aidForms: z.array(z.string()),
        hardship: hardshipResult.pick({ outcome: true, summary: true }),
        review: reviewView.nullable(),
        clock: clock.nullable(),
        /** Why it cannot be granted from the list, or null. */
        blockedBecause: z.string().nullable(),
        version,
      }),
    ),
  },
})
