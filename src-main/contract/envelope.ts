import { z } from 'zod'

/** One wrong field of an input: its path as in the input object and a sentence for the person at the desk. */
export const fieldProblem = z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })
export type FieldProblem = z.infer<typeof fieldProblem>

/**
 * Every way an operation can fail, as data. The set is closed: the window makes one sentence of each in one place.
 * RULE carries the rule's id in the rule pack (规则包), its parameters and, where there is one, the clause (依据).
 */
export const appError = z.discriminatedUnion('code', [
  z.object({ code: z.literal('VALIDATION'), fields: z.array(fieldProblem) }),
  z.object({ code: z.literal('NOT_FOUND'), what: z.string() }),
  z.object({
    code: z.literal('STALE'),
    what: z.string(),
    version: z.number().int(),
    /** Who changed it last and when, where the audit trail tells it. */
    changed: z.object({ by: z.string(), at: z.string() }).optional(),
  }),
  z.object({ code: z.literal('DUPLICATE'), field: z.string(), message: z.string() }),
  z.object({ code: z.literal('RULE'), rule: z.string(), message: z.string(), clause: z.string().nullable() }),
  z.object({
    code: z.literal('FORBIDDEN'),
    reason: z.enum(['not-logged-in', 'role', 'locked', 'separation', 'restricted']),
    message: z.string(),
  }),
  z.object({
    code: z.literal('STORAGE'),
    reason: z.enum(['busy', 'full', 'read-only', 'corrupt', 'newer-file', 'missing', 'unreadable', 'printer']),
    message: z.string(),
  }),
  z.object({ code: z.literal('CANCELLED') }),
  z.object({ code: z.literal('INTERNAL'), incident: z.string() }),
])
export type AppError = z.infer<typeof appError>

/** What `invoke` resolves to. It never rejects for an expected failure. */
export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError }
