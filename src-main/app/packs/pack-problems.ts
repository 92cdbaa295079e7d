import { removedCodes } from '../../domain/pack-codes-removed.ts'
import { type PackProblem, parseRulePack, placeInPack } from '../../packs/load-pack.ts'
import { isCodeUsed } from '../../store/code-use-store.ts'
import type { QueryContext } from '../context.ts'

/**
 * Everything that keeps a pack's text from being signed, with line and column: what is wrong in itself, and codes in use that it has
 * dropped. A code that rows hold is retired (停用), never removed.
 */
export async function packProblems(ctx: Pick<QueryContext, 'db' | 'pack'>, text: string): Promise<readonly PackProblem[]> {
  const parsed = parseRulePack(text)
  if (!parsed.ok) return parsed.problems
  const problems: PackProblem[] = []
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
