import { z } from 'zod'
import { code, explainedStep, fen, id, instant, isoDate, nothing, paging, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

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
