import { divideFen, formatYuan, multiplyFen } from './money.ts'
import { type ExplainedStep, factStep, stepOn } from './rule-basis.ts'
import type { HardshipGround, HardshipRules, HardshipStandard } from './rule-pack.ts'

/** A member of the household (共同生活的家庭成员). Who is not counted stays out of both income and heads, as an opponent does. */
export type HouseholdMember = {
  readonly name: string
  /** Code of the pack's kinshipRelations. */
  readonly relation: string
  readonly monthlyIncomeFen: number
  readonly incomeSource: string | null
  readonly isCounted: boolean
}

/** What the desk knows for the hardship check (经济困难核查). The three routes are never mixed: 法律援助法 41, 42 and 32. */
export type HardshipFacts =
  | { readonly route: 'check'; readonly members: readonly HouseholdMember[]; readonly isDeclared: boolean }
  | { readonly route: 'waived' | 'not-applicable'; readonly ground: string; readonly proof: string }

export type HardshipAssessment = {
  readonly outcome: 'met' | 'not-met' | 'waived' | 'not-applicable' | 'needs-person'
  readonly summary: string
  readonly clause: string | null
  /** Monthly income compared, in fen: per head, or of the household where the standard says so. Null where nothing was compared. */
  readonly perHeadFen: number | null
  readonly lineFen: number | null
  readonly steps: readonly ExplainedStep[]
}

/**
 * Assesses hardship on the day of the application by the standard in force that day. The income compared is the rounded one that is
 * shown, so that nobody is refused for a fraction of a fen that no paper prints. What cannot be settled by rule (no standard, nobody
 * counted, no declaration, no proof) comes out as `needs-person` (须人工核查) with the reason; it never becomes met.
 */
export function assessHardship(facts: HardshipFacts, appliedOn: string, rules: HardshipRules): HardshipAssessment {
  switch (facts.route) {
    case 'check':
      return check(facts, appliedOn, rules)
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

/** The line of a standard in fen a month. */
export function lineOf(standard: HardshipStandard): number {
  const { line } = standard
  return line.formula === 'fixed' ? line.fen : multiplyFen(line.baseFen, line.multiplier, standard.rounding)
}

function byGround(
  facts: { readonly ground: string; readonly proof: string },
  grounds: readonly HardshipGround[],
  verdict: Pick<HardshipAssessment, 'outcome' | 'summary'>,
): HardshipAssessment {
  const ground = grounds.find(one => one.code === facts.ground)
  if (!ground) return needsPerson(`情形“${facts.ground}”不在现行规则内`, [])
  const proof = facts.proof.trim()
  const step = stepOn(ground.basis, '适用情形', ground.label, verdict.summary)
  if (proof === '') return needsPerson('没有登记证明材料', [step])
  return {
    ...verdict,
    clause: step.clause,
    perHeadFen: null,
    lineFen: null,
    steps: [step, factStep('证明材料', proof)],
  }
}

function check(facts: Extract<HardshipFacts, { route: 'check' }>, appliedOn: string, rules: HardshipRules): HardshipAssessment {
  const counted = facts.members.filter(member => member.isCounted)
  const steps = householdSteps(facts.members, counted, rules)
  if (counted.length === 0) return needsPerson('没有计入的家庭成员', steps)
  const standard = standardOn(appliedOn, rules.standards)
  if (!standard) return needsPerson(`${appliedOn} 没有适用的经济困难标准`, steps)

  const totalFen = counted.reduce((sum, member) => sum + member.monthlyIncomeFen, 0)
  const isPerHead = standard.unit === 'per-head'
  const comparedFen = isPerHead ? divideFen(totalFen, counted.length, standard.rounding) : totalFen
  const comparedName = isPerHead ? '人均月收入' : '家庭月收入'
  const lineFen = lineOf(standard)
  const isMet = standard.comparison === 'below' ? comparedFen < lineFen : comparedFen <= lineFen
  steps.push(
    stepOn(
      rules.steps.average,
      comparedName,
      isPerHead
        ? `${formatYuan(totalFen)} ÷ ${counted.length} 人（近 ${standard.incomeMonths} 个月平均）`
        : `近 ${standard.incomeMonths} 个月平均`,
      formatYuan(comparedFen),
    ),
    stepOn(standard.basis, '困难标准', lineText(standard), formatYuan(lineFen)),
    stepOn(rules.steps.comparison, '比较', comparisonText(comparedFen, lineFen, standard.comparison), isMet ? '符合' : '不符合'),
  )
  const figures = { perHeadFen: comparedFen, lineFen }
  if (!isMet) return { outcome: 'not-met', summary: '不符合经济困难标准', clause: lastClause(steps), ...figures, steps }
  const declaration = stepOn(
    rules.steps.declaration,
    '个人诚信承诺',
    facts.isDeclared ? '已签' : '未签，须查询有关信息或者补签后再定',
    facts.isDeclared ? '已签' : '未签',
  )
  steps.push(declaration)
  return facts.isDeclared
    ? { outcome: 'met', summary: '符合经济困难标准', clause: declaration.clause, ...figures, steps }
    : { ...needsPerson('没有个人诚信承诺，须查询核实', steps), ...figures }
}

function householdSteps(
  members: readonly HouseholdMember[],
  counted: readonly HouseholdMember[],
  rules: HardshipRules,
): ExplainedStep[] {
  const left = members.filter(member => !member.isCounted)
  const totalFen = counted.reduce((sum, member) => sum + member.monthlyIncomeFen, 0)
  const names = (list: readonly HouseholdMember[]): string => list.map(member => member.name).join('、')
  return [
    stepOn(rules.steps.household, '核查对象', names(counted) || '无', `${counted.length} 人`),
    ...(left.length > 0 ? [stepOn(rules.steps.opponentExcluded, '不计入', names(left), `${left.length} 人`)] : []),
    stepOn(
      rules.steps.income,
      '月收入',
      counted
        .map(
          member =>
            `${member.name}${member.incomeSource === null ? '' : `（${member.incomeSource}）`} ${formatYuan(member.monthlyIncomeFen)}`,
        )
        .join('；'),
      formatYuan(totalFen),
    ),
  ]
}

function lineText({ line, name }: HardshipStandard): string {
  return line.formula === 'fixed' ? name : `${line.multiplier} × ${formatYuan(line.baseFen)}（${line.baseName}）`
}

function comparisonText(comparedFen: number, lineFen: number, comparison: HardshipStandard['comparison']): string {
  const sign = comparedFen < lineFen ? '＜' : comparedFen === lineFen ? '＝' : '＞'
  const difference = Math.abs(comparedFen - lineFen)
  const gap = difference === 0 ? `，标准为${comparison === 'below' ? '低于' : '不高于'}` : `，相差 ${formatYuan(difference)} 元`
  return `${formatYuan(comparedFen)} ${sign} ${formatYuan(lineFen)}${gap}`
}

function needsPerson(reason: string, steps: readonly ExplainedStep[]): HardshipAssessment {
  return {
    outcome: 'needs-person',
    summary: `须人工核查：${reason}`,
    clause: null,
    perHeadFen: null,
    lineFen: null,
    steps: [...steps, factStep('须人工核查', reason)],
  }
}

function lastClause(steps: readonly ExplainedStep[]): string | null {
  return steps.at(-1)?.clause ?? null
}
