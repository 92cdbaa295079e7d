import { z } from 'zod'
import { id, isoDate, nothing, optionalText, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/* Co-operation between centers (异地协作): letters sent, and requests that come (来函协查). */

const desk = ['clerk', 'director'] as const

export const cooperationView = z.object({
  id,
  number: z.string(),
  sentOn: isoDate,
  toCenter: z.string(),
  facts: z.string(),
  items: z.array(z.string()),
  dueOn: isoDate,
  answeredOn: isoDate.nullable(),
  answerKind: z.enum(['answered', 'refused', 'recalled']).nullable(),
  answer: z.string().nullable(),
})

export const cooperationOperations = defineOperations({
  /** A co-operation letter (协作函) to another center; the clock of the decision stands still until it is answered. */
  'cooperation.send': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      sentOn: isoDate,
      toCenter: text('收函中心', 60),
      toContact: optionalText('联系人和电话', 60),
      facts: text('有关情况', 2000),
      items: z.array(text('需要核实的事项', 200)).min(1, '请写明需要核实什么').max(20),
      /** Null: the day the pack gives. */
      dueOn: isoDate.nullable(),
      version,
    }),
    output: z.object({ id, number: z.string(), version }),
  },
  'cooperation.answer': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      answeredOn: isoDate,
      kind: z.enum(['answered', 'refused', 'recalled'], { error: '请选择答复情况' }),
      answer: text('答复内容', 2000),
      version,
    }),
    output: z.object({ version }),
  },
  /** Requests of other centers to this one (来函协查), those without an answer first. */
  'cooperation.incoming': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        id,
        number: z.string(),
        receivedOn: isoDate,
        fromCenter: z.string(),
        letterNumber: z.string().nullable(),
        about: z.string(),
        items: z.array(z.string()),
        dueOn: isoDate.nullable(),
        isOverdue: z.boolean(),
        answeredOn: isoDate.nullable(),
        answerKind: z.enum(['answered', 'refused']).nullable(),
        answer: z.string().nullable(),
        registeredBy: z.string(),
        version,
      }),
    ),
  },
  'cooperation.register': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      receivedOn: isoDate,
      fromCenter: text('来函中心', 60),
      letterNumber: optionalText('来函文号', 60),
      about: text('协查对象和案由', 200),
      items: z.array(text('协查事项', 200)).min(1, '请写明协查什么').max(20),
      dueOn: isoDate.nullable(),
    }),
    output: z.object({ id, number: z.string() }),
  },
  'cooperation.reply': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      answeredOn: isoDate,
      kind: z.enum(['answered', 'refused'], { error: '请选择答复情况' }),
      answer: text('答复内容', 2000),
      version,
    }),
    output: z.object({ version }),
  },
})
