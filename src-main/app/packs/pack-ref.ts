import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { parseRulePack } from '../../packs/load-pack.ts'
import { parseStoredPack } from '../../packs/stored-pack.ts'
import { findDraft } from '../../store/pack-draft-store.ts'
import { findPackText } from '../../store/pack-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound, ruleRefusal } from '../refusal.ts'

export type PackRef = { readonly kind: 'pack' | 'draft'; readonly id: string }

/** The rules of a signed pack or of a draft. @throws Refusal NOT_FOUND; RULE for a draft that is not sound. */
export async function packOfRef({ db }: Pick<QueryContext, 'db'>, ref: PackRef): Promise<RulePack> {
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
