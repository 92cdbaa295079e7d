import { z } from 'zod'
import { closingInput } from './closing.ts'
import { clock, clockSummary, code, id, isoDate, optionalText, paging, text, version } from './common.ts'
import { conflictFinding, conflictReasons } from './conflicts.ts'
import { defineOperations } from './operation.ts'
import { personCard } from './people.ts'
import { handlerView } from './providers.ts'

/** 待指派 → 承办 → 待交卷 (closed, papers awaited) → 待审核 → 待整理 → 已封卷 (sealed). 旧册案件 (historic) was brought in from an old register. */
export const caseStatus = z.enum([
  'awaiting-assignment',
  'handling',
  'awaiting-papers',
  'reviewing-papers',
  'awaiting-volume',
  'sealed',
  'historic',
])
export type CaseStatus = z.infer<typeof caseStatus>

/** A rule of the pack that refuses or warns, in words, with its clause (依据). */
const ruleFinding = z.object({ rule: z.string(), message: z.string(), clause: z.string().nullable() })

/** How a case came in: by an application that was granted, an organ's notice, a stage change, or from an old register. */
export const caseDoor = z.enum(['application', 'notice', 'stage-change', 'imported'])

export const caseSummary = z.object({
  id,
  number: z.string(),
  door: caseDoor,
  openedOn: isoDate,
  personId: id,
  personName: z.string(),
  matterType: z.string(),
  stage: z.string(),
  cause: z.string(),
  opponentName: z.string().nullable(),
  providerName: z.string().nullable(),
  handlerName: z.string().nullable(),
  status: caseStatus,
  closedOn: isoDate.nullable(),
  clock: clockSummary.nullable(),
  version,
})

export const caseDetail = caseSummary.extend({
  person: personCard.extend({ age: z.number().int().nullable(), categories: z.array(z.string()) }),
  /** Recipient and co-applicants (受援人次), as the closing record starts from them. */
  persons: z.number().int(),
  /** Null where the case did not begin with an application. */
  application: z.object({ id, number: z.string(), receivedOn: isoDate }).nullable(),
  decision: z.object({ number: z.string(), decidedOn: isoDate, decidedBy: z.string(), opinion: z.string() }).nullable(),
  /** The organ's notice that the case began with. */
  notice: z.object({ id, number: z.string(), organName: z.string(), receivedOn: isoDate }).nullable(),
  /** The case whose stage change (转阶段) opened this one. */
  parent: z.object({ id, number: z.string() }).nullable(),
  /** Cases that stage changes opened out of this one. */
  children: z.array(z.object({ id, number: z.string(), stage: z.string() })),
  aidForms: z.array(z.string()),
  agency: z.string().nullable(),
  facts: z.string(),
  possibleLifeOrDeathSentence: z.boolean(),
  /** Null where the law asks for no hardship check, as for notified cases. */
  hardshipSummary: z.string().nullable(),
  hardshipClause: z.string().nullable(),
  /** Prior aid (先行提供): by when the papers are owed, and whether they all came; null for a case opened the usual way. */
  urgentAid: z.object({ dueOn: isoDate, completedOn: isoDate.nullable(), isOverdue: z.boolean() }).nullable(),
  /** What an old register (旧台账) says of a case that came from one, as it stands there; null for every other case. */
  old: z
    .object({
      importId: id,
      fileName: z.string(),
      providerName: z.string().nullable(),
      handlerName: z.string().nullable(),
      closing: z.string().nullable(),
      archiveNumber: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  assignment: z
    .object({
      id,
      number: z.string(),
      assignedOn: isoDate,
      providerId: id,
      providerName: z.string(),
      handlerId: id,
      handlerName: z.string(),
      practiceYears: z.number().int().nullable(),
      /** The rule that the handler no longer meets, since the case was marked after the assignment; null while all is well. */
      refusal: ruleFinding.nullable(),
    })
    .nullable(),
  earlierAssignments: z.array(
    z.object({
      number: z.string(),
      handlerName: z.string(),
      providerName: z.string(),
      assignedOn: isoDate,
      endedOn: isoDate,
      reason: z.string(),
    }),
  ),
  /** Whoever stands on the other side (利益冲突), the present handler's cases among them, with the reasons that were given. */
  conflicts: z.array(conflictFinding),
  closing: closingInput.nullable(),
  papersReceivedOn: isoDate.nullable(),
  papersReviewedOn: isoDate.nullable(),
  clocks: z.array(clock),
  timeline: z.array(z.object({ date: isoDate, title: z.string(), detail: z.string(), by: z.string().nullable() })),
  subsidy: z.object({ id, totalFen: z.number().int(), status: z.string() }).nullable(),
  volume: z.object({ id, archiveNumber: z.string().nullable(), status: z.string() }).nullable(),
})

const candidate = z.object({
  handler: handlerView,
  isAllowed: z.boolean(),
  refusal: ruleFinding.nullable(),
  /** Rules that only warn, such as something the office has to confirm. */
  warnings: z.array(ruleFinding),
  /** Whose cases stand against this one (利益冲突), at the handler and at their provider. */
  conflicts: z.array(z.string()),
})

export const caseOperations = defineOperations({
  'cases.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      status: caseStatus.nullable().default(null),
      matterType: code.nullable().default(null),
      words: z.string().max(60).default(''),
      ...paging,
    }),
    output: z.object({ rows: z.array(caseSummary), total: z.number().int() }),
  },
  'cases.get': { kind: 'query', roles: 'staff', input: z.strictObject({ id }), output: caseDetail },
  /** Every active handler with whether the pack's assignment rules allow them on this case, and why not. */
  'cases.candidates': {
    kind: 'query',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, assignedOn: isoDate }),
    output: z.array(candidate),
  },
  /** Marks a criminal case as one with a possible life or death sentence (可能判处无期徒刑、死刑). */
  'cases.markLifeOrDeath': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, possibleLifeOrDeathSentence: z.boolean(), version }),
    output: z.object({ version }),
  },
  /** Assigns a handler (指派); draws the notice's number. A second call is a change and needs a reason. */
  'cases.assign': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      id,
      handlerId: id,
      assignedOn: isoDate,
      reason: optionalText('变更原因', 200).default(null),
      /** Reasons for going on in spite of conflicts of interest; `conflicts.check` with the handler gives the keys. */
      conflictReasons,
      version,
    }),
    output: z.object({ version, number: z.string(), paperId: id }),
  },
  /** Opens the case of the next stage (转阶段), with a number of its own, linked to this one. */
  'cases.changeStage': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      id,
      stage: code,
      changedOn: isoDate,
      agency: optionalText('办案机关', 100),
      /** What ended the stage: the document and its day, in words. */
      basis: text('转阶段依据', 200),
      version,
    }),
    output: z.object({ id, number: z.string() }),
  },
})
