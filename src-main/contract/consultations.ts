import { z } from 'zod'
import { clockTime, code, fileHandle, id, instant, isoDate, nothing, optionalText, paging, text, version } from './common.ts'
import { optionalBackEntry } from './numbering.ts'
import { defineOperations } from './operation.ts'
import { personInput } from './people.ts'

/** Someone who comes on behalf of the person (代为来访). */
const visitorAgent = z.strictObject({
  name: text('代为来访人', 60),
  relation: text('与本人关系', 30),
  phone: optionalText('代为来访人电话', 40),
})
export type VisitorAgent = z.infer<typeof visitorAgent>

const consultationShape = {
  channel: code,
  /** The hotline's own number of a call (工单号). */
  callNumber: optionalText('工单号', 40).default(null),
  receivedOn: isoDate,
  receivedAt: clockTime.nullable(),
  /** Null when the person would not give a name (匿名咨询). */
  person: personInput.nullable(),
  /** The known person this is, when the clerk picked one. */
  personId: id.nullable(),
  /** Why no name was given; null when there is one. */
  anonymousReason: optionalText('匿名原因', 100).default(null),
  /** How many came together (来访人数). */
  persons: z.number('请填写人数').int('人数应为整数').min(1, '至少 1 人').max(999, '最多 999 人').default(1),
  agent: visitorAgent.nullable().default(null),
  matterType: code,
  cause: text('案由', 60),
  opponentName: optionalText('对方当事人', 100),
  content: text('咨询内容', 4000),
  answer: optionalText('答复意见', 4000),
  /** Told of the right to apply (已告知权利). No default: the question must be answered. */
  toldOfRight: z.boolean({ error: '请选择是否已告知可申请法律援助' }),
  outcome: code,
  /** Where the person was sent (引导去处), as the pack lists the places. */
  referrals: z.array(code).max(10, '最多 10 个去处').default([]),
  referralNote: optionalText('去处说明', 200).default(null),
  consultantId: id,
}

type Visitor = {
  readonly person: object | null
  readonly personId: string | null
  readonly anonymousReason: string | null
}

/** A consultation is either somebody's or, with a reason, nobody's. */
function namedOrAnonymous(visitor: Visitor, ctx: z.core.$RefinementCtx<Visitor>): void {
  const refuse = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
  if (visitor.person === null && visitor.anonymousReason === null) refuse('anonymousReason', '请写明不愿留名的原因')
  if (visitor.person === null && visitor.personId !== null) refuse('personId', '匿名咨询不能指定人员')
  if (visitor.person !== null && visitor.anonymousReason !== null) refuse('anonymousReason', '已填写姓名，不用写匿名原因')
}

/** The consultation register (咨询登记): a visit, call, letter or message, and what came of it. */
export const consultationInput = z.strictObject(consultationShape).superRefine(namedOrAnonymous)
export type ConsultationInput = z.infer<typeof consultationInput>

export const consultationSummary = z.object({
  id,
  number: z.string(),
  receivedOn: isoDate,
  receivedAt: z.string().nullable(),
  channel: z.string(),
  personId: id.nullable(),
  /** 匿名 where no name was given. */
  personName: z.string(),
  persons: z.number().int(),
  agentName: z.string().nullable(),
  matterType: z.string(),
  cause: z.string(),
  content: z.string(),
  toldOfRight: z.boolean(),
  outcome: z.string(),
  consultantName: z.string(),
  applicationId: id.nullable(),
  /** Why the entry was voided (作废); null while it stands. */
  voidReason: z.string().nullable(),
})

/** What the register (咨询登记簿) is narrowed to. */
const registerFilter = {
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  channel: code.nullable().default(null),
  consultantId: id.nullable().default(null),
  matterType: code.nullable().default(null),
  outcome: code.nullable().default(null),
  toldOfRight: z.boolean().nullable().default(null),
  words: z.string().max(60).default(''),
}

export const consultationOperations = defineOperations({
  'consultations.register': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z
      .strictObject({
        ...consultationShape,
        /** The ticket of the waiting queue with which the person was called. */
        ticketId: id.nullable().default(null),
        backEntry: optionalBackEntry,
      })
      .superRefine(namedOrAnonymous),
    output: z.object({ id, number: z.string(), personId: id.nullable(), version }),
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
      personId: id.nullable(),
      applicationId: id.nullable(),
      registeredAt: instant,
      registeredBy: z.string(),
      voided: z.object({ reason: z.string(), at: instant, by: z.string() }).nullable(),
      /** What the old register (旧台账) says of it that has no field of today; null for an entry of this program's own. */
      oldRegister: z
        .object({
          importId: id,
          fileName: z.string(),
          /** The row of the file, counted as the table program does. */
          row: z.number().int().nullable(),
          consultantName: z.string().nullable(),
          note: z.string().nullable(),
        })
        .nullable(),
      /** Who changed what, and when, newest first. */
      changes: z.array(
        z.object({
          at: instant,
          by: z.string(),
          summary: z.string(),
          /** Names of the fields, with what stood and what stands. */
          fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
        }),
      ),
      version,
    }),
  },
  /** Voids an entry made in error (作废). It stays in the register with the reason, and its number with it. */
  'consultations.void': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, reason: text('作废原因', 200), version }),
    output: z.object({ version }),
  },
  /** Where to send people, with the telephone and address that the office filled in (引导去处). */
  'consultations.places': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        purpose: z.string(),
        phone: z.string().nullable(),
        address: z.string().nullable(),
        version: z.number().int(),
      }),
    ),
  },
  /** Fills in a place's telephone and address. Version 0 means that nothing was filled in yet. */
  'consultations.savePlace': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      code,
      phone: optionalText('电话', 60),
      address: optionalText('地址', 120),
      version: z.number().int().min(0),
    }),
    output: z.object({ version }),
  },
  'consultations.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      ...registerFilter,
      ...paging,
    }),
    output: z.object({ rows: z.array(consultationSummary), total: z.number().int() }),
  },
  /** The register as a paper (咨询登记簿), oldest first; numbers and phones are masked. */
  'consultations.sheet': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject(registerFilter),
    output: z.object({ title: z.string(), html: z.string(), landscape: z.boolean(), rows: z.number().int() }),
  },
  /** Writes the register as XLSX to where the user chose. Whole numbers are for the director, and every such export is told in the trail. */
  'consultations.exportXlsx': {
    kind: 'command',
    roles: ['clerk', 'director', 'archivist'],
    input: z.strictObject({ ...registerFilter, isUnmasked: z.boolean().default(false), handle: fileHandle }),
    output: z.object({ bytes: z.number().int(), rows: z.number().int(), sha256: z.string() }),
  },
})
