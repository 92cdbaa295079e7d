import { z } from 'zod'
import { clock, clockSubject, code, instant, isoDate, nothing, text } from './common.ts'
import { defineOperations } from './operation.ts'

const clockKey = { subject: clockSubject, limit: code }

export const clockOperations = defineOperations({
  /** One clock (期限) opened: its rule, its start, its pauses, its last day with the holiday that moved it, and who holds it. */
  'clocks.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject(clockKey),
    output: z.object({
      clock,
      /** What it runs on, in words: 申请 SQ2026-0012 孙桂芳. */
      subjectWords: z.string(),
      openPath: z.string(),
      /** Every time it was cancelled and restored, oldest first. */
      acts: z.array(z.object({ act: z.enum(['cancelled', 'restored']), at: instant, by: z.string(), reason: z.string() })),
      /** Last day up to which the holiday order (放假安排) is known. */
      knownThrough: isoDate,
    }),
  },
  /** Cancels an open clock with a reason (撤销期限). Its row stays, struck through, and may be restored. */
  'clocks.cancel': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ ...clockKey, reason: text('撤销理由', 200) }),
    output: nothing,
  },
  /** Lets a cancelled clock run again, as if it had never stood still. */
  'clocks.restore': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ ...clockKey, reason: text('恢复理由', 200) }),
    output: nothing,
  },
})
