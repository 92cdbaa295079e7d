import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { retentionFor } from '../../domain/retention.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { retentionReason } from './open-volume.ts'
import { loadVolumeCase } from './volume-case.ts'
import { editVolume, excusesOf, templateOf, volumePack } from './volume-state.ts'

/** Changes what stands at the head of a volume. Who arranged it (立卷人) and who checked it (检查人) are two people. */
export async function updateVolumeHead(
  ctx: CommandContext,
  input: ParsedInputOf<'archives.updateVolume'>,
): Promise<OutputOf<'archives.updateVolume'>> {
  return editVolume(ctx, input, async ({ volume }) => {
    const pack = volumePack(ctx, volume)
    if (!pack.retention.periods.some(period => period.code === input.retention))
      throw invalid(['retention'], '保管期限不在规定种类内')
    if (input.checkedById !== null && input.checkedById === input.arrangedById)
      throw invalid(['checkedById'], '检查人不能和立卷人是同一人')
    await mustBeStaff(ctx, 'arrangedById', input.arrangedById, volume.arranged_by)
    await mustBeStaff(ctx, 'checkedById', input.checkedById, volume.checked_by)
    const byRule = retentionFor(pack.retention, (await loadVolumeCase(ctx.db, pack, volume.case_id)).facts)
    const reason =
      input.retention === byRule.period ? retentionReason(byRule) : `${ctx.actor.name}改定，${retentionReason(byRule)}`
    const change = {
      title: input.title,
      retention: input.retention,
      retention_reason: reason,
      secrecy: input.secrecy,
      location: input.location,
      note: input.note,
      arranged_by: input.arrangedById,
      checked_by: input.checkedById,
    }
    const before = {
      title: volume.title,
      retention: volume.retention,
      secrecy: volume.secrecy,
      location: volume.location,
      note: volume.note,
      arranged_by: volume.arranged_by,
      checked_by: volume.checked_by,
    }
    return { change, summary: '修改案卷信息', before, after: change }
  })
}

async function mustBeStaff(
  ctx: CommandContext,
  field: 'arrangedById' | 'checkedById',
  id: string | null,
  before: string | null,
): Promise<void> {
  if (id === null || id === before) return
  const accounts = await listAccounts(ctx.db)
  if (!accounts.some(account => account.id === id && account.isActive)) throw invalid([field], '请选一个在用的账户')
}

/** Excuses a missing item with a reason for the note (备考表); an empty reason takes the excuse back. */
export async function excuseItem(
  ctx: CommandContext,
  input: ParsedInputOf<'archives.excuseItem'>,
): Promise<OutputOf<'archives.excuseItem'>> {
  return editVolume(ctx, input, async ({ volume }) => {
    const entry = templateOf(ctx, volume).items.find(item => item.no === input.templateItem)
    if (!entry) throw invalid(['templateItem'], '归档目录里没有这一项')
    const before = excusesOf(volume)
    const { [entry.no]: _, ...others } = before
    const after = input.reason === '' ? others : { ...others, [entry.no]: input.reason }
    const summary = input.reason === '' ? `撤回“${entry.title}”的缺件说明` : `说明缺“${entry.title}”：${input.reason}`
    return { change: { excuses: JSON.stringify(after) }, summary, before, after }
  })
}
