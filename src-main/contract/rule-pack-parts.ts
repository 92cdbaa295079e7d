import { z } from 'zod'

/* What the sections of a rule pack's schema are built of. */

export const words = z.string().min(1)
export const key = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]*$/)
export const wholeFen = z.number().int().min(0)
export const count = z.number().int().min(0)
export const atLeastOne = z.number().int().min(1)
/** Decimal number as text, so that no binary fraction creeps into money. */
export const decimal = z.string().regex(/^\d+(\.\d+)?$/)
export const signedDecimal = z.string().regex(/^-?\d+(\.\d+)?$/)

export const basis = z.strictObject({
  source: words,
  article: z.string(),
  confidence: z.enum(['H', 'M', 'L']),
  note: words.optional(),
})
/** A code that is no longer offered (停用). */
export const retired = z.literal(true).optional()
export const entry = z.strictObject({ code: key, label: words, retired })
export const legalEntry = entry.extend({ basis })
