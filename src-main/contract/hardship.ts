import { z } from 'zod'
import { AREAS } from '../domain/rule-pack/hardship.ts'
import { code, explainedStep, fen, isoDate, optionalText, text } from './common.ts'

/*
 * What the desk says of hardship (经济困难核查) and what the core finds. Null is a question that nobody has answered: it is never filled in
 * by a default, and the check then says what is missing.
 */

const unanswered = { area: z.enum(AREAS).nullable().default(null), yesNo: z.boolean().nullable().default(null) }
const words = (label: string, longest: number) => optionalText(label, longest).default(null)

const incomeItem = z.strictObject({
  /** A code of the pack's sources or exclusions; null: not split by source. */
  source: code.nullable(),
  note: words('收入说明', 60),
  amountFen: fen,
  /** Over how many months the amount was told: 1 is a monthly sum. */
  months: z.number().int().min(1, '至少一个月').max(36, '最多 36 个月'),
})

/** A member of the household (家庭成员). The first one is the applicant. */
const householdMember = z.strictObject({
  name: text('成员姓名', 60),
  relation: code,
  age: z.number().int('年龄写整数').min(0, '年龄不能为负').max(150, '请核对年龄').nullable().default(null),
  occupation: words('职业', 60),
  livesTogether: unanswered.yesNo,
  sharesIncome: unanswered.yesNo,
  isOpponent: z.boolean().default(false),
  override: z
    .strictObject({ isCounted: z.boolean(), reason: text('改定的理由', 100) })
    .nullable()
    .default(null),
  incomes: z.array(incomeItem).max(20, '每人最多 20 项收入').default([]),
  hasNoIncome: z.boolean().default(false),
  // As earlier versions stored it: one monthly sum, and the clerk's own word on counting.
  monthlyIncomeFen: fen.optional(),
  incomeSource: optionalText('收入来源', 60).optional(),
  isCounted: z.boolean().optional(),
})

const assetItem = z.strictObject({
  kind: code,
  /** Place of the owner among the members; null: the household's. */
  owner: z.number().int().min(0).max(29).nullable(),
  amountFen: fen.nullable(),
  pieces: z.number().int('写整数').min(0).max(999).nullable(),
  exception: code.nullable().default(null),
  note: words('财产说明', 100),
})

const proofWay = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('declaration'), isSigned: z.boolean().nullable(), signedOn: isoDate.nullable() }),
  z.strictObject({
    way: z.literal('query'),
    queriedOn: isoDate.nullable(),
    sources: optionalText('查询单位和内容', 200),
    agrees: z.boolean().nullable(),
  }),
])

/** 司法救助决定 and its like: the document on which a waiver stands. */
const groundDocument = z.strictObject({ number: text('文号', 60), issuedOn: isoDate, issuer: text('作出机关', 60) })

/**
 * The hardship route (经济困难核查) and what it needs. The three are kept apart: a check against the line, a check waived
 * by 法律援助法 42, a condition that does not apply by 32. No route is preselected.
 */
export const hardshipInput = z.discriminatedUnion('route', [
  z.strictObject({
    route: z.literal('check'),
    members: z.array(householdMember).min(1, '请至少填写申请人本人的收入').max(30),
    opponentInFamily: unanswered.yesNo,
    registrationArea: unanswered.area,
    residenceArea: unanswered.area,
    assets: z.array(assetItem).max(60).default([]),
    assetsNone: z.array(code).max(60).default([]),
    suddenHardship: words('突发困难的情况', 300),
    outlays: words('主要支出', 300),
    debts: words('负债情况', 300),
    proofWay: proofWay.nullable().default(null),
    /** As earlier versions stored it. */
    isDeclared: z.boolean({ error: '请选择是否已签个人诚信承诺' }).optional(),
  }),
  z.strictObject({
    route: z.literal('waived'),
    ground: code,
    proof: text('证明材料', 100),
    document: groundDocument.nullable().default(null),
  }),
  z.strictObject({
    route: z.literal('not-applicable'),
    ground: code,
    proof: text('证明材料', 100),
    document: groundDocument.nullable().default(null),
  }),
])
/** What may be sent: today's form or an earlier one. */
export type HardshipInput = z.input<typeof hardshipInput>

/** What came through, with everything unanswered made plain. */
export type HardshipEntry = z.infer<typeof hardshipInput>

export const hardshipResult = z.object({
  outcome: z.enum(['met', 'not-met', 'waived', 'not-applicable', 'needs-person']),
  summary: z.string(),
  clause: z.string().nullable(),
  perHeadFen: z.number().int().nullable(),
  lineFen: z.number().int().nullable(),
  /** What the income compared is called: 人均月收入, 家庭月收入. */
  comparedName: z.string().nullable().default(null),
  steps: z.array(explainedStep),
  /** Whether each member counts and why; null where a fact is missing. */
  people: z
    .array(z.object({ name: z.string(), isCounted: z.boolean().nullable(), why: z.string(), isOverridden: z.boolean() }))
    .default([]),
  missing: z.array(z.string()).default([]),
  packVersion: z.string(),
})
export type HardshipResult = z.infer<typeof hardshipResult>
