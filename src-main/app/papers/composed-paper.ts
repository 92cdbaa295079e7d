import type { NumberSeriesId, RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { NumberPlaceholder } from '../../papers/model.ts'
import type { Composition } from '../../papers/render-html.ts'
import { getCenter } from '../../store/center-store.ts'
import type { QueryContext } from '../context.ts'

/** What the director has typed and not yet signed; shows on the preview of a decision. */
export type PendingDecision = {
  readonly outcome: 'granted' | 'refused'
  readonly aidForms: readonly string[]
  readonly reasons: readonly string[]
  readonly opinion: string
}

/** A paper filled from the records: what it will be frozen as, its number, and the words round a number that is not drawn yet. */
export type ComposedPaper = {
  readonly composition: Composition
  readonly number: string | null
  readonly placeholder?: NumberPlaceholder
}

/** What papers need of a context: they read, in a query or inside a command. */
export type PaperContext = Pick<QueryContext, 'db' | 'pack' | 'calendar' | 'center' | 'inForce' | 'now' | 'today' | 'actor'>

/** The center's name, address and telephone as papers print them. */
export async function letterhead(ctx: PaperContext) {
  const center = await getCenter(ctx.db)
  return { ...center, centerName: center.fullName, centerAddress: center.address, centerPhone: center.phone }
}

/** The words round the grey gap of a number that has not been drawn: the pattern with everything but its sequence filled in. */
export function placeholderOf(pack: RulePack, seriesId: NumberSeriesId, shortName: string, year: string): NumberPlaceholder {
  const pattern = pack.numberSeries.find(one => one.id === seriesId)?.pattern ?? '{seq}'
  const filled = pattern
    .replace('{short}', shortName)
    .replace('{year}', year)
    .replace(/\{(kind|stage|letter)\}/g, '')
  const [before = '', after = ''] = filled.split('{seq}')
  return { before, after }
}
