import { z } from 'zod'
import { clockTime, code, id, isoDate, optionalText, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/* How a review ends without a decision: deemed withdrawn (视为撤回), not for this center, handed over (移送). */

const desk = ['clerk', 'director'] as const

const moment = z.strictObject({ date: isoDate, time: clockTime })

export const endingOperations = defineOperations({
  /** What was missing did not come in time: the application counts as withdrawn (视为撤回), with a notice. An act, never automatic. */
  'endings.deemWithdrawn': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ id, endedOn: isoDate, version }),
    output: z.object({ version, paperId: id }),
  },
  /** Not for this center (不属于本中心受理): says why and where to go. */
  'endings.notOurs': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      endedOn: isoDate,
      ground: code,
      reason: text('理由', 300),
      place: text('去处', 60),
      placeAddress: optionalText('地址', 100),
      placePhone: optionalText('电话', 40),
      version,
    }),
    output: z.object({ version, paperId: id }),
  },
  /** Handed over (移送) to another competent center; of two, the first to receive the application accepts it. */
  'endings.handOver': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      endedOn: isoDate,
      ground: code,
      reason: text('移送理由', 300),
      toCenter: text('接收中心', 60),
      placeAddress: optionalText('地址', 100),
      placePhone: optionalText('电话', 40),
      receivedHereAt: moment,
      receivedThereAt: moment.nullable(),
      version,
    }),
    output: z.object({ version, paperId: id }),
  },
  'endings.confirmHandOver': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ id, confirmedOn: isoDate, confirmedBy: text('接收人', 30), version }),
    output: z.object({ version }),
  },
})
