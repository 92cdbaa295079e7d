import type { MissingMaterialView } from '../../contract/application-parties.ts'
import type { ApplicationInput } from '../../contract/applications.ts'
import { type MaterialFacts, missingMaterials } from '../../domain/materials.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'

type Asked = Pick<
  ApplicationInput,
  'matterType' | 'stage' | 'scope' | 'hardship' | 'representation' | 'custody' | 'materials'
> & {
  readonly parties: readonly { readonly role: string }[]
}

/** What of an application decides which materials (申请材料) the pack asks for. */
export function materialFactsOf(pack: RulePack, application: Asked): MaterialFacts {
  const { hardship } = application
  const grounds =
    hardship.route === 'waived'
      ? pack.hardship.waivedGrounds
      : hardship.route === 'not-applicable'
        ? pack.hardship.notApplicableGrounds
        : []
  const ground = 'ground' in hardship ? hardship.ground : null
  return {
    matterType: pack.codes.matterTypes.find(one => one.code === application.matterType)?.code ?? null,
    stage: application.stage,
    scope: application.scope,
    hardshipRoute: hardship.route,
    groundProofs: grounds.find(one => one.code === ground)?.proofs ?? [],
    representation: application.representation.kind,
    representationGround: application.representation.ground,
    isDetained: application.custody !== null,
    coApplicants: application.parties.filter(party => party.role === 'co-applicant').length,
  }
}

/** What the pack asks for and the application has not brought (缺少的材料), each with its clause. */
export function missingIn(pack: RulePack, application: Asked): MissingMaterialView[] {
  const { materials } = pack.application
  return missingMaterials(materials, materialFactsOf(pack, application), application.materials).map(({ rule, copies }) => ({
    code: rule.code,
    name: rule.label,
    copies,
    clause: clauseOf(rule.basis),
    confidence: rule.basis.confidence,
  }))
}
