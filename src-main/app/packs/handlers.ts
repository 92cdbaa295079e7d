import type { RulePack } from '../../domain/rule-pack.ts'
import { parseRulePack } from '../../packs/load-pack.ts'
import { sha256Hex } from '../../store/keyring.ts'
import { findPackText, insertPack, listPacks } from '../../store/pack-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { duplicate, invalid, notFound } from '../refusal.ts'
import { readPackFile } from './read-pack-file.ts'

/** The rule pack (规则包): what is in force, what was, and signing a new one into force. */
export const packHandlers: HandlersOf<'packs'> = {
  'packs.current': query(async ({ inForce }) => ({ ...inForce, pack: JSON.parse(JSON.stringify(inForce.pack)) })),
  'packs.list': query(async ({ db, inForce }) =>
    (await listPacks(db)).map(pack => ({ ...pack, isInForce: pack.version === inForce.version })),
  ),
  'packs.read': command(readPackFile),
  'packs.check': query(async (_, { text }) => {
    const parsed = parseRulePack(text)
    return parsed.ok
      ? { isSound: true, ...labelsOf(parsed.pack), problems: [] }
      : { isSound: false, version: null, name: null, effectiveFrom: null, problems: [...parsed.problems] }
  }),
  'packs.enact': command(async (ctx, { text, enactedOn }) => {
    const parsed = parseRulePack(text)
    if (!parsed.ok) {
      const first = parsed.problems[0]
      throw invalid(['text'], first ? `第 ${first.line} 行：${first.message}` : '规则包不能识别')
    }
    const { version, name, effectiveFrom } = parsed.pack
    if ((await listPacks(ctx.db)).some(pack => pack.version === version))
      throw duplicate('version', `版本 ${version} 已经有了，请改版本号再签发`)
    if (enactedOn < ctx.today) throw invalid(['enactedOn'], '不能从过去的日期起施行：已作的决定按当时的规则')
    if (enactedOn < effectiveFrom) throw invalid(['enactedOn'], `规则包写明自 ${effectiveFrom} 起施行，不能更早`)
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
    await ctx.audit({
      subjectKind: 'pack',
      subjectId: id,
      summary: `签发规则包 ${version}，自 ${enactedOn} 起施行`,
      after: { version, name, enactedOn },
    })
    ctx.afterCommit(() => ctx.center.reloadPacks())
    return { id, version }
  }),
  'packs.export': command(async (ctx, { id, handle }) => {
    const text = await findPackText(ctx.db, id)
    if (text === null) throw notFound('规则包')
    const content = new TextEncoder().encode(text)
    ctx.files.write(handle, content)
    await ctx.audit({ subjectKind: 'pack', subjectId: id, summary: '导出规则包' })
    return { bytes: content.length }
  }),
}

function labelsOf({ version, name, effectiveFrom }: RulePack) {
  return { version, name, effectiveFrom }
}
