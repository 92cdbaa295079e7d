import { z } from 'zod'
import { MATCH_STRENGTHS, PARTY_ROLES } from '../domain/conflict.ts'
import { CONFLICT_RULE_IDS } from '../domain/rule-pack/people.ts'
import { id, instant, isoDate, text } from './common.ts'
import { defineOperations } from './operation.ts'

/** Somebody of a matter as it is being typed. A certificate shown masked stands for that of the register's entry. */
export const conflictPartyInput = z.strictObject({
  role: z.enum(PARTY_ROLES),
  name: z.string().trim().max(100),
  certificateNumber: z.string().trim().max(40).default(''),
  personId: id.nullable().default(null),
})
export type ConflictPartyInput = z.infer<typeof conflictPartyInput>

/** The reason for going on in spite of one conflict (处理理由); `key` is the finding's. */
export const conflictReason = z.strictObject({ key: z.string().min(1).max(200), reason: text('处理理由', 300) })
export type ConflictReason = z.infer<typeof conflictReason>
export const conflictReasons = z.array(conflictReason).max(100).default([])

/** One conflict of interest (利益冲突), the file that shows it named. */
export const conflictFinding = z.object({
  /** Names the conflict; a reason is given by it. */
  key: z.string(),
  rule: z.enum(CONFLICT_RULE_IDS),
  label: z.string(),
  severity: z.enum(['reason', 'notice']),
  clause: z.string().nullable(),
  confidence: z.enum(['H', 'M', 'L']).nullable(),
  sentence: z.string(),
  strength: z.enum(MATCH_STRENGTHS),
  strengthWords: z.string(),
  partyRole: z.enum(PARTY_ROLES),
  partyName: z.string(),
  matterKind: z.enum(['application', 'case']),
  matterId: id,
  number: z.string(),
  cause: z.string(),
  date: isoDate.nullable(),
  personName: z.string(),
  /** False for one that a reason was given for and that the records no longer show. */
  isCurrent: z.boolean(),
  acknowledgement: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
})
export type ConflictFinding = z.infer<typeof conflictFinding>

export const conflictOperations = defineOperations({
  /**
   * Who stands on the other side (利益冲突查询). `parties` as they are typed; left out, those recorded for the application or case. With a
   * handler also that handler's cases. Nothing is stored.
   */
  'conflicts.check': {
    kind: 'query',
    roles: ['clerk', 'director'],
    input: z
      .strictObject({
        applicationId: id.nullable().default(null),
        caseId: id.nullable().default(null),
        parties: z.array(conflictPartyInput).max(100).nullable().default(null),
        handlerId: id.nullable().default(null),
      })
      .refine(asked => asked.parties !== null || asked.caseId !== null || asked.applicationId !== null, {
        path: ['parties'],
        message: '请写明当事人',
      }),
    output: z.array(conflictFinding),
  },
  /** Gives reasons afterwards (补登处理理由), for conflicts that showed only later. */
  'conflicts.acknowledge': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      subject: z.strictObject({ kind: z.enum(['application', 'case']), id }),
      reasons: z.array(conflictReason).min(1, '请填写处理理由').max(100),
    }),
    output: z.object({ acknowledged: z.number().int() }),
  },
})
