import type { ApplicationInput } from '../../contract/applications.ts'
import { CUSTODY_LIMIT, type HandOverResult, handOverOf, minutesBetween } from '../../domain/custody.ts'
import { nameKey } from '../../domain/name-key.ts'
import { representationProblems } from '../../domain/representation.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { QueryContext } from '../context.ts'
import type { FieldPath, FieldProblems } from '../field-problems.ts'
import { shanghaiTimeOfDay } from '../shanghai-time.ts'

type StatementContext = Pick<QueryContext, 'pack' | 'today' | 'now'>

/**
 * Notes what cannot be in how the application was made: who applies for whom (代为申请), custody (在押), who filled it in (代填) and read it
 * (宣读), and whether the opponents agree with the first opponent's name.
 */
export function checkStatement(
  ctx: StatementContext,
  application: ApplicationInput,
  path: FieldPath,
  problems: FieldProblems,
): void {
  checkRepresentation(ctx, application, path, problems)
  checkCustody(ctx, application, path, problems)
  const { fillingReasons, readingManners } = ctx.pack.application
  if (application.filling)
    problems.entryOf(fillingReasons, application.filling.reason, [...path, 'filling', 'reason'], '代填原因')
  const { reading } = application
  if (reading) {
    problems.entryOf(readingManners, reading.manner, [...path, 'reading', 'manner'], '宣读方式')
    problems.note(isFuture(ctx, reading.readOn, reading.readAt), [...path, 'reading', 'readOn'], '宣读时间不能晚于现在')
  }
  const first = application.parties.find(party => party.role === 'opponent')
  if (first && application.opponentName !== null && nameKey(first.name) !== nameKey(application.opponentName))
    problems.note(true, [...path, 'opponentName'], `与当事人列表里的第一名对方当事人“${first.name}”不一致`)
  problems.note(
    application.isGroup && !application.parties.some(party => party.role === 'co-applicant'),
    [...path, 'parties'],
    '群体申请要填写人员名单',
  )
}

function checkRepresentation(
  ctx: StatementContext,
  { representation, parties, matterType, custody }: ApplicationInput,
  path: FieldPath,
  problems: FieldProblems,
): void {
  const places = parties.flatMap((party, index) => (party.role === 'agent' || party.role === 'guardian' ? [index] : []))
  const representatives = parties.flatMap(({ role, kind, name, relation }) =>
    role === 'agent' || role === 'guardian' ? [{ role, name, isOrganisation: kind === 'organisation', relation }] : [],
  )
  const facts = {
    ...representation,
    matterType: ctx.pack.codes.matterTypes.find(one => one.code === matterType)?.code ?? null,
    isDetained: custody !== null,
    representatives,
    opponentNames: parties.filter(party => party.role === 'opponent').map(party => party.name),
  }
  for (const { field, place, message } of representationProblems(facts, ctx.pack)) {
    const row = place === null ? undefined : places[place]
    if (field === 'representative' || field === 'name' || field === 'relation') {
      const column = field === 'representative' ? 'role' : field
      problems.note(true, row === undefined ? [...path, 'parties'] : [...path, 'parties', row, column], message)
    } else problems.note(true, [...path, 'representation', field], message)
  }
}

function checkCustody(ctx: StatementContext, application: ApplicationInput, path: FieldPath, problems: FieldProblems): void {
  const { custody, receivedOn } = application
  if (!custody?.forward) return
  const { by, handedOn, handedAt, receivedAt } = custody.forward
  const place = [...path, 'custody', 'forward']
  problems.entryOf(ctx.pack.application.forwarders, by, [...place, 'by'], '转交人')
  problems.note(isFuture(ctx, receivedOn, receivedAt), [...place, 'receivedAt'], '收到时间不能晚于现在')
  const minutes = minutesBetween({ day: handedOn, time: handedAt }, { day: receivedOn, time: receivedAt })
  problems.note(minutes < 0, [...place, 'handedOn'], '交给转交人的时间不能晚于本中心收到的时间')
}

function isFuture({ today, now }: StatementContext, day: string, time: string): boolean {
  return day > today || (day === today && time > shanghaiTimeOfDay(new Date(now)))
}

/** The hand-over (转交) of a detained applicant's application against the pack's hours, or null when nobody passed it on. */
export function handOverIn(pack: RulePack, application: Pick<ApplicationInput, 'custody' | 'receivedOn'>): HandOverResult | null {
  const forward = application.custody?.forward
  const limit = pack.time.hourLimits.find(one => one.id === CUSTODY_LIMIT)
  if (!forward || !limit) return null
  const handed = { day: forward.handedOn, time: forward.handedAt }
  return handOverOf(handed, { day: application.receivedOn, time: forward.receivedAt }, limit)
}
