import { z } from 'zod'
import {
  clock,
  clockSummary,
  code,
  explainedStep,
  fen,
  id,
  instant,
  isoDate,
  nothing,
  optionalText,
  paging,
  text,
  version,
} from './common.ts'
import { conflictFinding, conflictReasons } from './conflicts.ts'
import { defineOperations } from './operation.ts'
import { personCard } from './people.ts'

/** A provider (承办机构): law firm 律师事务所, grass-roots legal service office 基层法律服务所, or the center itself. */
export const providerInput = z.strictObject({
  kind: code,
  name: text('机构名称', 80),
  creditCode: optionalText('统一社会信用代码', 18),
  phone: optionalText('联系电话', 40),
  address: optionalText('地址', 120),
  isActive: z.boolean(),
})

/** A handler (承办人) at a provider. `practisingSince` is the first day of practice; the defence day is that of criminal defence. */
export const handlerInput = z.strictObject({
  providerId: id,
  name: text('承办人姓名', 30),
  kind: code,
  licenceNumber: optionalText('执业证号', 30),
  practisingSince: isoDate.nullable(),
  criminalDefenceSince: isoDate.nullable(),
  isPublicEmployee: z.boolean(),
  phone: optionalText('联系电话', 40),
  certificateNumber: optionalText('身份证号', 18),
  bankName: optionalText('开户行', 80),
  bankAccount: optionalText('账号', 40),
  isActive: z.boolean(),
})

export const handlerView = z.object({ id, handler: handlerInput, providerName: z.string(), openCases: z.number().int(), version })

export const providerOperations = defineOperations({
  'providers.list': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(z.object({ id, provider: providerInput, handlers: z.array(handlerView), version })),
  },
  'providers.create': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: providerInput,
    output: z.object({ id, version }),
  },
  'providers.update': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: z.strictObject({ id, provider: providerInput, version }),
    output: z.object({ version }),
  },
  'providers.createHandler': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: handlerInput,
    output: z.object({ id, version }),
  },
  'providers.updateHandler': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: z.strictObject({ id, handler: handlerInput, version }),
    output: z.object({ version }),
  },
})

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

/** How a case ended (结案): the closing day is the day the closing document was received, by the pack's table. */
export const closingInput = z.strictObject({
  closedOn: isoDate,
  closingBasis: text('结案依据', 100),
  closingMode: code,
  outcome: code,
  recoveredFen: fen,
  personsHelped: z.number().int().min(1).max(9999),
  hearings: z.number().int().min(0).max(99),
  complexity: z.enum(['ordinary', 'complex']),
  summary: text('办理经过和结果', 4000),
})
export type ClosingInput = z.infer<typeof closingInput>

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

export const closingOperations = defineOperations({
  /** Enters the result (结案登记); the handler's 30-day clock for the closing papers starts. */
  'closing.record': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, closing: closingInput, version }),
    output: z.object({ version }),
  },
  /** The handler handed in the closing papers (交卷). */
  'closing.receivePapers': {
    kind: 'command',
    roles: ['clerk', 'archivist', 'director'],
    input: z.strictObject({ id, receivedOn: isoDate, version }),
    output: z.object({ version }),
  },
  /** The center found the closing papers complete (审核通过). Subsidy and volume may follow. */
  'closing.acceptPapers': {
    kind: 'command',
    roles: ['clerk', 'archivist', 'director'],
    input: z.strictObject({ id, reviewedOn: isoDate, version }),
    output: z.object({ version }),
  },
  'closing.returnPapers': {
    kind: 'command',
    roles: ['clerk', 'archivist', 'director'],
    input: z.strictObject({ id, returnedOn: isoDate, reason: text('退回原因', 400), version }),
    output: z.object({ version }),
  },
})

/** What the preparer enters for a subsidy (补贴): the pack decides the rest. */
export const subsidyInput = z.strictObject({
  caseId: id,
  /** Chosen amount where the pack gives a range, else null. */
  chosenFen: fen.nullable(),
  directCosts: z
    .array(
      z.strictObject({
        kind: code,
        description: text('费用说明', 60),
        amountFen: fen,
        vouchers: z.number().int().min(0).max(999),
      }),
    )
    .max(30),
})

