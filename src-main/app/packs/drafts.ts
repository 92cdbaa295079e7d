import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { trialReport } from '../../contract/pack-drafts.ts'
import { packPathWords } from '../../domain/rule-pack/field-words.ts'
import { nextPackVersion } from '../../domain/rule-pack/version.ts'
import { parseRulePack } from '../../packs/load-pack.ts'
import { parseStoredPack } from '../../packs/stored-pack.ts'
import {
  deleteDraft,
  dropDraftChange,
  findDraft,
  insertDraft,
  insertDraftChange,
  listDraftChanges,
  listDrafts,
  type PackDraft,
  writeDraft,
} from '../../store/pack-draft-store.ts'
import { findPackText, listPacks } from '../../store/pack-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { invalid, notFound, ruleRefusal, stale } from '../refusal.ts'
import { packOfExample } from './examples.ts'
import { packProblems } from './pack-problems.ts'

/** How many of the newest changes a draft shows. */
const SHOWN_CHANGES = 30
const NO_CHANGE_LEFT = '没有可以撤销的修改'

type Json = Exclude<ParsedInputOf<'packs.editDraft'>['value'], undefined>
type Path = ParsedInputOf<'packs.editDraft'>['path']

/** Every draft of a rule pack (规则包草稿). */
export async function allDrafts({ db }: QueryContext): Promise<OutputOf<'packs.drafts'>> {
  return (await listDrafts(db)).map(summaryOf)
}

/** A draft with its text, what is wrong in it, what was changed last, and its trial. @throws Refusal NOT_FOUND. */
export async function getDraft(ctx: QueryContext, { id }: ParsedInputOf<'packs.getDraft'>): Promise<OutputOf<'packs.getDraft'>> {
  const draft = await draftOf(ctx, id)
  const problems = await packProblems(ctx, draft.content)
  const changes = await listDraftChanges(ctx.db, id, SHOWN_CHANGES)
  return {
    ...summaryOf(draft),
    text: draft.content,
    isSound: problems.length === 0,
    problems: [...problems],
    changes: changes.map(one => ({ seq: one.seq, place: one.place, by: one.by_name, at: one.changed_at })),
    trial: draft.trial === null ? null : trialReport.parse(JSON.parse(draft.trial)),
  }
}

/** Starts a draft as a copy of a signed pack, from a file's text or from an example standard, under the next free version. @throws Refusal NOT_FOUND, VALIDATION. */
export async function startDraft(
  ctx: CommandContext,
  { from }: ParsedInputOf<'packs.startDraft'>,
): Promise<OutputOf<'packs.startDraft'>> {
  const pack = await documentFrom(ctx, from)
  const packs = await listPacks(ctx.db)
  const known = [...packs.map(one => one.version), ...(await listDrafts(ctx.db)).map(draft => packFact(draft.content, 'version'))]
  const own = typeof pack.version === 'string' ? pack.version : ''
  // An example is laid over the center's own rules: the version it ships under is not theirs.
  const isTaken = own === '' || known.includes(own) || 'exampleId' in from
  const version = isTaken ? nextPackVersion(known, Number(ctx.today.slice(0, 4))) : own
  const content = textOf({ ...pack, version })
  const id = ctx.newId()
  await insertDraft(ctx.trx, {
    id,
    name: packFact(content, 'name') || version,
    base_version: packs.some(one => one.version === own) ? own : ctx.inForce.version,
    content,
    created_by: ctx.actor.userId,
    created_at: ctx.now,
  })
  await ctx.audit({
    subjectKind: 'pack-draft',
    subjectId: id,
    summary: `新建规则包草稿 ${version}`,
    after: { version, from: 'text' in from ? '文件' : 'exampleId' in from ? `示例标准 ${String(pack.name)}` : own },
  })
  return { id, version: 1 }
}

