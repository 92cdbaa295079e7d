import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { findApplication } from '../../store/application-store.ts'
import { findConsultation, voidConsultation } from '../../store/consultation-store.ts'
import { voidNumber } from '../../store/number-store.ts'
import type { CommandContext } from '../context.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'

/** Voids an entry made in error (作废): it stays, with the reason, and so does its number in the ledger. @throws Refusal STALE, RULE. */
export async function voidEntry(
  ctx: CommandContext,
  { id, reason, version }: ParsedInputOf<'consultations.void'>,
): Promise<OutputOf<'consultations.void'>> {
  const row = await findConsultation(ctx.db, id)
  if (!row) throw notFound('咨询')
  if (row.version !== version) throw stale('咨询', row.version)
  if (row.voided_at !== null) throw ruleRefusal('consultation-voided', `咨询 ${row.number} 已经作废`, null)
  const application = row.application_id === null ? undefined : await findApplication(ctx.db, row.application_id)
  if (application && application.status !== 'withdrawn')
    throw ruleRefusal('consultation-applied', `咨询 ${row.number} 已转为申请 ${application.number}，不能作废`, null)
  await voidConsultation(ctx.trx, id, { reason, by: ctx.actor.userId, at: ctx.now })
  // The director may have voided the number by itself before; then its own reason stands.
  await voidNumber(ctx.trx, row.number, reason, ctx.now, ctx.actor.userId)
  await ctx.audit({
    subjectKind: 'consultation',
    subjectId: id,
    summary: `作废咨询 ${row.number}：${reason}`,
    before: { status: 'used' },
    after: { status: 'void', reason },
  })
  return { version: version + 1 }
}
