import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { parseRulePack } from '../../packs/load-pack.ts'
import { sha256Hex } from '../../store/keyring.ts'
import { deleteDraft } from '../../store/pack-draft-store.ts'
import { insertPack, listPacks } from '../../store/pack-store.ts'
import type { CommandContext } from '../context.ts'
import { duplicate, invalid } from '../refusal.ts'
import { draftOf } from './drafts.ts'
import { packProblems } from './pack-problems.ts'

/**
 * Signs a sound pack into force (签发施行) from a day, today at the earliest. The signing director's password is asked for again. The
 * draft it was made from is no more. @throws Refusal VALIDATION with the line of the first fault, DUPLICATE for a version that was used.
 */
export async function enact(ctx: CommandContext, input: ParsedInputOf<'packs.enact'>): Promise<OutputOf<'packs.enact'>> {
  const { text, enactedOn, draftId } = input
  const [first] = await packProblems(ctx, text)
  const parsed = parseRulePack(text)
  if (first || !parsed.ok)
    throw invalid(['text'], first ? `第 ${first.line} 行第 ${first.column} 列：${first.message}` : '规则包不能识别')
  const { version, name, effectiveFrom } = parsed.pack
  if ((await listPacks(ctx.db)).some(pack => pack.version === version))
    throw duplicate('version', `版本 ${version} 已经有了，请改版本号再签发`)
  if (enactedOn < ctx.today) throw invalid(['enactedOn'], '不能从过去的日期起施行：已作的决定按当时的规则')
  if (enactedOn < effectiveFrom) throw invalid(['enactedOn'], `规则包写明自 ${effectiveFrom} 起施行，不能更早`)
  const draft = draftId === null ? null : await draftOf(ctx, draftId)
  if (draft && draft.content !== text) throw invalid(['text'], '草稿刚才改过，请重新看过不同之处再签发')
  await ctx.center.checkPassword(ctx.actor.userId, input.password)
  const id = ctx.newId()
  await insertPack(ctx.trx, {
    id,
    version,
    name,
    // A local standard is kept whole, so that the national rules of a later version cannot change what was signed.
    content: parsed.text,
    sha256: sha256Hex(parsed.text),
    enactedOn,
    enactedBy: ctx.actor.userId,
    enactedAt: ctx.now,
  })
  if (draft) await deleteDraft(ctx.trx, draft.id)
  await ctx.audit({
    subjectKind: 'pack',
    subjectId: id,
    summary: `签发规则包 ${version}，自 ${enactedOn} 起施行`,
    after: { version, name, enactedOn },
  })
  ctx.afterCommit(() => ctx.center.reloadPacks())
  return { id, version }
}
