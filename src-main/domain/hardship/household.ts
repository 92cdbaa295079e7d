import type { ExplainedStep } from '../rule-basis.ts'
import { stepOn } from '../rule-basis.ts'
import type { FamilyRule, FamilyRules, HardshipRules } from '../rule-pack/hardship.ts'
import type { CheckFacts, CountedPerson, HardshipMatter, HouseholdMember } from './facts.ts'

/** Who counts (核查对象), with why, the steps to print, and what is missing to say it. Places are those of the facts' members. */
export type Household = {
  readonly people: readonly CountedPerson[]
  readonly counted: readonly HouseholdMember[]
  readonly steps: readonly ExplainedStep[]
  readonly missing: readonly string[]
}

type Ruling = { readonly isCounted: boolean | null; readonly why: string; readonly missing: readonly string[] }

/**
 * Decides who counts: the applicant always; others by kinship and living together as the pack has it; the opponent never, and with the
 * opponent inside the household the applicant alone where the pack says so (办案程序规定 18); in matters listed as individual the applicant
 * alone. A clerk's override with its reason goes before all of it.
 */
export function householdOf(facts: CheckFacts, matter: HardshipMatter, rules: HardshipRules): Household {
  const alone = aloneBecause(facts, matter, rules)
  const rulings = facts.members.map((member, place): Ruling => {
    if (member.override)
      return { isCounted: member.override.isCounted, why: `经办人改定：${member.override.reason}`, missing: [] }
    if (place === 0) return { isCounted: true, why: '申请人本人', missing: [] }
    if (member.isOpponent) return { isCounted: false, why: '是对方当事人', missing: [] }
    if (alone.isAlone === null) return { isCounted: null, why: '还不知道是否只看申请人本人', missing: [] }
    if (alone.isAlone) return { isCounted: false, why: alone.why, missing: [] }
    return rules.family
      ? byKinship(member, rules.family.rules)
      : { isCounted: null, why: '规则包没有规定谁计入', missing: [`${member.name}是否计入`] }
  })
  const people = facts.members.map((member, place) => ({
    name: member.name,
    isCounted: rulings[place]?.isCounted ?? null,
    why: rulings[place]?.why ?? '',
    isOverridden: member.override !== null,
  }))
  const counted = facts.members.filter((_, place) => rulings[place]?.isCounted === true)
  const needsAlone = rulings.some(ruling => ruling.isCounted === null)
  return {
    people,
    counted,
    steps: stepsOf(facts, people, rules, alone),
    missing: [...(needsAlone ? alone.missing : []), ...rulings.flatMap(ruling => ruling.missing)],
  }
}

type Alone = {
  readonly isAlone: boolean | null
  readonly why: string
  readonly basis?: FamilyRule['basis']
  readonly missing: readonly string[]
}

const NOT_ALONE: Alone = { isAlone: false, why: '', missing: [] }

function aloneBecause(facts: CheckFacts, matter: HardshipMatter, rules: HardshipRules): Alone {
  const individual = rules.family?.individual.find(
    one =>
      (matter.scope !== null && one.scopes?.includes(matter.scope)) ||
      (matter.causeCode !== null && one.causes?.includes(matter.causeCode)),
  )
  if (individual) return { isAlone: true, why: `${individual.label}，只看申请人本人`, basis: individual.basis, missing: [] }
  if (facts.members.length < 2 || facts.opponentInFamily === false) return NOT_ALONE
  if (facts.opponentInFamily === null) return { isAlone: null, why: '', missing: ['对方当事人是不是家庭成员'] }
  const opponents = facts.members.slice(1).filter(member => member.isOpponent)
  if (opponents.length === 0) return { isAlone: null, why: '', missing: ['哪一名家庭成员是对方当事人'] }
  if (rules.family?.opponentInside !== 'applicant-alone') return NOT_ALONE
  if (opponents.some(member => member.livesTogether === true))
    return {
      isAlone: true,
      why: '对方当事人是共同生活的家庭成员，只看申请人本人',
      basis: rules.steps.opponentExcluded,
      missing: [],
    }
  const unknown = opponents.filter(member => member.livesTogether === null)
  return unknown.length === 0
    ? NOT_ALONE
    : { isAlone: null, why: '', missing: unknown.map(member => `${member.name}是否共同生活`) }
}

/** The first rule that holds counts; a rule that may hold once a fact is known leaves it open; else the member is out. */
function byKinship(member: HouseholdMember, rules: readonly FamilyRule[]): Ruling {
  const missing = new Set<string>()
  for (const rule of rules.filter(one => one.relations.includes(member.relation))) {
    const open: string[] = []
    const parts = [
      rule.ageBelow === undefined ? true : known(member.age === null ? null : member.age < rule.ageBelow, '年龄', open),
      rule.condition === 'always' ? true : known(member.livesTogether, '是否共同生活', open),
      rule.condition === 'living-and-sharing' ? known(member.sharesIncome, '是否分担生计', open) : true,
    ]
    if (parts.includes(false)) continue
    if (open.length === 0) return { isCounted: true, why: rule.label, missing: [] }
    for (const fact of open) missing.add(`${member.name}${fact}`)
  }
  if (missing.size > 0) return { isCounted: null, why: '缺少判断的事实', missing: [...missing] }
  return { isCounted: false, why: '不属于计入的家庭成员', missing: [] }
}

function known(fact: boolean | null, name: string, open: string[]): boolean | null {
  if (fact === null) open.push(name)
  return fact
}

function stepsOf(
  facts: CheckFacts,
  people: readonly CountedPerson[],
  rules: HardshipRules,
  alone: Alone,
): readonly ExplainedStep[] {
  const inside = people.filter(person => person.isCounted === true)
  const outside = people.filter(person => person.isCounted === false)
  const open = people.filter(person => person.isCounted === null)
  const inDetail = inside.length === 1 && inside[0] === people[0] ? (inside[0]?.name ?? '') : inside.map(reasoned).join('；')
  const outBasis =
    alone.basis ?? (facts.members.some(one => one.isOpponent) ? rules.steps.opponentExcluded : rules.steps.household)
  return [
    stepOn(rules.steps.household, '核查对象', inDetail || '无', `${inside.length} 人`),
    ...(outside.length > 0 ? [stepOn(outBasis, '不计入', outside.map(reasoned).join('；'), `${outside.length} 人`)] : []),
    ...(open.length > 0 ? [stepOn(rules.steps.household, '未能确定', open.map(reasoned).join('；'), `${open.length} 人`)] : []),
  ]
}

function reasoned(person: CountedPerson): string {
  return `${person.name}（${person.why}）`
}

/** Whether an applicant is urban or rural (城镇、农村) by what the pack goes by; null when nobody has said. */
export function areaOf(facts: CheckFacts, family: FamilyRules | undefined): 'urban' | 'rural' | null {
  return family?.areaBy.by === 'residence' ? facts.residenceArea : facts.registrationArea
}
