import { z } from 'zod'
import { fileInput, instant, nothing, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/* The uploaded seal image (印章图). */

export const sealOperations = defineOperations({
  /** The seal image (印章图), its size and whether it may be used. `dataUri` is null while there is none. */
  'seal.get': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({
      dataUri: z.string().nullable(),
      widthMm: z.number(),
      heightMm: z.number(),
      isOn: z.boolean(),
      forms: z.array(z.object({ form: z.string(), title: z.string() })),
      changedBy: z.string().nullable(),
      changedAt: instant.nullable(),
      timesUsed: z.number().int(),
      version,
    }),
  },
  'seal.upload': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({
      file: fileInput,
      widthMm: z.number().min(10, '印章最小 10 毫米').max(80, '印章最大 80 毫米').multipleOf(0.1, '精确到 0.1 毫米'),
      version,
    }),
    output: z.object({ version }),
  },
  'seal.setUse': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ isOn: z.boolean(), reason: text('理由', 200), version }),
    output: z.object({ version }),
  },
  'seal.remove': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ reason: text('理由', 200), version }),
    output: z.object({ version }),
  },
})
