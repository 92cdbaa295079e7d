import { z } from 'zod'
import { code, fen, id, isoDate, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

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
