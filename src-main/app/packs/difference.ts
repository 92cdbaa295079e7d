import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { packDifference } from '../../domain/rule-pack/difference.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import { getCenter } from '../../store/center-store.ts'
import type { QueryContext } from '../context.ts'
import { packOfRef } from './pack-ref.ts'

/** What two packs differ in. @throws Refusal NOT_FOUND; RULE for a draft that is not sound. */
export async function difference(
  ctx: QueryContext,
  refs: ParsedInputOf<'packs.difference'>,
): Promise<OutputOf<'packs.difference'>> {
  const before = await packOfRef(ctx, refs.before)
  const after = await packOfRef(ctx, refs.after)
  return {
    before: { version: before.version, name: before.name },
    after: { version: after.version, name: after.name },
    changes: packDifference(before, after).map(change => ({ ...change })),
  }
}

/** The difference as a sheet (规则包对照表), ready to print. @throws Refusal as `difference`. */
export async function differenceSheet(
  ctx: QueryContext,
  refs: ParsedInputOf<'packs.differenceSheet'>,
): Promise<OutputOf<'packs.differenceSheet'>> {
  const { before, after, changes } = await difference(ctx, refs)
  const center = await getCenter(ctx.db)
  const { html, page, title } = renderPaper('pack-difference', {
    centerName: center.fullName,
    before,
    after,
    rows: changes,
    madeBy: ctx.actor.name,
    origin: { packVersion: ctx.inForce.version, madeAt: ctx.now, maker: ctx.actor.name },
  })
  return { title: `${title}　${after.version}`, html, landscape: page.orientation === 'landscape' }
}
