import type { MatterType } from './case-facts.ts'
import { nameKey } from './name-key.ts'
import { clauseOf } from './rule-basis.ts'
import type { RulePack } from './rule-pack/rule-pack.ts'

/** The way of applying that needs nobody else (本人申请); every pack has it. */
export const SELF = 'self'
/** The way of applying that rests on a mandate (委托): its representative is an agent (代理人), every other a guardian or relative. */
export const MANDATE = 'agent'

/** Who applies for whom, as an application form tells it. */
export type RepresentationFacts = {
  readonly kind: string
  readonly ground: string | null
  readonly proof: string | null
  readonly matterType: MatterType | null
  readonly isDetained: boolean
  readonly representatives: readonly {
    readonly role: 'agent' | 'guardian'
    readonly name: string
    readonly isOrganisation: boolean
    readonly relation: string | null
  }[]
  readonly opponentNames: readonly string[]
}

/** What is wrong with a representation: in which field, for a representative at which place, in a sentence that names the clause. */
export type RepresentationProblem = {
  readonly field: 'kind' | 'ground' | 'proof' | 'representative' | 'name' | 'relation'
  readonly place: number | null
  readonly message: string
}

/** The grounds (代为申请的情形) on which this way of applying is permitted for this applicant. */
export function groundsFor(
  pack: Pick<RulePack, 'application'>,
  facts: Pick<RepresentationFacts, 'kind' | 'matterType' | 'isDetained'>,
) {
  return pack.application.grounds.filter(
    ground =>
      ground.kinds.includes(facts.kind) &&
      (ground.detained !== true || facts.isDetained) &&
      (ground.matterTypes === undefined || facts.matterType === null || ground.matterTypes.includes(facts.matterType)),
  )
}

/** The relations (与申请人关系) that this way of applying permits. */
export function relationsFor(pack: Pick<RulePack, 'application'>, kind: string) {
  return pack.application.relations.filter(relation => relation.kinds.includes(kind))
}

/**
 * Checks who applies for the applicant (代为申请) against the pack's combinations of 法律援助法 40: the ground must permit this kind of
 * representative, the representative must stand in a relation that permits it, and must not be on the other side.
 */
export function representationProblems(
  facts: RepresentationFacts,
  pack: Pick<RulePack, 'application' | 'codes'>,
): readonly RepresentationProblem[] {
  const kind = pack.codes.agentKinds.find(one => one.code === facts.kind)
  if (!kind) return [problem('kind', '请从列表中选择申请方式')]
  if (facts.kind === SELF)
    return facts.representatives.map((_, place) => problem('representative', '本人申请的，没有代为申请的人', place))
  const problems: RepresentationProblem[] = []
  const role = facts.kind === MANDATE ? 'agent' : 'guardian'
  if (facts.representatives.length === 0) problems.push(problem('representative', `请填写代为申请的人（${kind.label}）`))
  problems.push(...groundProblems(facts, pack, kind.label))
  if ((facts.proof ?? '') === '') problems.push(problem('proof', '请写明代为申请的证明'))
  facts.representatives.forEach((one, place) => {
    if (one.role !== role) problems.push(problem('representative', `“${kind.label}”与这个人的身份不符`, place))
    const relation = pack.application.relations.find(entry => entry.code === one.relation)
    if (!relation) problems.push(problem('relation', '请选择与申请人的关系', place))
    else if (!relation.kinds.includes(facts.kind)) {
      const told = `“${relation.label}”不能作为${kind.label.replace(/代为申请$/, '')}代为申请（${clauseOf(relation.basis)}）`
      problems.push(problem('relation', told, place))
    }
    const key = nameKey(one.name)
    if (key !== '' && facts.opponentNames.some(name => nameKey(name) === key)) {
      const clause = clauseOf(pack.application.opponentBasis)
      problems.push(
        problem('name', `${one.name} 是对方当事人，不能代为申请；可由其他法定代理人或者近亲属代为申请（${clause}）`, place),
      )
    }
  })
  return problems
}

function groundProblems(
  facts: RepresentationFacts,
  pack: Pick<RulePack, 'application' | 'codes'>,
  kindLabel: string,
): readonly RepresentationProblem[] {
  const ground = pack.application.grounds.find(one => one.code === facts.ground)
  if (!ground) return [problem('ground', '请选择代为申请的情形')]
  const clause = clauseOf(ground.basis)
  if (!ground.kinds.includes(facts.kind)) {
    const allowed = pack.codes.agentKinds.filter(one => ground.kinds.includes(one.code)).map(one => one.label)
    return [problem('ground', `“${ground.label}”的，只能${allowed.join('、')}，不能${kindLabel}（${clause}）`)]
  }
  if (ground.detained === true && !facts.isDetained) return [problem('ground', `“${ground.label}”须填写在押情况（${clause}）`)]
  if (ground.matterTypes && facts.matterType !== null && !ground.matterTypes.includes(facts.matterType))
    return [problem('ground', `“${ground.label}”不适用于这类案件（${clause}）`)]
  return []
}

function problem(field: RepresentationProblem['field'], message: string, place: number | null = null): RepresentationProblem {
  return { field, place, message }
}
