import { z } from 'zod'
import { clockTime, code, id, instant, isoDate, optionalText, paging, text, version } from './common.ts'
import { defineOperations } from './operation.ts'
import { personInput } from './people.ts'

/** The consultation register (咨询登记): a visit, call, letter or message, and what came of it. */
export const consultationInput = z.strictObject({
  channel: code,
  receivedOn: isoDate,
  receivedAt: clockTime.nullable(),
  person: personInput,
  /** The known person this is, when the clerk picked one. */
  personId: id.nullable(),
  matterType: code,
  cause: text('案由', 60),
  opponentName: optionalText('对方当事人', 100),
  content: text('咨询内容', 4000),
  answer: optionalText('答复意见', 4000),
  /** Told of the right to apply (已告知权利). No default: the question must be answered. */
  toldOfRight: z.boolean({ error: '请选择是否已告知可申请法律援助' }),
  outcome: code,
  consultantId: id,
})
export type ConsultationInput = z.infer<typeof consultationInput>

export const consultationSummary = z.object({
  id,
  number: z.string(),
  receivedOn: isoDate,
  receivedAt: z.string().nullable(),
  channel: z.string(),
  personId: id,
  personName: z.string(),
  matterType: z.string(),
  cause: z.string(),
  content: z.string(),
  outcome: z.string(),
  consultantName: z.string(),
  applicationId: id.nullable(),
})

export const consultationOperations = defineOperations({
  'consultations.register': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: consultationInput,
    output: z.object({ id, number: z.string(), personId: id, version }),
  },
  'consultations.update': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, consultation: consultationInput, version }),
    output: z.object({ version }),
  },
  'consultations.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: z.object({
      id,
      number: z.string(),
      consultation: consultationInput,
      personId: id,
      applicationId: id.nullable(),
      registeredAt: instant,
      registeredBy: z.string(),
      version,
    }),
  },
  'consultations.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      from: isoDate.nullable().default(null),
      to: isoDate.nullable().default(null),
      channel: code.nullable().default(null),
      outcome: code.nullable().default(null),
      words: z.string().max(60).default(''),
      ...paging,
    }),
    output: z.object({ rows: z.array(consultationSummary), total: z.number().int() }),
  },
})
