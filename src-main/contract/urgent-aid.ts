import { z } from 'zod'
import { code, id, isoDate, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/* Prior aid (先行提供法律援助): aid first, the papers later. */

const desk = ['clerk', 'director'] as const

export const urgentAidOperations = defineOperations({
  /** Prior aid (先行提供): the director decides to provide before the papers are there; the case opens with the mark. */
  'urgentAid.provide': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({
      applicationId: id,
      decidedOn: isoDate,
      ground: code,
      /** The day on which the limitation or time limit ends, for the ground that rests on it. */
      limitEndsOn: isoDate.nullable(),
      aidForms: z.array(code).min(1, '请选择援助形式').max(8),
      opinion: text('审批意见', 1000),
      owed: z.array(text('要补办的手续、材料', 60)).min(1, '请写明要补办什么').max(30),
      /** Null: the day the pack gives. */
      dueOn: isoDate.nullable(),
      withSeal: z.boolean().default(false),
      version,
    }),
    output: z.object({ decisionNumber: z.string(), caseId: id, caseNumber: z.string(), paperId: id }),
  },
  'urgentAid.handIn': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      handedInOn: isoDate,
      papers: z.array(z.string()).min(1, '请勾选收到什么').max(30),
      version,
    }),
    output: z.object({ version, isComplete: z.boolean() }),
  },
})
