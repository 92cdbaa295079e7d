import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { drawSample, sampleSize } from '../../domain/recheck.ts'
import { findApplication } from '../../store/application-store.ts'
import { sha256Hex } from '../../store/keyring.ts'
import { hasOpenRecheck, insertDraw, insertRecheck, listGrantedByCheck } from '../../store/recheck-store.ts'
import { storedHardship } from '../applications/assess-hardship.ts'
import type { CommandContext } from '../context.ts'
import { invalid, notFound, ruleRefusal } from '../refusal.ts'
import { recheckRules } from './recheck-rules.ts'

/**
 * Draws a sample (抽取) by the pack's rule from the applications of a span that were granted on a signed declaration. Seed, rule and the
 * numbers drawn from are kept, so that the draw can be repeated. @throws Refusal VALIDATION for days, RULE where nothing can be drawn.
 */
export async function drawRechecks(
  ctx: CommandContext,
  { from, to, seed }: ParsedInputOf<'rechecks.draw'>,
): Promise<OutputOf<'rechecks.draw'>> {
  const rules = recheckRules(ctx.pack)
  if (to < from) throw invalid(['to'], '止期不能早于起期')
  if (to > ctx.today) throw invalid(['to'], '止期不能晚于今天')
  const declared = (await listGrantedByCheck(ctx.db, from, to)).filter(row => {
    const told = storedHardship(row.hardship_input)
    return told.route === 'check' && told.proofWay?.way === 'declaration' && told.proofWay.isSigned === true
  })
  if (declared.length === 0)
    throw ruleRefusal('recheck-population', `${from} 至 ${to} 没有凭个人诚信承诺给予援助、还没有核实过的申请`, null)
  const id = ctx.newId()
  const used = seed === '' ? id : seed
  const drawn = drawSample(declared, sampleSize(declared.length, rules), used, sha256Hex)
  const population = declared.map(row => row.number)
  await insertDraw(ctx.trx, {
    id,
    from_day: from,
    to_day: to,
    seed: used,
    percent: rules.percent,
    at_least: rules.atLeast,
    population: JSON.stringify(population),
    size: drawn.length,
    drawn_on: ctx.today,
    drawn_by: ctx.actor.userId,
    drawn_at: ctx.now,
    pack_version: ctx.inForce.version,
  })
  for (const row of drawn)
    await insertRecheck(ctx.trx, { id: ctx.newId(), draw_id: id, application_id: row.id, reason: '随机抽取' })
  await ctx.audit({
    subjectKind: 'recheck',
    subjectId: id,
    summary: `抽取 ${drawn.length} 件申请核实（${from} 至 ${to} 共 ${declared.length} 件）`,
    after: { from, to, seed: used, population, drawn: drawn.map(row => row.number) },
  })
  return { id, population: declared.length, size: drawn.length }
}

/** Opens a re-check of one application on a report or a doubt. @throws Refusal NOT_FOUND, RULE while one is open already. */
export async function addRecheck(
  ctx: CommandContext,
  { applicationId, reason }: ParsedInputOf<'rechecks.add'>,
): Promise<OutputOf<'rechecks.add'>> {
  const application = await findApplication(ctx.db, applicationId)
  if (!application) throw notFound('申请')
  if (await hasOpenRecheck(ctx.db, applicationId)) throw ruleRefusal('recheck-open', `申请 ${application.number} 正在核实`, null)
  const id = ctx.newId()
  await insertRecheck(ctx.trx, { id, draw_id: null, application_id: applicationId, reason })
  await ctx.audit({
    subjectKind: 'application',
    subjectId: applicationId,
    summary: `申请 ${application.number} 列入核实`,
    after: { reason },
  })
  return { id }
}
