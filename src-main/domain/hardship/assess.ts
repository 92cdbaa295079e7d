import { type ExplainedStep, factStep, stepOn } from '../rule-basis.ts'
import type { HardshipGround, HardshipRules, HardshipStandard } from '../rule-pack/hardship.ts'
import type { CheckFacts, CountedPerson, GroundFacts, HardshipAssessment, HardshipFacts, HardshipMatter } from './facts.ts'
import { areaOf, householdOf } from './household.ts'
import { incomeOf } from './income.ts'
import { provenBy } from './proof.ts'
import { testOf, tryTest } from './tests.ts'

export type { HardshipAssessment } from './facts.ts'

const NO_MATTER: HardshipMatter = { scope: null, causeCode: null }

/**
 * Assesses hardship on the day of the application by the standard in force that day. The income compared is the rounded one that is
 * shown, so that nobody is refused for a fraction of a fen that no paper prints. What cannot be settled by rule (a fact missing, no
 * standard, nobody counted, no proof, a sudden hardship) comes out as `needs-person` (须人工核查) with the reason; it never becomes met.
 */
export function assessHardship(
  facts: HardshipFacts,
  appliedOn: string,
  rules: HardshipRules,
  matter: HardshipMatter = NO_MATTER,
): HardshipAssessment {
  switch (facts.route) {
    case 'check':
      return check(facts, appliedOn, rules, matter)
    case 'waived':
      return byGround(facts, rules.waivedGrounds, { outcome: 'waived', summary: '免予核查经济困难状况' })
    case 'not-applicable':
      return byGround(facts, rules.notApplicableGrounds, { outcome: 'not-applicable', summary: '不受经济困难条件限制' })
  }
}

/** The standard in force on a day, or null. */
export function standardOn(date: string, standards: readonly HardshipStandard[]): HardshipStandard | null {
  return standards.find(standard => standard.from <= date && (standard.to === null || date <= standard.to)) ?? null
}

function byGround(
  facts: GroundFacts,
  grounds: readonly HardshipGround[],
  verdict: Pick<HardshipAssessment, 'outcome' | 'summary'>,
): HardshipAssessment {
  const ground = grounds.find(one => one.code === facts.ground)
  if (!ground) return needsPerson(`情形“${facts.ground}”不在现行规则内`, [])
  const proof = facts.proof.trim()
  const step = stepOn(ground.basis, '适用情形', ground.label, verdict.summary)
  if (proof === '') return needsPerson('没有登记证明材料', [step], { missing: ['证明材料'] })
  if (ground.document && facts.document === null)
    return needsPerson(`没有登记${ground.document.label}的文号、日期和${ground.document.issuerLabel}`, [step], {
      missing: [ground.document.label],
    })
  return {
    ...verdict,
    ...NOTHING_COMPARED,
    clause: step.clause,
    steps: [
      step,
      factStep('证明材料', proof),
      ...(facts.document === null
        ? []
        : [
            factStep(
              ground.document?.label ?? '文书',
              `${facts.document.issuer}　${facts.document.number}　${facts.document.issuedOn}`,
            ),
          ]),
    ],
  }
}

function check(facts: CheckFacts, appliedOn: string, rules: HardshipRules, matter: HardshipMatter): HardshipAssessment {
  const standard = standardOn(appliedOn, rules.standards)
  const household = householdOf(facts, matter, rules)
  const income = incomeOf(household.counted, standard, rules)
  const { people } = household
  const steps: ExplainedStep[] = [...household.steps, ...income.steps]
  if (household.counted.length === 0 && household.missing.length === 0)
    return needsPerson('没有计入的家庭成员', steps, { people })
  const test = standard && testOf(standard)
  if (!standard || !test) return needsPerson(`${appliedOn} 没有适用的经济困难标准`, steps, { people })

  const isIncomeKnown = household.missing.length === 0 && income.missing.length === 0
  const tried = tryTest(test, {
    facts,
    people,
    countedPeople: household.counted.length,
    incomeFen: isIncomeKnown ? income.totalFen : null,
    appliedOn,
    area: areaOf(facts, rules.family),
    standard,
    rules,
  })
  steps.push(...tried.steps)
  const missing = [...new Set([...household.missing, ...income.missing, ...tried.missing])]
  const figures = {
    people,
    missing,
    perHeadFen: tried.compared?.fen ?? null,
    lineFen: tried.compared?.lineFen ?? null,
    comparedName: tried.compared?.name ?? null,
  }
  if (tried.verdict === null) return needsPerson(`还缺少${missing.join('、')}`, steps, figures)
  if (!tried.verdict) return failed(facts, steps, figures, rules)
  const proven = provenBy(facts.proofWay, rules)
  steps.push(proven.step)
  return proven.problem === null
    ? { outcome: 'met', summary: '符合经济困难标准', clause: proven.step.clause, steps, ...figures, missing: [] }
    : needsPerson(proven.problem, steps, { ...figures, missing: [...missing, ...proven.missing] })
}

type Figures = Pick<HardshipAssessment, 'people' | 'missing' | 'perHeadFen' | 'lineFen' | 'comparedName'>

/** Out by the figures: not met, unless a sudden hardship (突发困难) lets a person look. */
function failed(facts: CheckFacts, steps: ExplainedStep[], figures: Figures, rules: HardshipRules): HardshipAssessment {
  const { suddenHardship } = rules
  if (facts.suddenHardship !== null && suddenHardship) {
    steps.push(stepOn(suddenHardship.basis, suddenHardship.label, facts.suddenHardship, '须裁量'))
    return needsPerson(`按数额不符合，但有${suddenHardship.label}，由审批人裁量`, steps, figures)
  }
  const last = steps.findLast(step => step.value === '不符合') ?? steps.at(-1)
  return { outcome: 'not-met', summary: '不符合经济困难标准', clause: last?.clause ?? null, steps, ...figures }
}

const NOTHING_COMPARED = {
  perHeadFen: null,
  lineFen: null,
  comparedName: null,
  people: [],
  missing: [],
} as const satisfies Figures

function needsPerson(reason: string, steps: readonly ExplainedStep[], figures: Partial<Figures> = {}): HardshipAssessment {
  const people: readonly CountedPerson[] = figures.people ?? []
  return {
    ...NOTHING_COMPARED,
    ...figures,
    people,
    outcome: 'needs-person',
    summary: `须人工核查：${reason}`,
    clause: null,
    steps: [...steps, factStep('须人工核查', reason)],
  }
}
