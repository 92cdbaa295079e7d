import { divideFen, formatYuan } from '../money.ts'
import { type ExplainedStep, stepOn } from '../rule-basis.ts'
import type {
  Area,
  AssetTest,
  HardshipRules,
  HardshipStandard,
  HardshipTest,
  IncomeTest,
  LineRounding,
} from '../rule-pack/hardship.ts'
import { testAssets, testVeto } from './assets.ts'
import { comparisonText, standsTo } from './comparison.ts'
import type { CheckFacts, CountedPerson } from './facts.ts'
import { type WorkedLine, workLine } from './line.ts'

/** Yes, no, or null where a fact is missing to say it. */
export type Verdict = boolean | null

/** What a test found: its verdict, the steps to print, what is missing, and the figures of an income test. */
export type TestResult = {
  readonly verdict: Verdict
  readonly steps: readonly ExplainedStep[]
  readonly missing: readonly string[]
  readonly compared: { readonly name: string; readonly fen: number; readonly lineFen: number } | null
}

/** What the tests of a standard look at. `incomeFen` null: not known in full. */
export type TestGround = {
  readonly facts: CheckFacts
  readonly people: readonly CountedPerson[]
  readonly countedPeople: number
  readonly incomeFen: number | null
  readonly appliedOn: string
  readonly area: Area | null
  readonly standard: HardshipStandard
  readonly rules: HardshipRules
}

/** The tests of a standard: those it states, or the one income test that it is. Null for a standard that states neither. */
export function testOf(standard: HardshipStandard): HardshipTest | null {
  if (standard.test) return standard.test
  const { line, comparison, unit, basis, lineRounding } = standard
  if (!line || !comparison || !unit) return null
  return { kind: 'income', line, comparison, unit, basis, ...(lineRounding ? { lineRounding } : {}) }
}

/**
 * Tries a test and all inside it: every step is shown, whether it still matters or not. Of `all` one no settles it, of `any` one yes;
 * else whatever is open keeps it open.
 */
export function tryTest(test: HardshipTest, ground: TestGround): TestResult {
  switch (test.kind) {
    case 'income':
      return tryIncome(test, ground)
    case 'assets':
      return testAssets(test, workedFor(test, ground), ground)
    case 'veto':
      return testVeto(test, ground)
    case 'all':
    case 'any': {
      const results = test.tests.map(one => tryTest(one, ground))
      const settles = test.kind === 'any'
      const verdicts = results.map(one => one.verdict)
      const verdict = verdicts.includes(settles) ? settles : verdicts.includes(null) ? null : !settles
      const words = verdict === null ? '未能确定' : verdict ? '符合' : '不符合'
      const detail = `${test.kind === 'all' ? '以上各项须同时符合' : '以上各项符合一项即可'}（${results.length} 项）`
      return {
        verdict,
        steps: [...results.flatMap(one => one.steps), stepOn(ground.standard.basis, '综合', detail, words)],
        missing: results.flatMap(one => one.missing),
        compared: results.find(one => one.compared !== null)?.compared ?? null,
      }
    }
  }
}

/** The line of a test, rounded as it says, else to the fen as the standard's averages are. */
export function workedFor(test: IncomeTest | AssetTest, { standard, rules, appliedOn, area }: TestGround): WorkedLine {
  const rounding: LineRounding = test.lineRounding ?? { to: 'fen', rounding: standard.rounding }
  return workLine(test.line, rounding, { appliedOn, area, figures: rules.figures ?? [] }, standard.name)
}

function tryIncome(test: IncomeTest, ground: TestGround): TestResult {
  const { standard, rules, incomeFen, countedPeople } = ground
  const line = workedFor(test, ground)
  const isPerHead = test.unit === 'per-head'
  const name = isPerHead ? '人均月收入' : '家庭月收入'
  const months = `近 ${standard.incomeMonths} 个月平均`
  const fen = incomeFen === null ? null : isPerHead ? divideFen(incomeFen, countedPeople, standard.rounding) : incomeFen
  const steps: ExplainedStep[] = []
  if (incomeFen !== null && fen !== null)
    steps.push(
      stepOn(
        rules.steps.average,
        name,
        isPerHead ? `${formatYuan(incomeFen)} ÷ ${countedPeople} 人（${months}）` : months,
        formatYuan(fen),
      ),
    )
  steps.push(
    stepOn(test.basis, '困难标准', line.ok ? line.text : `缺少${line.missing}`, line.ok ? formatYuan(line.fen) : '未能确定'),
  )
  if (!line.ok || fen === null) return { verdict: null, steps, missing: line.ok ? [] : [line.missing], compared: null }
  const verdict = standsTo(fen, line.fen, test.comparison)
  steps.push(stepOn(rules.steps.comparison, '比较', comparisonText(fen, line.fen, test.comparison), verdict ? '符合' : '不符合'))
  return { verdict, steps, missing: [], compared: { name, fen, lineFen: line.fen } }
}
