import { describe, expect, it } from 'vitest'
import { type HardshipInput, hardshipInput } from '../../src-main/contract/hardship.ts'
import { assessHardship as assess, standardOn } from '../../src-main/domain/hardship/assess.ts'
import { currentHardship } from '../../src-main/domain/hardship/earlier-input.ts'
import type { HardshipRules, HardshipStandard } from '../../src-main/domain/rule-pack/hardship.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const basis = { source: '本中心规定', article: '第1条', confidence: 'L' } as const
const standard: HardshipStandard = {
  id: 'H',
  name: '标准',
  from: '2026-01-01',
  to: null,
  line: { formula: 'multiple-of-base', baseName: '低保', baseFen: 78_000, multiplier: '2.5' },
  comparison: 'at-most',
  unit: 'per-head',
  incomeMonths: 6,
  rounding: 'half-up',
  basis,
}
const LINE = 195_000

function rulesWith(...standards: readonly HardshipStandard[]): HardshipRules {
  return { ...shippedPack().hardship, standards }
}
/** A member as earlier versions stored it; what they say must keep its meaning. */
type EarlierMember = Extract<HardshipInput, { route: 'check' }>['members'][number]
function member(monthlyIncomeFen: number, changes: Partial<EarlierMember> = {}): EarlierMember {
  return { name: '孙桂英', relation: 'self', monthlyIncomeFen, incomeSource: null, isCounted: true, ...changes }
}
function check(members: EarlierMember[], isDeclared = true): HardshipInput {
  return { route: 'check', members, isDeclared }
}
function assessHardship(input: HardshipInput, day: string, rules: HardshipRules) {
  return assess(currentHardship(hardshipInput.parse(input)), day, rules)
}

describe('the line itself', () => {
  it.each([
    { name: 'one fen under', comparison: 'below', income: LINE - 1, outcome: 'met' },
    { name: 'on the line', comparison: 'below', income: LINE, outcome: 'not-met' },
    { name: 'one fen over', comparison: 'below', income: LINE + 1, outcome: 'not-met' },
    { name: 'one fen under', comparison: 'at-most', income: LINE - 1, outcome: 'met' },
    { name: 'on the line', comparison: 'at-most', income: LINE, outcome: 'met' },
    { name: 'one fen over', comparison: 'at-most', income: LINE + 1, outcome: 'not-met' },
  ] as const)('$comparison, $name: $outcome', ({ comparison, income, outcome }) => {
    const result = assessHardship(check([member(income)]), '2026-11-11', rulesWith({ ...standard, comparison }))
    expect(result).toMatchObject({ outcome, lineFen: LINE, perHeadFen: income })
  })

  it.each([
    { name: 'per head', unit: 'per-head', perHead: 132_000, outcome: 'met' },
    { name: 'of the household', unit: 'household', perHead: 396_000, outcome: 'not-met' },
  ] as const)('$name', ({ unit, perHead, outcome }) => {
    const members = [member(120_000), member(276_000, { name: '周德福' }), member(0, { name: '周婷' })]
    const result = assessHardship(check(members), '2026-11-11', rulesWith({ ...standard, unit }))
    expect(result).toMatchObject({ outcome, perHeadFen: perHead })
  })

  it('compares the rounded income that is shown', () => {
    // 585,001 ÷ 3 = 195,000.33: shown as 1,950.00, which does not pass the line.
    const members = [member(585_001), member(0), member(0)]
    expect(assessHardship(check(members), '2026-11-11', rulesWith(standard))).toMatchObject({ perHeadFen: LINE, outcome: 'met' })
    expect(assessHardship(check(members), '2026-11-11', rulesWith({ ...standard, rounding: 'up' }))).toMatchObject({
      perHeadFen: LINE + 1,
      outcome: 'not-met',
    })
  })
})

it('leaves who is not counted out of income and heads', () => {
  const members = [member(100_000), member(900_000, { name: '葛涛', isCounted: false })]
  const result = assessHardship(check(members), '2026-11-11', rulesWith(standard))
  expect(result).toMatchObject({ outcome: 'met', perHeadFen: 100_000 })
  expect(result.steps.find(step => step.label === '不计入')?.detail).toBe('葛涛（经办人改定：按原登记）')
})

