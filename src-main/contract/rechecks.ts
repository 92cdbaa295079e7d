import { z } from 'zod'
import { fen, id, instant, isoDate, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/** A false declaration (申报不实) as the pages of an application and its case show it. */
export const recheckFinding = z.object({
  id,
  applicationId: id,
  applicationNumber: z.string(),
  checkedOn: isoDate,
  checkedBy: z.string(),
  way: z.string(),
  finding: z.string(),
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  /** Subsidies paid for the case: what is to be recovered (追回已支付费用). */
  recoverFen: fen,
  /** Approved and not paid yet: to be stopped. */
  unpaidFen: fen,
  /** By when the director decides, where the pack sets a limit. */
  decideBy: isoDate.nullable(),
  terminationClause: z.string(),
  costClause: z.string(),
})

const recheckRow = z.object({
  id,
  applicationId: id,
  applicationNumber: z.string(),
  personName: z.string(),
  cause: z.string(),
  receivedOn: isoDate,
  reason: z.string(),
  drawId: id.nullable(),
  status: z.enum(['open', 'true', 'false']),
  checkedOn: isoDate.nullable(),
  checkedBy: z.string().nullable(),
  way: z.string().nullable(),
  finding: z.string().nullable(),
  recoverFen: fen.nullable(),
  version,
})

const draw = z.object({
  id,
  drawnOn: isoDate,
  drawnBy: z.string(),
  drawnAt: instant,
  from: isoDate,
  to: isoDate,
  seed: z.string(),
  rule: z.string(),
  population: z.array(z.string()),
  size: z.number().int(),
})

/** Spot re-checks (抽查核实) of applications granted on a declaration. */
export const recheckOperations = defineOperations({
  /** Draws from the applications received in a span of days. The same seed over the same applications draws the same ones. */
  'rechecks.draw': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ from: isoDate, to: isoDate, seed: z.string().trim().max(60).default('') }),
    output: z.object({ id, population: z.number().int(), size: z.number().int() }),
  },
  /** One application that a report or a doubt points at. */
  'rechecks.add': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ applicationId: id, reason: text('核实的原因', 200) }),
    output: z.object({ id }),
  },
  'rechecks.record': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      id,
      outcome: z.enum(['true', 'false'], '请选择属实或者不实'),
      checkedOn: isoDate,
      way: text('核实方式', 200),
      finding: text('核实情况', 1000),
      version,
    }),
    output: z.object({ recoverFen: fen }),
  },
  'rechecks.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({}),
    output: z.object({ rule: z.string(), draws: z.array(draw), rows: z.array(recheckRow) }),
  },
  'rechecks.finding': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ kind: z.enum(['application', 'case']), id }),
    output: recheckFinding.nullable(),
  },
})