/** The document that a draft begins as. A local standard (地方标准) becomes a whole pack; what is not sound stays as it is, to be mended. */
async function documentFrom(
  ctx: CommandContext,
  from: ParsedInputOf<'packs.startDraft'>['from'],
): Promise<Readonly<Record<string, Json>>> {
  if ('exampleId' in from) return JSON.parse(JSON.stringify(packOfExample(ctx, from.exampleId)))
  const source = 'text' in from ? from.text : await findPackText(ctx.db, from.packId)
  if (source === null) throw notFound('规则包')
  const parsed = 'text' in from ? parseRulePack(source) : parseStoredPack(source)
  const pack = jsonOf(parsed.ok ? JSON.stringify(parsed.pack) : source)
  if (!isRecord(pack)) throw invalid(['from', 'text'], '这不是规则包：不是一组键值 { }')
  return pack
}

/** Sets or removes one place of a draft. @throws Refusal NOT_FOUND, STALE, RULE while the text is no JSON, VALIDATION for no such place. */
export async function editDraft(
  ctx: CommandContext,
  { id, version, path, value }: ParsedInputOf<'packs.editDraft'>,
): Promise<OutputOf<'packs.editDraft'>> {
  const draft = await draftForChange(ctx, id, version)
  const pack = jsonOf(draft.content)
  if (pack === null) throw ruleRefusal('draft-not-json', '草稿的原文不是合法的 JSON，请先在“原文”里改好', null)
  const before = valueAt(pack, path)
  if (JSON.stringify(before) === JSON.stringify(value)) return { version }
  const after = withValue(pack, path, value)
  if (after === undefined) throw invalid(['path'], `草稿里没有这个位置：${path.join('.')}`)
  await save(ctx, draft, textOf(after))
  await insertDraftChange(ctx.trx, {
    draftId: id,
    place: packPathWords(before === undefined ? after : pack, path),
    path: JSON.stringify(path),
    before: before === undefined ? null : JSON.stringify(before),
    after: value === undefined ? null : JSON.stringify(value),
    by: ctx.actor.userId,
    at: ctx.now,
  })
  return { version: version + 1 }
}

/** Replaces a draft's whole text. @throws Refusal NOT_FOUND, STALE. */
export async function writeWholeDraft(
  ctx: CommandContext,
  { id, version, text }: ParsedInputOf<'packs.writeDraft'>,
): Promise<OutputOf<'packs.writeDraft'>> {
  const draft = await draftForChange(ctx, id, version)
  if (draft.content === text) return { version }
  await save(ctx, draft, text)
  await insertDraftChange(ctx.trx, {
    draftId: id,
    place: '原文',
    path: '[]',
    before: draft.content,
    after: null,
    by: ctx.actor.userId,
    at: ctx.now,
  })
  return { version: version + 1 }
}

/** Takes back the newest change. @throws Refusal NOT_FOUND, STALE, RULE when nothing is left. */
export async function undoDraft(
  ctx: CommandContext,
  { id, version }: ParsedInputOf<'packs.undoDraft'>,
): Promise<OutputOf<'packs.undoDraft'>> {
  const draft = await draftForChange(ctx, id, version)
  const [last] = await listDraftChanges(ctx.db, id, 1)
  if (!last) throw ruleRefusal('draft-nothing-to-undo', NO_CHANGE_LEFT, null)
  const path: Path = JSON.parse(last.path)
  await save(ctx, draft, path.length === 0 ? (last.before_json ?? '') : undone(draft.content, path, last))
  await dropDraftChange(ctx.trx, id, last.seq)
  return { version: version + 1, place: last.place }
}

function undone(
  content: string,
  path: Path,
  change: { readonly before_json: string | null; readonly after_json: string | null },
): string {
  const pack = jsonOf(content)
  const value: Json | undefined = change.before_json === null ? undefined : JSON.parse(change.before_json)
  // What was taken out of a list goes back to its place; everything else takes the place of what stands there.
  const restored = pack === null ? undefined : withValue(pack, path, value, change.after_json === null)
  if (restored === undefined) throw ruleRefusal('draft-nothing-to-undo', NO_CHANGE_LEFT, null)
  return textOf(restored)
}

