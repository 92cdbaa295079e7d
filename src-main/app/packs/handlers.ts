import type { OutputOf } from '../../contract/index.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { parseRulePack } from '../../packs/load-pack.ts'
import { parseStoredPack } from '../../packs/stored-pack.ts'
import { findPackText, listPacks } from '../../store/pack-store.ts'
import { command, type HandlersOf, job, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { difference, differenceSheet } from './difference.ts'
import { allDrafts, discardDraft, editDraft, getDraft, startDraft, undoDraft, writeWholeDraft } from './drafts.ts'
import { enact } from './enact.ts'
import { listExamples } from './examples.ts'
import { packProblems } from './pack-problems.ts'
import { readPackFile } from './read-pack-file.ts'
import { tryDraft } from './try-draft.ts'
import { withdraw } from './withdraw.ts'

/** The rule pack (规则包): what is in force, what was and will be, drafts, and signing a new one into force. */
export const packHandlers: HandlersOf<'packs'> = {
  'packs.current': query(async ({ inForce }) => ({ ...inForce, pack: JSON.parse(JSON.stringify(inForce.pack)) })),
  'packs.list': query(async ({ db, inForce }) =>
    (await listPacks(db)).map(pack => ({ ...pack, isInForce: pack.version === inForce.version })),
  ),
  'packs.get': query(async (ctx, { id }) => {
    const row = (await listPacks(ctx.db)).find(one => one.id === id)
    const text = await findPackText(ctx.db, id)
    if (!row || text === null) throw notFound('规则包')
    return {
      id,
      version: row.version,
      name: row.name,
      enactedOn: row.enactedOn,
      enactedBy: row.enactedBy,
      standing: standingOf(row, ctx),
      text: asReadToday(text),
    }
  }),
  'packs.read': command(readPackFile),
  'packs.check': query(async (ctx, { text }) => {
    const problems = await packProblems(ctx, text)
    const parsed = problems.length === 0 ? parseRulePack(text) : null
    return parsed?.ok
      ? { isSound: true, ...labelsOf(parsed.pack), problems: [] }
      : { isSound: false, version: null, name: null, effectiveFrom: null, problems: [...problems] }
  }),
  'packs.enact': command(enact),
  'packs.withdraw': command(withdraw),
  'packs.export': command(async (ctx, { id, handle }) => {
    const text = await findPackText(ctx.db, id)
    if (text === null) throw notFound('规则包')
    const content = new TextEncoder().encode(text)
    ctx.files.write(handle, content)
    await ctx.audit({ subjectKind: 'pack', subjectId: id, summary: '导出规则包' })
    return { bytes: content.length }
  }),
  'packs.difference': query(difference),
  'packs.differenceSheet': query(differenceSheet),
  'packs.drafts': query(allDrafts),
  'packs.examples': query(async () => listExamples()),
  'packs.startDraft': command(startDraft),
  'packs.getDraft': query(getDraft),
  'packs.editDraft': command(editDraft),
  'packs.writeDraft': command(writeWholeDraft),
  'packs.undoDraft': command(undoDraft),
  'packs.discardDraft': command(discardDraft),
  'packs.tryDraft': job(tryDraft),
}

type Row = Awaited<ReturnType<typeof listPacks>>[number]

function standingOf(
  row: Row,
  { today, inForce }: { readonly today: string; readonly inForce: { readonly version: string } },
): OutputOf<'packs.get'>['standing'] {
  if (row.withdrawn) return 'withdrawn'
  if (row.version === inForce.version) return 'in-force'
  return row.enactedOn > today ? 'future' : 'earlier'
}

/** A signed pack with the parts that an earlier version of the program did not know yet, as the core itself works by it. */
function asReadToday(text: string): string {
  const parsed = parseStoredPack(text)
  return parsed.ok ? JSON.stringify(parsed.pack) : text
}

function labelsOf({ version, name, effectiveFrom }: RulePack) {
  return { version, name, effectiveFrom }
}
