import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { templateFor, volumeTitle } from '../../domain/filing.ts'
import { type RetentionResult, retentionFor } from '../../domain/retention.ts'
import { findVolumeOfCase, insertVolume } from '../../store/volume-store.ts'
import type { CommandContext } from '../context.ts'
import { duplicate, ruleRefusal } from '../refusal.ts'
import { loadVolumeCase } from './volume-case.ts'

/**
 * Opens the volume (立卷) of a closed case whose papers were accepted: filing order, title, retention and year follow from the pack. The year
 * is that of closing. @throws Refusal NOT_FOUND, RULE, DUPLICATE.
 */
export async function openVolume(
  ctx: CommandContext,
  { caseId }: ParsedInputOf<'archives.open'>,
): Promise<OutputOf<'archives.open'>> {
  const { pack } = ctx
  const { record, facts, closedOn } = await loadVolumeCase(ctx.db, pack, caseId)
  if (await findVolumeOfCase(ctx.db, caseId)) throw duplicate('caseId', `${record.number} 已经立卷`)
  if (record.status !== 'awaiting-volume') throw ruleRefusal('volume-needs-accepted-papers', '结案材料审核通过后才能立卷', null)
  const template = templateFor(pack.filing, facts)
  if (!template) throw ruleRefusal('filing-order', '规则包没有给这类案件规定归档目录，请先补上', null)
  const retention = retentionFor(pack.retention, facts)
  const id = ctx.newId()
  const title = volumeTitle(pack.filing.volumeTitle, { recipient: record.person.name, cause: record.cause })
  // A volume that must not be shown freely (V62) starts as one that is not.
  const isSensitive = facts.flags.includes('minor-recipient') || facts.flags.includes('privacy')
  await insertVolume(ctx.trx, {
    id,
    case_id: caseId,
    archive_number: null,
    template: template.id,
    title,
    started_on: record.application?.receivedOn ?? record.openedOn,
    ended_on: closedOn,
    archive_year: Number(closedOn.slice(0, 4)),
    retention: retention.period,
    retention_reason: retentionReason(retention),
    secrecy: isSensitive ? 'restricted' : 'none',
    location: null,
    note: '',
    excuses: '{}',
    arranged_by: null,
    checked_by: null,
    status: 'arranging',
    sealed_at: null,
    sealed_by: null,
    package_sha256: null,
    content_digest: null,
    page_count: 0,
    item_count: 0,
    pack_version: ctx.inForce.version,
    created_at: ctx.now,
    version: 1,
  })
  await ctx.audit({
    subjectKind: 'volume',
    subjectId: id,
    summary: `立卷　${record.number}　${title}`,
    after: { template: template.id, retention: retention.period },
  })
  return { id, version: 1 }
}

/** Why the volume has its period, in one line: 规则得出：房屋、土地纠纷（律师档案保管期限表）. */
export function retentionReason(retention: RetentionResult): string {
  return `规则得出${retention.label}：${retention.reason}（${retention.clause}）`
}
