import type { HardshipInput } from '../../../src-main/contract/hardship.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import type { MaterialDraft } from './application-values.ts'
import type { RouteDraft } from './hardship-values.ts'

/** Materials of the pack's list that only one route asks for; every other one may be needed on any route. */
const ONLY_ON: Readonly<Record<string, HardshipInput['route']>> = {
  'hardship-statement': 'check',
  undertaking: 'check',
  'waiver-proof': 'waived',
}

/**
 * The names of materials (申请材料) to suggest for a route and a ground: those of the pack's list that fit, and the proofs that the
 * ground names. A suggestion is only a row to tick.
 */
export function suggestedMaterials(pack: RulePack, route: RouteDraft, ground: string): readonly string[] {
  const listed = pack.codes.supplementMaterials.filter(entry => {
    const only = ONLY_ON[entry.code]
    return only === undefined || only === route
  })
  const grounds =
    route === 'waived' ? pack.hardship.waivedGrounds : route === 'not-applicable' ? pack.hardship.notApplicableGrounds : []
  const proofs = grounds.find(entry => entry.code === ground)?.proofs ?? []
  return [...new Set([...listed.map(entry => entry.label), ...proofs])]
}

/** One row of the list: a suggestion, ticked or not, or a material that was written in by hand. */
export type MaterialRow = { readonly name: string; readonly index: number | null }

/** Suggestions first, in their order, then what was written in; `index` is the place among the ticked materials. */
export function materialRows(suggested: readonly string[], materials: readonly MaterialDraft[]): readonly MaterialRow[] {
  const place = (name: string) => {
    const index = materials.findIndex(material => material.name === name)
    return index === -1 ? null : index
  }
  const own = materials.flatMap((material, index) => (suggested.includes(material.name) ? [] : [{ name: material.name, index }]))
  return [...suggested.map(name => ({ name, index: place(name) })), ...own]
}
