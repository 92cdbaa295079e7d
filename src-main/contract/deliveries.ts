import { z } from 'zod'
import { code, id, isoDate, optionalText, text } from './common.ts'
import { defineOperations } from './operation.ts'

/* How papers reached their addressees (送达). */

const desk = ['clerk', 'director'] as const

const subjectOfPapers = z.strictObject({ kind: z.enum(['application', 'case']), id })

/** A delivery as it was recorded; `receiptPaperId` is the 送达回证 that was issued of it. */
const deliveryView = z.object({
  id,
  paperId: id,
  paperTitle: z.string(),
  paperNumber: z.string().nullable(),
  addressee: z.string(),
  way: z.string(),
  place: z.string(),
  deliveredOn: isoDate,
  signedBy: z.string().nullable(),
  relation: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  witness: z.string().nullable(),
  remark: z.string().nullable(),
  recordedBy: z.string(),
  receiptPaperId: id.nullable(),
})

/** An issued paper that is sent to somebody: to whom and where as a rule, and how often that was recorded. */
const deliverablePaper = z.object({
  id,
  title: z.string(),
  number: z.string(),
  addressee: z.string(),
  place: z.string().nullable(),
  timesDelivered: z.number().int(),
})

export const deliveryOperations = defineOperations({
  /** How a paper reached its addressee (送达), for the 送达回证 (form 22). */
  'deliveries.record': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      paperId: id,
      addressee: text('受送达人', 60),
      way: code,
      place: text('送达地点', 120),
      deliveredOn: isoDate,
      signedBy: optionalText('签收人', 30),
      relation: optionalText('与受送达人的关系', 30),
      trackingNumber: optionalText('邮件号码', 40),
      witness: optionalText('见证人', 60),
      remark: optionalText('备注', 300),
    }),
    output: z.object({ id }),
  },
  /** What a matter has to deliver, and what was delivered; a case takes its application along, an application its letters and objections. */
  'deliveries.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ subject: subjectOfPapers }),
    output: z.object({ papers: z.array(deliverablePaper), deliveries: z.array(deliveryView) }),
  },
})