export const subsidyComputation = z.object({
  isPayable: z.boolean(),
  notPayableReason: z.string().nullable(),
  totalFen: z.number().int(),
  totalInCapitals: z.string(),
  tier: z.object({ id: z.string(), label: z.string(), minFen: z.number().int(), maxFen: z.number().int().nullable() }).nullable(),
  lines: z.array(
    z.object({
      group: z.enum(['labour', 'adjustment', 'direct']),
      label: z.string(),
      detail: z.string(),
      rate: z.string(),
      clause: z.string().nullable(),
      amountFen: z.number().int(),
    }),
  ),
  steps: z.array(explainedStep),
  notUsed: z.array(z.object({ label: z.string(), why: z.string() })),
  tableName: z.string(),
  packVersion: z.string(),
})

/** 待审批 → 已批 → listed 已列清单 → 已支付; a returned sheet is prepared anew. */
export const subsidyStatus = z.enum(['awaiting-approval', 'returned', 'approved', 'listed', 'paid'])

export const subsidySummary = z.object({
  id,
  number: z.string(),
  caseId: id,
  caseNumber: z.string(),
  cause: z.string(),
  personName: z.string(),
  handlerName: z.string(),
  providerName: z.string(),
  tierLabel: z.string(),
  totalFen: z.number().int(),
  preparedBy: z.string(),
  preparedAt: instant,
  status: subsidyStatus,
  timesReturned: z.number().int(),
  version,
})

export const subsidyOperations = defineOperations({
  'subsidies.preview': { kind: 'query', roles: 'staff', input: subsidyInput, output: subsidyComputation },
  /** Cases whose closing papers were accepted and that have no sheet yet. */
  'subsidies.due': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        caseId: id,
        caseNumber: z.string(),
        personName: z.string(),
        cause: z.string(),
        handlerName: z.string(),
        closedOn: isoDate,
      }),
    ),
  },
  'subsidies.prepare': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: subsidyInput,
    output: z.object({ id, number: z.string(), totalFen: z.number().int(), version }),
  },
  'subsidies.revise': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, subsidy: subsidyInput, version }),
    output: z.object({ totalFen: z.number().int(), version }),
  },
  'subsidies.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: subsidySummary.extend({
      subsidy: subsidyInput,
      computation: subsidyComputation,
      closedOn: isoDate,
      preparedById: id,
      approvedBy: z.string().nullable(),
      approvedAt: instant.nullable(),
      history: z.array(
        z.object({
          at: instant,
          by: z.string(),
          act: z.enum(['prepared', 'revised', 'returned', 'approved', 'listed', 'paid']),
          opinion: z.string(),
        }),
      ),
      paymentListId: id.nullable(),
      paymentListNumber: z.string().nullable(),
    }),
  },
  'subsidies.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ status: subsidyStatus.nullable().default(null), ...paging }),
    output: z.object({ rows: z.array(subsidySummary), total: z.number().int(), totalFen: z.number().int() }),
  },
  /** The director's approval. Whoever prepared the sheet cannot approve it. */
  'subsidies.approve': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ id, opinion: z.string().trim().max(400).default(''), version }),
    output: z.object({ version }),
  },
  'subsidies.return': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ id, opinion: text('退回意见', 400), version }),
    output: z.object({ version }),
  },
  /** Puts approved sheets on a numbered payment list (支付清单). */
  'subsidies.createPaymentList': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ subsidyIds: z.array(id).min(1, '请至少选一笔').max(500), madeOn: isoDate }),
    output: z.object({ id, number: z.string(), totalFen: z.number().int(), paperId: id }),
  },
  'subsidies.paymentLists': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        id,
        number: z.string(),
        madeOn: isoDate,
        madeBy: z.string(),
        count: z.number().int(),
        totalFen: z.number().int(),
        paidOn: isoDate.nullable(),
        version,
      }),
    ),
  },
  /** Writes the list as XLSX to where the user chose. */
  'subsidies.exportPaymentList': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, handle: z.string().min(1) }),
    output: z.object({ bytes: z.number().int(), sha256: z.string() }),
  },
  'subsidies.markPaid': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ paymentListId: id, paidOn: isoDate, receipt: text('财务回单', 60), version }),
    output: z.object({ version }),
  },
})
