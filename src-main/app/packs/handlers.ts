import { parseRulePack } from '../../packs/load-pack.ts'
import { sha256Hex } from '../../store/keyring.ts'
import { getPackText, insertPack, listPacks } from '../../store/pack-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { duplicate, invalid } from '../refusal.ts'

/** The rule pack (规则包): what is in force, what was, and signing a new one into force. */
export const packHandlers: HandlersOf<'packs'> = {
  'packs.current': query(async ({ inForce }) => ({ ...inForce, pack: JSON.parse(JSON.stringify(inForce.pack)) })),
  'packs.list': query(async ({ db, inForce }) =>
    (await listPacks(db)).map(pack => ({ ...pack, isInForce: pack.version === inForce.version })),
  ),
  'packs.check': query(async (_, { text }) => {
    const parsed = parseRulePack(text)
    return parsed.ok
      ? { isSound: true, version: parsed.pack.version, name: parsed.pack.name, problems: [] }
      : { isSound: false, version: null, name: null, problems: [...parsed.problems] }
  }),
  'packs.enact': command(async (ctx, { text, enactedOn }) => {
    const parsed = parseRulePack(text)
    if (!parsed.ok) {
      const first = parsed.problems[0]
      throw invalid(['text'], first ? `第 ${first.line} 行：${first.message}` : '规则包不能识别')
    }
    const { version, name } = parsed.pack
    if ((await listPacks(ctx.db)).some(pack => pack.version === version))
      throw duplicate('version', `版本 ${version} 已经有了，请改版本号再签发`)
    if (enactedOn < ctx.today) throw invalid(['enactedOn'], '不能从过去的日期起施行：已作的决定按当时的规则')
    const id = ctx.newId()
    await insertPack(ctx.trx, {
      id,
      version,
      name,
      content: text,
      sha256: sha256Hex(text),
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
    const content = new TextEncoder().encode(await getPackText(ctx.db, id))
    ctx.files.write(handle, content)
    await ctx.audit({ subjectKind: 'pack', subjectId: id, summary: '导出规则包' })
    return { bytes: content.length }
  }),
}
