import { z } from 'zod'
import { caseStatus } from './cases.ts'
import { clock, clockTime, code, id, instant, isoDate, optionalText, paging, text, version } from './common.ts'
import { defineOperations } from './operation.ts'
import { personCard, personInput } from './people.ts'

/** A document that came with a notice (所附材料). */
const noticeDocument = z.strictObject({ name: text('材料名称', 60), copies: z.number().int().min(1).max(999) })

/**
 * A notice (通知书) by which a court, procuratorate or police organ asks for defence or agency (通知辩护、通知代理): 法律援助法 25, 28, 36.
 * It needs no application form, and no hardship is checked.
 */
export const noticeInput = z.strictObject({
  /** Code of the pack's notice kinds; it says which form of aid the case gives. */
  kind: code,
  organKind: code,
  organName: text('办案机关', 80),
  /** The organ's own number on the notice (文号). */
  organNumber: optionalText('通知书文号', 60),
  contactName: optionalText('联系人', 30),
  contactPhone: optionalText('联系电话', 40),
  noticedOn: isoDate,
  receivedOn: isoDate,
  receivedAt: clockTime.nullable(),
  person: personInput,
  personId: id.nullable(),
  matterType: code,
  stage: code,
  cause: text('案由', 60),
  /** Which of the groups of 法律援助法 25 or 28 the person belongs to: a code of the pack's scopes. */
  scope: code,
  opponentName: optionalText('被害人', 100),
  custodyPlace: optionalText('羁押场所', 80),
  hearingOn: isoDate.nullable(),
  facts: text('涉嫌犯罪及案情', 8000),
  documents: z.array(noticeDocument).max(40),
  /** The case whose stage has ended and that this notice carries on (转阶段). */
  parentCaseId: id.nullable(),
})
export type NoticeInput = z.infer<typeof noticeInput>

/** Accepted: the case is open and waits for its assignment. Returned (退回): the center cannot assign, for a reason. */
export const noticeStatus = z.enum(['accepted', 'returned'])
export type NoticeStatus = z.infer<typeof noticeStatus>

export const noticeSummary = z.object({
  id,
  number: z.string(),
  kind: z.string(),
  organName: z.string(),
  organNumber: z.string().nullable(),
  receivedOn: isoDate,
  personId: id,
  personName: z.string(),
  stage: z.string(),
  cause: z.string(),
  scope: z.string(),
  hearingOn: isoDate.nullable(),
  status: noticeStatus,
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  /** Runs until the case is assigned; null for a returned notice. */
  clock: clock.nullable(),
  /** The day on which the organ was told who was assigned; null while it has not been. */
  toldOn: isoDate.nullable(),
  version,
})

export const noticeOperations = defineOperations({
  /** Registers a notice and opens its case with a number, ready for assignment. */
  'notices.accept': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: noticeInput,
    output: z.object({ id, number: z.string(), personId: id, caseId: id, caseNumber: z.string(), version }),
  },
  /** Registers a notice that the center sends back (退回), with the reason; no case is opened. */
  'notices.return': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ notice: noticeInput, reason: code, explanation: text('退回说明', 400), returnedOn: isoDate }),
    output: z.object({ id, number: z.string(), personId: id, version }),
  },
  /** Mends what was entered, and the case with it, until the case is assigned. */
  'notices.update': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, notice: noticeInput, version }),
    output: z.object({ version }),
  },
  'notices.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: z.object({
      id,
      number: z.string(),
      notice: noticeInput,
      person: personCard,
      status: noticeStatus,
      returned: z.object({ reason: z.string(), explanation: z.string(), returnedOn: isoDate }).nullable(),
      case: z.object({ id, number: z.string(), status: caseStatus, handlerName: z.string().nullable() }).nullable(),
      clock: clock.nullable(),
      told: z.object({ toldOn: isoDate, way: z.string(), note: z.string() }).nullable(),
      registeredBy: z.string(),
      registeredAt: instant,
      version,
    }),
  },
  'notices.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      status: noticeStatus.nullable().default(null),
      organKind: code.nullable().default(null),
      words: z.string().max(60).default(''),
      ...paging,
    }),
    output: z.object({ rows: z.array(noticeSummary), total: z.number().int() }),
  },
  /** Records that the organ was told who was assigned (告知办案机关): 法律援助法 36. */
  'notices.tellOrgan': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, toldOn: isoDate, way: code, note: z.string().trim().max(200).default(''), version }),
    output: z.object({ version }),
  },
})
