import type { HardshipInput } from '../../../src-main/contract/hardship.ts'
import { type MaterialFacts, materialsFor } from '../../../src-main/domain/materials.ts'
import type { Basis } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import type { ApplicationValues, MaterialDraft } from './application-values.ts'
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

/** A material that the pack proposes for an application as typed (材料清单), ready to be ticked. */
export type ProposedMaterial = {
  readonly code: string | null
  readonly name: string
  readonly isRequired: boolean
  readonly copies: number
  readonly isOriginal: boolean
  readonly basis: Basis | null
  /** Other names under which it counts as this one. */
  readonly names: readonly string[]
}

type Asked = Pick<
  ApplicationValues,
  'matterType' | 'stage' | 'scope' | 'route' | 'ground' | 'representationKind' | 'representationGround' | 'isDetained' | 'parties'
>

/** What of the form decides which materials it needs. */
export function materialFactsOf(pack: RulePack, values: Asked): MaterialFacts {
  return {
    matterType: pack.codes.matterTypes.find(type => type.code === values.matterType)?.code ?? null,
    stage: values.stage,
    scope: values.scope,
    hardshipRoute: values.route === '' ? null : values.route,
    groundProofs: groundProofs(pack, values.route, values.ground),
    representation: values.representationKind,
    representationGround: values.representationGround === '' ? null : values.representationGround,
    isDetained: values.isDetained,
    coApplicants: values.parties.filter(party => party.role === 'co-applicant').length,
  }
}

function groundProofs(pack: RulePack, route: RouteDraft, ground: string): readonly string[] {
  const grounds =
    route === 'waived' ? pack.hardship.waivedGrounds : route === 'not-applicable' ? pack.hardship.notApplicableGrounds : []
  return grounds.find(entry => entry.code === ground)?.proofs ?? []
}

/** The pack's list for this matter and route, and the proofs that the hardship ground names, in the pack's order. */
export function proposedMaterials(pack: RulePack, values: Asked): readonly ProposedMaterial[] {
  const facts = materialFactsOf(pack, values)
  const ruled = materialsFor(pack.application.materials, facts).map(rule => ({
    code: rule.code,
    name: rule.label,
    isRequired: rule.requirement === 'must',
    copies: rule.copies,
    isOriginal: rule.form === 'original',
    basis: rule.basis,
    names: rule.names ?? [],
  }))
  const proofs = facts.groundProofs.map(name => ({
    code: null,
    name,
    isRequired: false,
    copies: 1,
    isOriginal: false,
    basis: null,
    names: [],
  }))
  return [...ruled, ...proofs]
}

/** A row of the checklist: a proposal, in or not, or a material that was written in by hand; `index` is its place among those handed in. */
export type ChecklistRow = { readonly name: string; readonly index: number | null; readonly proposal: ProposedMaterial | null }

/** The proposals in their order, then what was written in. A material counts as a proposal by its code or one of its names. */
export function checklistRows(
  proposed: readonly ProposedMaterial[],
  materials: readonly MaterialDraft[],
): readonly ChecklistRow[] {
  const isOf = (material: MaterialDraft, proposal: ProposedMaterial) =>
    material.code === null
      ? material.name.trim() === proposal.name || proposal.names.includes(material.name.trim())
      : material.code === proposal.code
  const taken = new Set<number>()
  const rows = proposed.map(proposal => {
    const index = materials.findIndex((material, at) => !taken.has(at) && isOf(material, proposal))
    if (index !== -1) taken.add(index)
    return {
      name: index === -1 ? proposal.name : (materials[index]?.name ?? proposal.name),
      index: index === -1 ? null : index,
      proposal,
    }
  })
  const own = materials.flatMap((material, index) => (taken.has(index) ? [] : [{ name: material.name, index, proposal: null }]))
  return [...rows, ...own]
}

/** A proposal as it is handed in when its row is ticked. */
export function handedIn(proposal: ProposedMaterial): MaterialDraft {
  return { code: proposal.code, name: proposal.name, copies: proposal.copies, isOriginal: proposal.isOriginal }
}
