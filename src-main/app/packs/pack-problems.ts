import { removedCodes } from '../../domain/rule-pack/codes-removed.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import { type PackProblem, parseRulePack, placeInPack, shippedPack } from '../../packs/load-pack.ts'
import { isCodeUsed } from '../../store/code-use-store.ts'
import type { QueryContext } from '../context.ts'

/**
 * Everything that keeps a pack's text from being signed, with line and column: what is wrong in itself, and codes in use that it has
 * dropped. A code that rows hold is retired (停用), never removed.
 */
export async function packProblems(ctx: Pick<QueryContext, 'db' | 'pack'>, text: string): Promise<readonly PackProblem[]> {
  const parsed = parseRulePack(text)
  if (!parsed.ok) return parsed.problems
  const problems: PackProblem[] = [...unknownPlaceholders(parsed.pack, text)]
  for (const removed of removedCodes(ctx.pack, parsed.pack)) {
    if (!(await isCodeUsed(ctx.db, removed.list, removed.code))) continue
    problems.push({
      ...placeInPack(text, removed.path),
      path: removed.path.map(String).join('.'),
      message: `代码“${removed.code}”（${removed.label}）已有记录在用，不能删除，可以停用（"retired": true）`,
    })
  }
  return problems
}

/** Words in { } that no paper fills in: the program knows those of the wording that ships with it. */
function unknownPlaceholders(pack: RulePack, text: string): readonly PackProblem[] {
  const known = new Map(shippedPack().wording.map(one => [one.id, one.placeholders]))
  return pack.wording.flatMap((wording, index) =>
    wording.placeholders
      .filter(name => !known.get(wording.id)?.includes(name))
      .map(name => ({
        ...placeInPack(text, ['wording', index, 'text']),
        path: `wording[${index}].text`,
        message: `表述“${wording.id}”里的 {${name}} 不是程序能填入的，可用的有 ${
          known
            .get(wording.id)
            ?.map(one => `{${one}}`)
            .join('、') || '（没有）'
        }`,
      })),
  )
}
