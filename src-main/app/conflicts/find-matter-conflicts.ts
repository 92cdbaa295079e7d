import type { ConflictFinding } from '../../contract/conflicts.ts'
import {
  type Conflict,
  type ConflictParty,
  conflictKey,
  findConflicts,
  handlerConflictRule,
  type MatchStrength,
} from '../../domain/conflict.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import type { ConflictRuleId } from '../../domain/rule-pack/people.ts'
import {
  type ExceptMatter,
  type KnownStanding,
  listAcknowledgements,
  listHandlersOf,
  listHelped,
  listOpposed,
} from '../../store/conflict-store.ts'
import { findHandler, type StoredHandler } from '../../store/provider-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'

const STRENGTH_WORDS: Readonly<Record<MatchStrength, string>> = {
  certificate: '证件号码一致',
  register: '人员登记是同一人',
  name: '姓名相同，是不是同一人待核对',
}

export type ConflictQuestion = {
  readonly parties: readonly ConflictParty[]
  readonly except: ExceptMatter
  /** With a handler (承办人) also what that handler and the same provider handle and handled. */
  readonly handlerId: string | null
}

/**
 * Every conflict of interest (利益冲突) of a matter, the surest first, with the reasons that were given; then those that a reason was given
 * for and that the records no longer show. What the actor may not see is told without names.
 */
export async function findMatterConflicts(ctx: QueryContext, question: ConflictQuestion): Promise<ConflictFinding[]> {
  const { parties, except } = question
  const known = [
    ...(await listHelped(
      ctx.db,
      parties.filter(party => party.role !== 'applicant' && party.role !== 'co-applicant'),
      except,
    )),
    ...(await listOpposed(
      ctx.db,
      parties.filter(party => party.role === 'applicant' || party.role === 'co-applicant'),
      except,
    )),
  ]
  const conflicts = findConflicts(parties, known)
  const live = [
    ...conflicts.map(one => findingOf(ctx, one.rule, one.known.fileId, one, sentenceOf(one))),
    ...(question.handlerId === null ? [] : await handlerFindings(ctx, question.handlerId, conflicts)),
  ]
  return ctx.concealment.redact(await withReasons(ctx, except, live))
}

type Found = Conflict<KnownStanding>

async function handlerFindings(ctx: QueryContext, handlerId: string, conflicts: readonly Found[]): Promise<ConflictFinding[]> {
  const handler = await findHandler(ctx.db, handlerId)
  if (!handler) throw notFound('承办人')
  const cases = conflicts.flatMap(one => (one.known.caseId === null ? [] : [one.known.caseId]))
  const standings = await listHandlersOf(ctx.db, [...new Set(cases)])
  const found = new Map<string, ConflictFinding>()
  for (const one of conflicts) {
    for (const other of standings.filter(standing => standing.caseId === one.known.caseId)) {
      const stands = one.known.side === 'opposed' ? ('against-recipient' as const) : ('for-opponent' as const)
      const rule = handlerConflictRule({ id: handler.id, providerId: handler.handler.providerId }, { ...other, stands })
      if (rule === null) continue
      const finding = findingOf(ctx, rule, `${handler.id}|${one.known.fileId}`, one, handlerSentence(handler, other, one))
      found.set(finding.key, finding)
    }
  }
  return [...found.values()]
}

function findingOf(
  ctx: QueryContext,
  rule: ConflictRuleId,
  place: string,
  { party, known, strength }: Found,
  sentence: string,
): ConflictFinding {
  const entry = ctx.pack.conflictRules.find(one => one.id === rule)
  if (!entry) throw new Error(`The rule pack has no conflict rule ${rule}`)
  return {
    key: conflictKey(rule, place, party.nameKey),
    rule,
    label: entry.label,
    severity: entry.severity,
    clause: clauseOf(entry.basis),
    confidence: entry.basis.confidence,
    sentence,
    strength,
    strengthWords: STRENGTH_WORDS[strength],
    partyRole: party.role,
    partyName: party.name,
    matterKind: known.matterKind,
    matterId: known.matterId,
    number: known.number,
    cause: known.cause,
    date: known.date,
    personName: known.applicantName,
    isCurrent: true,
    acknowledgement: null,
  }
}

const ROLE_WORDS = {
  applicant: '申请人',
  'co-applicant': '共同申请人',
  opponent: '对方当事人',
  'opponent-agent': '对方代理人',
  other: '其他当事人',
} as const

function sentenceOf({ party, known }: Found): string {
  const who = `${ROLE_WORDS[party.role]} ${party.name}`
  return known.side === 'helped'
    ? `${who} 是 ${known.number}（${known.cause}）的申请人`
    : `${who} 是 ${known.number}（${known.applicantName} ${known.cause}）的对方当事人`
}

function handlerSentence(
  handler: StoredHandler,
  other: Awaited<ReturnType<typeof listHandlersOf>>[number],
  { known, party }: Found,
): string {
  const isOpen = other.endedOn === null && other.closedOn === null
  const who = other.handlerId === handler.id ? other.handlerName : `同一机构的 ${other.handlerName}`
  const against =
    known.side === 'opposed' ? `以本案受援人 ${party.name} 为对方` : `为本案${ROLE_WORDS[party.role]} ${party.name} 提供援助`
  return `${who}${isOpen ? '正在办理' : '办过'} ${known.number}，${against}`
}

async function withReasons(ctx: QueryContext, { applicationId, caseId }: ExceptMatter, live: readonly ConflictFinding[]) {
  const given = await listAcknowledgements(
    ctx.db,
    [applicationId, caseId].filter(id => id !== null),
  )
  const keys = new Set(live.map(one => one.key))
  const shown = live.map(one => {
    const reason = given.find(row => row.conflict_key === one.key)
    return { ...one, acknowledgement: reason ? { reason: reason.reason, by: reason.by, at: reason.acknowledged_at } : null }
  })
  const past = given
    .filter(row => !keys.has(row.conflict_key))
    .map(
      (row): ConflictFinding => ({
        key: row.conflict_key,
        rule: row.rule as ConflictRuleId,
        label: ctx.pack.conflictRules.find(one => one.id === row.rule)?.label ?? row.rule,
        severity: 'notice',
        clause: null,
        confidence: null,
        sentence: row.sentence,
        strength: row.strength as MatchStrength,
        strengthWords: STRENGTH_WORDS[row.strength as MatchStrength],
        partyRole: row.party_role as ConflictParty['role'],
        partyName: row.party_name,
        matterKind: row.matter_kind,
        matterId: row.matter_id,
        number: row.matter_number,
        cause: '',
        date: null,
        personName: '',
        isCurrent: false,
        acknowledgement: { reason: row.reason, by: row.by, at: row.acknowledged_at },
      }),
    )
  return [...shown, ...past]
}
