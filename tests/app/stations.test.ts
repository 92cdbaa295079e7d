import { expect, test } from 'vitest'
import { applicationInput } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

const STATION = {
  kind: 'township',
  name: '燕山乡法律援助工作站',
  contactName: '孙所长',
  phone: null,
  address: null,
  isActive: true,
} as const

async function openDesk() {
  const center = await makeCenter()
  const { id: stationId } = await center.call(center.clerk, 'stations.create', STATION)
  const { id: applicationId } = await center.call(center.clerk, 'applications.submit', applicationInput())
  const opinion = {
    stationId,
    opinion: 'grant',
    reason: '家庭困难，拟同意。',
    givenBy: '孙所长',
    givenOn: '2026-11-17',
    passedOn: '2026-11-18',
  } as const
  return { ...center, stationId, applicationId, opinion }
}

test('a first opinion is kept as it was given, mended on its version, and shut once the center has decided', async () => {
  const desk = await openDesk()
  const { applicationId, opinion } = desk
  expect(await desk.call(desk.director, 'stations.firstOpinion', { applicationId })).toBeNull()
  const first = await desk.call(desk.clerk, 'stations.recordFirstOpinion', {
    applicationId,
    firstOpinion: opinion,
    version: null,
  })
  expect(first).toEqual({ version: 1 })
  const late = { applicationId, firstOpinion: { ...opinion, reason: '拟同意' }, version: null }
  expect(await desk.refusal(desk.clerk, 'stations.recordFirstOpinion', late)).toMatchObject({ code: 'STALE', version: 1 })
  expect(await desk.call(desk.clerk, 'stations.recordFirstOpinion', { ...late, firstOpinion: opinion, version: 1 })).toEqual({
    version: 1,
  })
  await desk.call(desk.director, 'stations.update', { id: desk.stationId, station: { ...STATION, isActive: false }, version: 1 })
  expect(await desk.call(desk.clerk, 'stations.recordFirstOpinion', { ...late, version: 1 })).toEqual({ version: 2 })
  const read = await desk.call(desk.director, 'stations.firstOpinion', { applicationId })
  expect(read).toMatchObject({ firstOpinion: { reason: '拟同意' }, stationName: STATION.name, enteredBy: '王莉', version: 2 })
  const { version } = await desk.call(desk.director, 'applications.get', { id: applicationId })
  await desk.call(desk.director, 'decisions.decide', {
    outcome: 'refused',
    applicationId,
    decidedOn: '2026-11-20',
    reasons: ['out-of-scope'],
    opinion: '不属于范围',
    version,
  })
  expect(await desk.refusal(desk.clerk, 'stations.recordFirstOpinion', { ...late, version: 2 })).toMatchObject({
    rule: 'application-status',
  })
  const period = { from: '2026-11-18', to: '2026-11-18' }
  expect(await desk.call(desk.director, 'stations.list', period)).toMatchObject([
    { station: { name: STATION.name }, passedUp: 1, granted: 0, refused: 1, withdrawn: 0, pending: 0, otherwise: 1 },
  ])
  expect(await desk.call(desk.director, 'stations.list', { from: '2026-11-19', to: '2026-11-30' })).toMatchObject([
    { passedUp: 0 },
  ])
})

const refused: [what: string, more: object, field: string][] = [
  ['an opinion of tomorrow', { givenOn: '2026-11-21', passedOn: '2026-11-21' }, 'givenOn'],
  ['papers passed up before the opinion', { passedOn: '2026-11-16' }, 'passedOn'],
  ['a station that is not registered', { stationId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, 'stationId'],
]
test('is refused where it cannot be so', async () => {
  const desk = await openDesk()
  const { applicationId, opinion } = desk
  for (const [what, more, field] of refused) {
    const input = { applicationId, firstOpinion: { ...opinion, ...more }, version: null }
    const error = await desk.refusal(desk.clerk, 'stations.recordFirstOpinion', input)
    expect(JSON.stringify(error), what).toContain(`"path":["firstOpinion","${field}"]`)
  }
  await desk.call(desk.clerk, 'stations.update', { id: desk.stationId, station: { ...STATION, isActive: false }, version: 1 })
  const shut = await desk.refusal(desk.clerk, 'stations.recordFirstOpinion', {
    applicationId,
    firstOpinion: opinion,
    version: null,
  })
  expect(JSON.stringify(shut)).toContain('已停用')
  expect(await desk.refusal(desk.clerk, 'stations.create', STATION)).toMatchObject({ code: 'DUPLICATE', field: 'name' })
})
