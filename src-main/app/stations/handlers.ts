import type { ParsedInputOf } from '../../contract/index.ts'
import type { StationInput } from '../../contract/stations.ts'
import { findApplication } from '../../store/application-store.ts'
import type { StationTable } from '../../store/schema/desk.ts'
import {
  findFirstOpinion,
  findStation,
  findStationByName,
  firstOpinionOf,
  insertStation,
  listPassedUp,
  listStations,
  putFirstOpinion,
  stationOf,
  updateStation,
} from '../../store/station-store.ts'
import { changedParts } from '../changed-parts.ts'
import { type CommandContext, command, type HandlersOf, query } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { duplicate, notFound, ruleRefusal, stale } from '../refusal.ts'

/** Stations and justice offices (工作站、司法所), the third door of the center, and their first opinions (初审意见). */
export const stationHandlers: HandlersOf<'stations'> = {
  'stations.list': query(async ({ db }, { from, to }) => {
    const stations = await listStations(db)
    const passed = await listPassedUp(db, from, to)
    return stations.map(row => {
      const own = passed.filter(one => one.station_id === row.id)
      const count = (status: string) => own.filter(one => one.status === status).length
      const [granted, refused, withdrawn] = [count('granted'), count('refused'), count('withdrawn')]
      return {
        id: row.id,
        station: stationOf(row),
        passedUp: own.length,
        granted,
        refused,
        withdrawn,
        pending: own.length - granted - refused - withdrawn,
        otherwise: own.filter(
          one => (one.opinion === 'grant' && one.status === 'refused') || (one.opinion === 'refuse' && one.status === 'granted'),
        ).length,
        version: row.version,
      }
    })
  }),
  'stations.create': command(async (ctx, station) => {
    await checkStation(ctx, station, [], null)
    const id = ctx.newId()
    await insertStation(ctx.trx, id, station)
    await ctx.audit({ subjectKind: 'station', subjectId: id, summary: `登记工作站 ${station.name}`, after: station })
    return { id, version: 1 }
  }),
  'stations.update': command(async (ctx, { id, station, version }) => {
    const row = await findStation(ctx.db, id)
    if (!row) throw notFound('工作站')
    if (row.version !== version) throw stale('工作站', row.version)
    await checkStation(ctx, station, ['station'], row)
    const changed = changedParts(stationOf(row), station)
    if (!changed) return { version }
    await updateStation(ctx.trx, id, station)
    await ctx.audit({ subjectKind: 'station', subjectId: id, summary: `修改工作站 ${station.name}`, ...changed })
    return { version: version + 1 }
  }),
  'stations.firstOpinion': query(async ({ db }, { applicationId }) => {
    const row = await findFirstOpinion(db, applicationId)
    if (!row) return null
    return {
      firstOpinion: firstOpinionOf(row),
      stationName: row.station_name,
      enteredBy: row.enterer_name,
      enteredAt: row.entered_at,
      version: row.version,
    }
  }),
  'stations.recordFirstOpinion': command(recordFirstOpinion),
}

async function checkStation(ctx: CommandContext, station: StationInput, path: readonly string[], row: StationTable | null) {
  const problems = new FieldProblems(heldBy(row && stationOf(row)))
  problems.entryOf(ctx.pack.codes.stationKinds, station.kind, [...path, 'kind'], '工作站类别')
  problems.refuseIfAny()
  if (await findStationByName(ctx.db, station.name, row?.id ?? null))
    throw duplicate([...path, 'name'].join('.'), '已有同名的工作站')
}

/** The station's first opinion, with which an application is passed up (批办). The center decides; what it is told is kept as it was given. */
async function recordFirstOpinion(ctx: CommandContext, input: ParsedInputOf<'stations.recordFirstOpinion'>) {
  const { applicationId, firstOpinion: opinion, version } = input
  const application = await findApplication(ctx.db, applicationId)
  if (!application) throw notFound('申请')
  const before = await findFirstOpinion(ctx.db, applicationId)
  if ((before?.version ?? null) !== version) throw stale('初审意见', before?.version ?? 1)
  if (application.status !== 'deciding' && application.status !== 'supplementing')
    throw ruleRefusal('application-status', `申请 ${application.number} 已经办结，初审意见不能再改`, null)
  const facts = before ? firstOpinionOf(before) : null
  if (facts && !changedParts(facts, opinion)) return { version: before?.version ?? 1 }
  const station = await findStation(ctx.db, opinion.stationId)
  const problems = new FieldProblems()
  const path = (field: string) => ['firstOpinion', field]
  problems.note(!station, path('stationId'), '这个工作站没有登记，请重新选择')
  const isAnother = facts?.stationId !== opinion.stationId
  problems.note(isAnother && station?.is_active === 0, path('stationId'), `${station?.name ?? ''} 已停用，请另选`)
  problems.note(opinion.givenOn > ctx.today, path('givenOn'), '初审日期不能晚于今天')
  problems.note(opinion.passedOn > ctx.today, path('passedOn'), '转送日期不能晚于今天')
  problems.note(opinion.passedOn < opinion.givenOn, path('passedOn'), `转送日期不能早于初审日期 ${opinion.givenOn}`)
  problems.refuseIfAny()
  const next = (before?.version ?? 0) + 1
  await putFirstOpinion(ctx.trx, applicationId, opinion, { by: ctx.actor.userId, at: ctx.now, version: next })
  await ctx.audit({
    subjectKind: 'application',
    subjectId: applicationId,
    summary: `申请 ${application.number} 登记${station?.name ?? ''}初审意见`,
    before: facts,
    after: opinion,
  })
  return { version: next }
}