/** Throws a draft away. What it was is told in the trail by its version and name. @throws Refusal NOT_FOUND, STALE. */
export async function discardDraft(
  ctx: CommandContext,
  { id, version }: ParsedInputOf<'packs.discardDraft'>,
): Promise<OutputOf<'packs.discardDraft'>> {
  const draft = await draftForChange(ctx, id, version)
  await deleteDraft(ctx.trx, id)
  await ctx.audit({
    subjectKind: 'pack-draft',
    subjectId: id,
    summary: `删除规则包草稿 ${packFact(draft.content, 'version')}`,
    before: { version: packFact(draft.content, 'version'), name: draft.name },
  })
  return {}
}

/** A draft by its id. @throws Refusal NOT_FOUND. */
export async function draftOf({ db }: Pick<QueryContext, 'db'>, id: string): Promise<PackDraft> {
  const draft = await findDraft(db, id)
  if (!draft) throw notFound('规则包草稿')
  return draft
}

async function draftForChange(ctx: CommandContext, id: string, version: number): Promise<PackDraft> {
  const draft = await draftOf(ctx, id)
  if (draft.version !== version) throw stale('规则包草稿', draft.version)
  return draft
}

async function save(ctx: CommandContext, draft: PackDraft, content: string): Promise<void> {
  await writeDraft(ctx.trx, draft.id, {
    name: packFact(content, 'name') || draft.name,
    content,
    by: ctx.actor.userId,
    at: ctx.now,
  })
}

function summaryOf(draft: PackDraft): OutputOf<'packs.drafts'>[number] {
  return {
    id: draft.id,
    name: draft.name,
    packVersion: packFact(draft.content, 'version'),
    baseVersion: draft.base_version,
    createdBy: draft.created_by_name,
    changedBy: draft.changed_by_name,
    changedAt: draft.changed_at,
    version: draft.version,
  }
}

/** The document of a text; null where the text is no JSON. */
function jsonOf(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textOf(pack: Json): string {
  return `${JSON.stringify(pack, null, 2)}\n`
}

/** A word of the pack's head, read from its text; empty where it has none. */
function packFact(text: string, key: 'version' | 'name'): string {
  const pack = jsonOf(text)
  const value = isRecord(pack) ? pack[key] : undefined
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function valueAt(value: Json, path: Path): Json | undefined {
  let at: Json | undefined = value
  for (const part of path) {
    if (at === undefined || at === null || typeof at !== 'object') return undefined
    at = Array.isArray(at) ? (typeof part === 'number' ? at[part] : undefined) : at[String(part)]
  }
  return at
}

/** The value with one place set, or removed for `undefined`; undefined where the way to the place is not there. */
function withValue(value: Json, path: Path, next: Json | undefined, isInsertion = false): Json | undefined {
  const [part, ...rest] = path
  if (part === undefined) return next
  if (Array.isArray(value)) {
    if (typeof part !== 'number' || part > value.length) return undefined
    if (rest.length === 0) return next === undefined ? value.toSpliced(part, 1) : value.toSpliced(part, isInsertion ? 0 : 1, next)
    const inner = value[part] === undefined ? undefined : withValue(value[part], rest, next, isInsertion)
    return inner === undefined ? undefined : value.toSpliced(part, 1, inner)
  }
  if (!isRecord(value)) return undefined
  const key = String(part)
  if (rest.length === 0) {
    const { [key]: _, ...others } = value
    return next === undefined ? others : { ...value, [key]: next }
  }
  const held = value[key]
  const inner = held === undefined ? undefined : withValue(held, rest, next, isInsertion)
  return inner === undefined ? undefined : { ...value, [key]: inner }
}