describe('the standard is chosen by the day of the application', () => {
  const rules = rulesWith(
    { ...standard, id: 'old', from: '2025-01-01', to: '2025-12-31', line: { formula: 'fixed', fen: 100_000 } },
    { ...standard, id: 'new' },
  )
  it.each([
    { day: '2024-12-31', id: undefined },
    { day: '2025-01-01', id: 'old' },
    { day: '2025-12-31', id: 'old' },
    { day: '2026-01-01', id: 'new' },
  ])('$day', ({ day, id }) => expect(standardOn(day, rules.standards)?.id).toBe(id))
  it('decides by it', () => {
    expect(assessHardship(check([member(150_000)]), '2025-12-31', rules).outcome).toBe('not-met')
    expect(assessHardship(check([member(150_000)]), '2026-01-01', rules).outcome).toBe('met')
  })
})

describe('what a rule cannot settle needs a person', () => {
  it.each([
    {
      name: 'no standard for the day',
      facts: check([member(1)]),
      day: '2024-01-01',
      summary: '须人工核查：2024-01-01 没有适用的经济困难标准',
    },
    {
      name: 'nobody counted',
      facts: check([member(1, { isCounted: false })]),
      day: '2026-11-11',
      summary: '须人工核查：没有计入的家庭成员',
    },
    {
      name: 'no declaration',
      facts: check([member(1)], false),
      day: '2026-11-11',
      summary: '须人工核查：没有个人诚信承诺，须查询核实',
    },
    {
      name: 'a ground that is not in force',
      facts: { route: 'waived', ground: 'n32-1', proof: '证' },
      day: '2026-11-11',
      summary: '须人工核查：情形“n32-1”不在现行规则内',
    },
  ] as const)('$name', ({ facts, day, summary }) => {
    const result = assessHardship(facts, day, rulesWith(standard))
    expect([result.outcome, result.summary, result.clause]).toEqual(['needs-person', summary, null])
  })
  it('but income over the line is not met, declared or not', () => {
    expect(assessHardship(check([member(LINE + 1)], false), '2026-11-11', rulesWith(standard)).outcome).toBe('not-met')
  })
})

describe('the grounds', () => {
  it.each([
    {
      name: '法律援助法 42: a migrant worker claims wages',
      facts: { route: 'waived', ground: 'w42-3', proof: '欠条' },
      outcome: 'waived',
      clause: '法律援助法 第42条第3项',
    },
    {
      name: '法律援助法 32: a victim of violence',
      facts: { route: 'not-applicable', ground: 'n32-4', proof: '告诫书' },
      outcome: 'not-applicable',
      clause: '法律援助法 第32条第4项',
    },
  ] as const)('$name', ({ facts, outcome, clause }) => {
    expect(assessHardship(facts, '2026-11-11', shippedPack().hardship)).toMatchObject({
      outcome,
      clause,
      perHeadFen: null,
      lineFen: null,
    })
  })
})

it('explains every step with its clause and how sure it is', () => {
  const { steps } = assessHardship(check([member(132_000, { incomeSource: '零工' })]), '2026-11-11', shippedPack().hardship)
  expect(steps.map(step => [step.label, step.value, step.clause, step.confidence])).toEqual([
    ['核查对象', '1 人', '办案程序规定 第18条', 'M'],
    ['月收入', '1,320.00', '法律援助法 第34条', 'H'],
    ['人均月收入', '1,320.00', '经济困难标准（示例）', 'L'],
    ['困难标准', '1,950.00', '经济困难标准（示例）', 'L'],
    ['比较', '符合', '法律援助法 第34条', 'H'],
    ['个人诚信承诺', '已签', '法律援助法 第41条', 'H'],
  ])
  expect(steps.find(step => step.label === '比较')?.detail).toBe('1,320.00 ＜ 1,950.00，相差 630.00 元')
})
