import { z } from 'zod'
import { applicationParts, handOver, missingMaterial } from './application-parties.ts'
import { clock, clockSummary, code, id, instant, isoDate, optionalText, paging, text, version } from './common.ts'
import { conflictFinding, conflictReasons } from './conflicts.ts'
import { hardshipInput, hardshipResult } from './hardship.ts'
import { optionalBackEntry } from './numbering.ts'
import { defineOperations } from './operation.ts'
import { personCard, personInput } from './people.ts'

export const materialInput = z.strictObject({
  name: text('材料名称', 60),
  copies: z.number().int().min(1).max(999),
  isOriginal: z.boolean(),
  /** The code of the rule pack's list; null for one written in by hand. */
  code: code.nullable().default(null),
})

export const applicationInput = z.strictObject({
  consultationId: id.nullable(),
  receivedOn: isoDate,
  person: personInput,
  personId: id.nullable(),
  matterType: code,
  stage: code,
  cause: text('案由', 60),
  /** The matter's place in 法律援助法 24, 25, 29, 31 …: a code of the pack's scopes. */
  scope: code,
  aidForms: z.array(code).min(1, '请选择申请的援助形式').max(8),
  opponentName: optionalText('对方当事人', 100),
  agency: optionalText('办案机关', 100),
  facts: text('案情及申请理由', 8000),
  hardship: hardshipInput,
  materials: z.array(materialInput).max(60),
  ...applicationParts,
})
export type ApplicationInput = z.infer<typeof applicationInput>

export const applicationStatus = z.enum(['deciding', 'supplementing', 'granted', 'refused', 'withdrawn'])
export type ApplicationStatus = z.infer<typeof applicationStatus>

export const applicationSummary = z.object({
  id,
  number: z.string(),
  receivedOn: isoDate,
  personId: id,
  personName: z.string(),
  matterType: z.string(),
  cause: z.string(),
  aidForms: z.array(z.string()),
  opponentName: z.string().nullable(),
  hardship: hardshipResult.pick({ outcome: true, summary: true }),
  status: applicationStatus,
  clock: clockSummary.nullable(),
  version,
})

export const applicationDetail = z.object({
  id,
  number: z.string(),
  application: applicationInput,
  person: personCard.extend({
    age: z.number().int().nullable(),
    address: z.string().nullable(),
    categories: z.array(z.string()),
  }),
  hardship: hardshipResult,
  /** Applicant and co-applicants, counted as persons helped (受援人次). */
  persons: z.number().int(),
  handOver: handOver.nullable(),
  /** What the rules ask for and is not in, each with its clause: what the one-time notice (补正通知) lists. */
  missing: z.array(missingMaterial),
  status: applicationStatus,
  clock: clock.nullable(),
  supplements: z.array(
    z.object({ id, askedOn: isoDate, answeredOn: isoDate.nullable(), missing: z.array(z.string()), dueOn: isoDate.nullable() }),
  ),
  decision: z
    .object({
      outcome: z.enum(['granted', 'refused']),
      number: z.string(),
      decidedOn: isoDate,
      decidedBy: z.string(),
      opinion: z.string(),
      refusalReasons: z.array(z.string()),
      aidForms: z.array(z.string()),
      caseId: id.nullable(),
      caseNumber: z.string().nullable(),
    })
    .nullable(),
  consultationNumber: z.string().nullable(),
  registeredBy: z.string(),
  registeredAt: instant,
  /** Whoever stands on the other side (利益冲突), the files named, with the reasons that were given for going on. */
  conflicts: z.array(conflictFinding),
  version,
})

export const applicationOperations = defineOperations({
  'applications.submit': {
    kind: 'command',
    roles: ['clerk', 'director'],
    /** A conflict of interest that asks for a reason and has none refuses it: `conflicts.check` gives the keys. */
    input: applicationInput.extend({ conflictReasons, backEntry: optionalBackEntry }),
    output: z.object({ id, number: z.string(), personId: id, version }),
  },
  'applications.update': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, application: applicationInput, conflictReasons, version }),
    output: z.object({ version }),
  },
  'applications.get': { kind: 'query', roles: 'staff', input: z.strictObject({ id }), output: applicationDetail },
  /** The whole certificate number and phone of a party. Every look is written to the audit trail (操作日志). */
  'applications.revealParty': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, position: z.number().int().min(0) }),
    output: z.object({ certificateNumber: z.string().nullable(), phone: z.string().nullable() }),
  },
  'applications.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      status: applicationStatus.nullable().default(null),
      words: z.string().max(60).default(''),
      ...paging,
    }),
    output: z.object({ rows: z.array(applicationSummary), total: z.number().int() }),
  },
  /** The same assessment that saving makes, for the live preview. Nothing is stored. */
  'applications.assessHardship': {
    kind: 'query',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      receivedOn: isoDate,
      hardship: hardshipInput,
      /** Some matters are looked at for the applicant alone. */
      scope: code.nullable().default(null),
      cause: z.string().max(60).nullable().default(null),
    }),
    output: hardshipResult,
  },
  /** The one-time notice of everything missing (补正通知); pauses the clock from the next day. */
  'applications.askSupplement': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      id,
      askedOn: isoDate,
      missing: z.array(text('缺少的材料', 60)).min(1, '请写明缺少什么').max(30),
      dueOn: isoDate.nullable(),
      version,
    }),
    output: z.object({ version }),
  },
  'applications.receiveSupplement': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      id,
      answeredOn: isoDate,
      /** Which of the missing things came; none named: all of them. */
      received: z.array(z.string()).max(30).default([]),
      /** The rest is not waited for: what came, or was explained, is enough. */
      isEnough: z.boolean().default(false),
      note: optionalText('说明', 300).default(null),
      version,
    }),
    output: z.object({ version, isComplete: z.boolean() }),
  },
  'applications.withdraw': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, withdrawnOn: isoDate, reason: text('原因', 200), version }),
    output: z.object({ version }),
  },
})

export const decisionOperations = defineOperations({
  /**
   * The director's decision (审批). Granting draws the case number and the number of the 决定书 in one transaction and opens
   * the case; refusing draws the 决定书 number and needs reasons.
   */
  'decisions.decide': {
    kind: 'command',
    roles: ['director'],
    input: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('granted'),
        applicationId: id,
        decidedOn: isoDate,
        aidForms: z.array(code).min(1, '请选择援助形式'),
        opinion: text('审批意见', 1000),
        /** The case number of an old file; without it the next one is drawn. */
        backEntry: optionalBackEntry,
        /** Overprints the seal image (印章图) where the center has turned it on. */
        withSeal: z.boolean().default(false),
        version,
      }),
      z.strictObject({
        outcome: z.literal('refused'),
        applicationId: id,
        decidedOn: isoDate,
        reasons: z.array(code).min(1, '请选择不予援助的理由'),
        opinion: text('理由说明', 1000),
        withSeal: z.boolean().default(false),
        version,
      }),
    ]),
    output: z.object({ decisionNumber: z.string(), caseId: id.nullable(), caseNumber: z.string().nullable(), paperId: id }),
  },
})
