import { archiveCategoryOf, formatArchiveNumber } from '../../domain/archive-number.ts'
import type { CaseFacts } from '../../domain/case-facts.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { type CenterRecord, getCenter } from '../../store/center-store.ts'
import { drawNumber } from '../../store/number-store.ts'
import type { VolumeRow } from '../../store/volume-store.ts'
import type { CommandContext } from '../context.ts'
import { refusingTaken } from '../numbering/draw-number.ts'
import { ruleRefusal } from '../refusal.ts'

/** The parts of an archive number (档号) but its sequence. @throws Refusal RULE when the pack has no category for the case. */
export function archiveTokens(pack: RulePack, center: CenterRecord, volume: VolumeRow, facts: CaseFacts) {
  const category = archiveCategoryOf(pack.archiveNumber, facts)
  if (category === null) throw ruleRefusal('archive-category', '规则包没有给这类案件规定档号类别，请先补上', null)
  return { fonds: center.fondsCode, category, year: volume.archive_year, retention: volume.retention }
}

/** Draws a volume's archive number in this transaction. Each category and retention period counts by itself in each year. */
export async function drawArchiveNumber(
  ctx: CommandContext,
  pack: RulePack,
  volume: VolumeRow,
  facts: CaseFacts,
): Promise<string> {
  const tokens = archiveTokens(pack, await getCenter(ctx.db), volume, facts)
  const format = (seq: number) => formatArchiveNumber(pack.archiveNumber, { ...tokens, seq })
  return refusingTaken(() =>
    drawNumber(ctx.trx, `archive:${tokens.category}:${tokens.retention}`, tokens.year, format, {
      subjectKind: 'volume',
      subjectId: volume.id,
      drawnAt: ctx.now,
      drawnBy: ctx.actor.userId,
    }),
  )
}
