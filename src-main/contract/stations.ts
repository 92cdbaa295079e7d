import { z } from 'zod'
import { code, id, instant, isoDate, optionalText, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/** A station (工作站) or justice office (司法所) that receives applications and passes them up for approval (批办). */
export const stationInput = z.strictObject({
  kind: code,
  name: text('工作站名称', 80),
  contactName: optionalText('联络人', 30),
  phone: optionalText('联系电话', 40),
  address: optionalText('地址', 120),
  isActive: z.boolean(),
})
export type StationInput = z.infer<typeof stationInput>

/** The station's first opinion (初审意见): for aid, against it, or left to the center. */
export const stationOpinion = z.enum(['grant', 'refuse', 'open'])
export type StationOpinion = z.infer<typeof stationOpinion>

export const firstOpinionInput = z.strictObject({
  stationId: id,
  opinion: stationOpinion,
  reason: text('初审意见', 1000),
  givenBy: text('初审人', 30),
  givenOn: isoDate,
  /** The day on which the papers were passed up to the center. */
  passedOn: isoDate,
})
export type FirstOpinionInput = z.infer<typeof firstOpinionInput>

/** The third door: township stations and justice offices give a first opinion and pass up for approval. */
export const stationOperations = defineOperations({
  /** Every station with what it passed up between two days (inclusive) and what became of it. */
  'stations.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ from: isoDate, to: isoDate }),
    output: z.array(
      z.object({
        id,
        station: stationInput,
        passedUp: z.number().int(),
        granted: z.number().int(),
        refused: z.number().int(),
        withdrawn: z.number().int(),
        pending: z.number().int(),
        /** How many were decided otherwise than the station had proposed. */
        otherwise: z.number().int(),
        version,
      }),
    ),
  },
  'stations.create': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: stationInput,
    output: z.object({ id, version }),
  },
  'stations.update': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: z.strictObject({ id, station: stationInput, version }),
    output: z.object({ version }),
  },
  /** The first opinion on an application, or null where it came straight to the center. */
  'stations.firstOpinion': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ applicationId: id }),
    output: z
      .object({
        firstOpinion: firstOpinionInput,
        stationName: z.string(),
        enteredBy: z.string(),
        enteredAt: instant,
        version,
      })
      .nullable(),
  },
  /** Records or mends the first opinion while the application is not decided. `version` is null the first time. */
  'stations.recordFirstOpinion': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ applicationId: id, firstOpinion: firstOpinionInput, version: version.nullable() }),
    output: z.object({ version }),
  },
})
