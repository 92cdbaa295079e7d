import type { ConflictFinding, ConflictReason } from '../../contract/conflicts.ts'
import { insertAcknowledgements } from '../../store/conflict-store.ts'
import type { CommandContext } from '../context.ts'
import { ruleRefusal } from '../refusal.ts'

/** Id of the refusal that asks for reasons (登记处理理由). */
export const CONFLICT_REFUSAL = 'conflict'
const MOST_NAMED = 3

/**
 * Takes the reasons for going on in spite of conflicts (利益冲突), and stores them with who and when.
 * @throws Refusal RULE while a conflict that asks for a reason has none; the sentence names the files.
 */
export async function requireReasons(
  ctx: CommandContext,
  subject: { readonly kind: 'application' | 'case'; readonly id: string },
  findings: readonly ConflictFinding[],
  reasons: readonly ConflictReason[],
): Promise<number> {
  const open = findings.filter(one => one.acknowledgement === null && one.isCurrent)
  const reasonFor = (one: ConflictFinding) => reasons.find(given => given.key === one.key)?.reason
  const missing = open.filter(one => one.severity === 'reason' && reasonFor(one) === undefined)
  const [first] = missing
  if (first) {
    const named = missing.slice(0, MOST_NAMED).map(one => one.sentence)
    const rest = missing.length > MOST_NAMED ? `等 ${missing.length} 项` : ''
    const message = `有 ${missing.length} 项利益冲突没有登记处理理由：${named.join('；')}${rest}`
    throw ruleRefusal(CONFLICT_REFUSAL, message, first.clause)
  }
  const given = open.flatMap(one => {
    const reason = reasonFor(one)
    return reason === undefined ? [] : [{ one, reason }]
  })
  await insertAcknowledgements(
    ctx.trx,
    given.map(({ one, reason }) => ({
      id: ctx.newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      conflict_key: one.key,
      rule: one.rule,
      sentence: one.sentence,
      party_role: one.partyRole,
      party_name: one.partyName,
      matter_kind: one.matterKind,
      matter_id: one.matterId,
      matter_number: one.number,
      strength: one.strength,
      reason,
      acknowledged_by: ctx.actor.userId,
      acknowledged_at: ctx.now,
      pack_version: ctx.inForce.version,
    })),
  )
  for (const { one, reason } of given)
    await ctx.audit({
      subjectKind: subject.kind,
      subjectId: subject.id,
      summary: `登记利益冲突处理理由：${one.number}　${reason}`,
      after: { conflict: one.sentence, rule: one.rule, strength: one.strength, matterId: one.matterId, reason },
    })
  return given.length
}
