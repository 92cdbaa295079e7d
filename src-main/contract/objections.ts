import { z } from 'zod'
import { clock, id, isoDate, optionalText, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/* Objections (异议) to a refusal, up to the bureau’s answer. */

const desk = ['clerk', 'director'] as const

export const objectionView = z.object({
  id,
  number: z.string(),
  filedOn: isoDate,
  reasons: z.string(),
  filingLastDay: isoDate.nullable(),
  lateReason: z.string().nullable(),
  bureauReceivedOn: isoDate,
  answeredOn: isoDate.nullable(),
  answerResult: z.enum(['upheld', 'corrected']).nullable(),
  answerNumber: z.string().nullable(),
  answerNote: z.string().nullable(),
  clock: clock.nullable(),
})

export const objectionOperations = defineOperations({
  /** An objection (异议) to the refusal that stands, passed to the bureau. A late one is recorded with the reason for taking it. */
  'objections.file': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      filedOn: isoDate,
      bureauReceivedOn: isoDate,
      reasons: text('异议理由', 2000),
      lateReason: optionalText('逾期提出的情况', 300),
      version,
    }),
    output: z.object({ id, number: z.string(), version }),
  },
  /** The bureau's answer (异议审查决定): upheld, or the center is ordered to correct and decides again. */
  'objections.answer': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      answeredOn: isoDate,
      result: z.enum(['upheld', 'corrected'], { error: '请选择审查结果' }),
      answerNumber: text('异议审查决定书文号', 60),
      note: optionalText('决定要点', 1000),
      version,
    }),
    output: z.object({ version }),
  },
})
