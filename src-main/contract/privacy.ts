import { z } from 'zod'
import { code, id, instant } from './common.ts'
import { defineOperations } from './operation.ts'

const matter = z.strictObject({ kind: z.enum(['application', 'case']), id })
const offer = z.object({ code: z.string(), label: z.string(), clause: z.string().nullable() })

/** Matters shown only to those who need them (限定知悉范围): juvenile and secret ones (未成年人事项、涉密事项). */
export const privacyOperations = defineOperations({
  /** The restriction of an application or case, and what the app offers to hide there. Nothing is set by itself. */
  'privacy.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ matter }),
    output: z.object({
      restriction: z
        .object({
          ground: z.string(),
          label: z.string(),
          clause: z.string().nullable(),
          note: z.string(),
          setBy: z.string(),
          setAt: instant,
          /** Those on the list. Whoever registered the matter or set this, and the director, see it besides. */
          viewers: z.array(z.object({ id, name: z.string() })),
          version: z.number().int(),
        })
        .nullable(),
      /** True for one that was set on the application and so holds for its case, or the other way round. */
      isInherited: z.boolean(),
      offeredRestrictions: z.array(offer),
      offeredProtections: z.array(offer),
      /** The person whose address and phone may be protected. */
      personId: id,
      isProtected: z.boolean(),
    }),
  },
  /** Restricts a matter. A clerk may set it; the list of those who see it is the director's. `version` 0 for a new one. */
  'privacy.restrict': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      matter,
      ground: code,
      note: z.string().trim().max(200).default(''),
      viewerIds: z.array(id).max(100).default([]),
      version: z.number().int().min(0),
    }),
    output: z.object({ version: z.number().int() }),
  },
  /** Opens a matter to everyone again. */
  'privacy.lift': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ matter, reason: z.string().trim().min(1, '请写明原因').max(200), version: z.number().int().min(1) }),
    output: z.object({ lifted: z.literal(true) }),
  },
})
