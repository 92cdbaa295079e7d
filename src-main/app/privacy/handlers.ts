import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { type HidingFacts, offeredGrounds } from '../../domain/hiding-offers.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import type { HidingGround } from '../../domain/rule-pack/people.ts'
import { findApplication, listApplicationParts } from '../../store/application-store.ts'
import { findCase } from '../../store/case-store.ts'
import { findPerson } from '../../store/person-store.ts'
import { findRestriction, type MatterSubject, putRestriction, removeRestriction } from '../../store/restriction-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import { type CommandContext, command, type HandlersOf, type QueryContext, query } from '../context.ts'
import { FieldProblems, heldBy } from '../field-problems.ts'
import { forbidden, invalid, notFound, stale } from '../refusal.ts'

/** Who may see juvenile and secret matters (限定知悉范围). */
export const privacyHandlers: HandlersOf<'privacy'> = {
  'privacy.get': query(getPrivacy),
  'privacy.restrict': command(restrict),
  'privacy.lift': command(async (ctx, { matter, reason, version }) => {
    const stored = await findRestriction(ctx.db, matter)
    if (!stored) throw notFound('知悉范围')
    if (stored.version !== version) throw stale('知悉范围', stored.version)
    const { number } = await factsOf(ctx, matter)
    await removeRestriction(ctx.trx, matter)
    await ctx.audit({
      subjectKind: matter.kind,
      subjectId: matter.id,
      summary: `取消 ${number} 的知悉范围限制：${reason}`,
      before: { ground: stored.ground, viewers: stored.viewers.map(one => one.name) },
      after: { reason },
    })
    return { lifted: true as const }
  }),
}

async function restrict(ctx: CommandContext, input: ParsedInputOf<'privacy.restrict'>): Promise<OutputOf<'privacy.restrict'>> {
  const { matter, ground, note, viewerIds, version } = input
  const { number } = await factsOf(ctx, matter)
  const stored = await findRestriction(ctx.db, matter)
  if ((stored?.version ?? 0) !== version) throw stale('知悉范围', stored?.version ?? 0)
  const problems = new FieldProblems(heldBy(stored && { ground: stored.ground }))
  const entry = problems.entryOf(ctx.pack.privacy.restrictionGrounds, ground, ['ground'], '限定的情形')
  problems.refuseIfAny()
  const isDirector = ctx.actor.roles.includes('director')
  if (!isDirector && (stored || viewerIds.length > 0)) throw forbidden('role', '谁可以知悉由主任决定；您可以先设为限定')
  const staff = await listAccounts(ctx.db)
  const names = viewerIds.map((id, index) => {
    const known = staff.find(one => one.id === id)
    if (!known) throw invalid(['viewerIds', index], '没有这位工作人员')
    return known.name
  })
  await putRestriction(
    ctx.trx,
    {
      subject_kind: matter.kind,
      subject_id: matter.id,
      ground,
      note,
      // Whoever set it first keeps seeing it.
      set_by: stored?.set_by ?? ctx.actor.userId,
      set_at: stored?.set_at ?? ctx.now,
      version: version + 1,
    },
    viewerIds,
  )
  await ctx.audit({
    subjectKind: matter.kind,
    subjectId: matter.id,
    summary: `${number} 限定知悉范围：${entry?.label ?? ground}${names.length > 0 ? `，可知悉 ${names.join('、')}` : ''}`,
    before: stored ? { ground: stored.ground, note: stored.note, viewers: stored.viewers.map(one => one.name) } : null,
    after: { ground, note, viewers: names },
  })
  return { version: version + 1 }
}

async function getPrivacy(ctx: QueryContext, { matter }: ParsedInputOf<'privacy.get'>): Promise<OutputOf<'privacy.get'>> {
  const { hiding, personId, related } = await factsOf(ctx, matter)
  const own = await findRestriction(ctx.db, matter)
  const inherited = own || related === null ? null : await findRestriction(ctx.db, related)
  const row = own ?? inherited
  const person = await findPerson(ctx.db, personId)
  const { protectionGrounds, restrictionGrounds } = ctx.pack.privacy
  const label = (code: string) => restrictionGrounds.find(one => one.code === code)
  const offers = (grounds: readonly HidingGround[]) =>
    offeredGrounds(grounds, hiding).map(one => ({ code: one.code, label: one.label, clause: clauseOf(one.basis) }))
  return {
    restriction: row && {
      ground: row.ground,
      label: label(row.ground)?.label ?? row.ground,
      clause: clauseOfGround(label(row.ground)),
      note: row.note,
      setBy: row.setter,
      setAt: row.set_at,
      viewers: row.viewers,
      version: row.version,
    },
    isInherited: inherited !== null,
    offeredRestrictions: row ? [] : offers(restrictionGrounds),
    offeredProtections: person?.protection === null ? offers(protectionGrounds) : [],
    personId,
    isProtected: person !== null && person.protection !== null,
  }
}

function clauseOfGround(ground: HidingGround | undefined): string | null {
  return ground ? clauseOf(ground.basis) : null
}

type MatterFacts = {
  readonly number: string
  readonly personId: string
  readonly hiding: HidingFacts
  /** The application of a case, whose restriction holds for it too. */
  readonly related: MatterSubject | null
}

async function factsOf(ctx: Pick<QueryContext, 'db'>, matter: MatterSubject): Promise<MatterFacts> {
  if (matter.kind === 'application') {
    const row = await findApplication(ctx.db, matter.id)
    if (!row) throw notFound('申请')
    const { categories } = await listApplicationParts(ctx.db, matter.id)
    const hardship: { ground?: unknown } = JSON.parse(row.hardship_input)
    const hardshipGround = typeof hardship.ground === 'string' ? hardship.ground : null
    const hiding = { scope: row.scope, cause: row.cause, facts: row.facts, hardshipGround, personCategories: categories }
    return { number: row.number, personId: row.person_id, hiding, related: null }
  }
  const record = await findCase(ctx.db, matter.id)
  if (!record) throw notFound('案件')
  const { scope, cause, facts, categories } = record
  const related = record.application ? { kind: 'application' as const, id: record.application.id } : null
  const hiding = { scope, cause, facts, hardshipGround: null, personCategories: categories }
  return { number: record.number, personId: record.personId, hiding, related }
}
