import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { parseRulePack } from '../../packs/load-pack.ts'
import { parseStoredPack } from '../../packs/stored-pack.ts'
import { findDraft } from '../../store/pack-draft-store.ts'
import { findPackText } from '../../store/pack-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { packOfExample } from './examples.ts'

export type PackRef = { readonly kind: 'pack' | 'draft' | 'example'; readonly id: string }

/** The rules of a signed pack, of a draft, or of the pack in force with an example standard. @throws Refusal NOT_FOUND; RULE for a draft that is not sound. */
export async function packOfRef(ctx: Pick<QueryContext, 'db' | 'pack'>, ref: PackRef): Promise<RulePack> {
  if (ref.kind === 'example') return packOfExample(ctx, ref.id)
  const { db } = ctx
  const text = ref.kind === 'pack' ? await findPackText(db, ref.id) : ((await findDraft(db, ref.id))?.content ?? null)
  if (text === null) throw notFound(ref.kind === 'pack' ? '规则包' : '规则包草稿')
  const parsed = ref.kind === 'pack' ? parseStoredPack(text) : parseRulePack(text)
  if (parsed.ok) return parsed.pack
  const [first] = parsed.problems
  throw ruleRefusal(
    'pack-unsound',
    `草稿还有 ${parsed.problems.length} 处问题，第 ${first?.line ?? 1} 行：${first?.message ?? ''}`,
    null,
  )
}
