import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type HardshipInput, hardshipInput } from '../../src-main/contract/hardship.ts'
import { assessHardship } from '../../src-main/domain/hardship/assess.ts'
import { currentHardship } from '../../src-main/domain/hardship/earlier-input.ts'
import type { HardshipMatter } from '../../src-main/domain/hardship/facts.ts'
import type { HardshipRules, HardshipTest } from '../../src-main/domain/rule-pack/hardship.ts'
import { parseRulePack } from '../../src-main/packs/load-pack.ts'

type Check = Extract<HardshipInput, { route: 'check' }>

const EXAMPLES = ['shandong', 'guangdong', 'baoshan', 'hangzhou', 'low-income-2-5', 'county-1-5'] as const
type Example = (typeof EXAMPLES)[number]

/** The rules of an example as it ships: a file, and no code. */
function rulesOf(example: Example): HardshipRules {
  const text = readFileSync(new URL(`../../src-main/packs/examples/${example}.json`, import.meta.url), 'utf8')
  const parsed = parseRulePack(text)
  if (!parsed.ok) throw new Error(`${example}: ${JSON.stringify(parsed.problems, null, 1)}`)
  return parsed.pack.hardship
}
const RULES = Object.fromEntries(EXAMPLES.map(example => [example, rulesOf(example)])) as Record<Example, HardshipRules>

const NOTHING_OWNED = ['deposits', 'second-dwelling', 'car', 'business-share', 'other-valuables']

/** An applicant alone with a monthly income, who owns nothing and has signed the undertaking. */
function assess(rules: HardshipRules, day: string, incomeFen: number, changes: Partial<Check> = {}, matter?: HardshipMatter) {
  const input: Check = {
    route: 'check',
    members: [{ name: '孙桂英', relation: 'self', incomes: [{ source: 'wages', amountFen: incomeFen, months: 1 }] }],
    assetsNone: NOTHING_OWNED,
    registrationArea: 'urban',
    proofWay: { way: 'declaration', isSigned: true, signedOn: day },
    ...changes,
  }
  return assessHardship(currentHardship(hardshipInput.parse(input)), day, rules, matter)
}

const rural = { registrationArea: 'rural' } as const

describe.each<{ example: Example; of: string; day: string; changes?: Partial<Check>; line: number; atLine: 'met' | 'not-met' }>([
  { example: 'shandong', of: '2 × last year’s urban 低保', day: '2026-03-01', line: 202_000, atLine: 'met' },
  { example: 'shandong', of: '2 × last year’s rural 低保', day: '2026-03-01', changes: rural, line: 156_000, atLine: 'met' },
  { example: 'guangdong', of: '中山 62,196 ÷ 12 × 50 %', day: '2023-03-10', line: 259_200, atLine: 'not-met' },
  { example: 'guangdong', of: 'the same until the next figure is known', day: '2024-03-09', line: 259_200, atLine: 'not-met' },
  { example: 'guangdong', of: 'the next figure', day: '2024-03-10', line: 268_800, atLine: 'not-met' },
  { example: 'baoshan', of: 'urban 2 × 低保', day: '2026-03-01', line: 144_000, atLine: 'met' },
  {
    example: 'baoshan',
    of: 'rural half of last year’s net income',
    day: '2026-03-01',
    changes: rural,
    line: 74_829,
    atLine: 'met',
  },
  { example: 'hangzhou', of: 'the low-income family line', day: '2026-03-01', line: 175_500, atLine: 'met' },
  { example: 'low-income-2-5', of: '2.5 × 低保', day: '2026-03-01', line: 195_750, atLine: 'met' },
  { example: 'county-1-5', of: '1.5 × urban 低保', day: '2026-03-01', line: 117_450, atLine: 'met' },
  { example: 'county-1-5', of: '1.5 × rural 低保', day: '2026-03-01', changes: rural, line: 94_650, atLine: 'met' },
])('$example: $of', ({ example, day, changes, line, atLine }) => {
  it.each([
    { name: 'one fen under', income: line - 1, outcome: 'met' },
    { name: 'on the line', income: line, outcome: atLine },
    { name: 'one fen over', income: line + 1, outcome: 'not-met' },
  ])('$name', ({ income, outcome }) => {
    expect(assess(RULES[example], day, income, changes)).toMatchObject({ outcome, lineFen: line, perHeadFen: income })
  })
})

describe('guangdong asks for both: income below the line, and nothing valuable', () => {
  const day = '2023-03-10'
  const owning = (asset: NonNullable<Check['assets']>[number]): Partial<Check> => ({
    assets: [asset],
    assetsNone: NOTHING_OWNED.filter(kind => kind !== asset.kind),
  })
  const car = { kind: 'car', owner: 0, amountFen: null, pieces: 1 }
  it.each<[string, number, Partial<Check>, string]>([
    ['both hold', 259_199, {}, 'met'],
    ['only the income is too high', 259_200, {}, 'not-met'],
    ['only a car stands in the way', 259_199, owning(car), 'not-met'],
    ['a disabled person’s car does not', 259_199, owning({ ...car, exception: 'disabled-car' }), 'met'],
    ['nor do no pieces of it', 259_199, owning({ ...car, pieces: 0 }), 'met'],
    ['neither holds', 259_200, owning(car), 'not-met'],
    ['nobody asked about cars', 259_199, { assetsNone: NOTHING_OWNED.filter(kind => kind !== 'car') }, 'needs-person'],
    ['nobody asked, but the income settles it', 259_200, { assetsNone: [] }, 'not-met'],
  ])('%s', (_, income, changes, outcome) => expect(assess(RULES.guangdong, day, income, changes).outcome).toBe(outcome))

  it('names what is missing', () => {
    const { missing } = assess(RULES.guangdong, day, 1, { assetsNone: NOTHING_OWNED.slice(0, 3) })
    expect(missing).toEqual(['有没有企业股权、出资', '有没有其他价值较大的财产'])
  })
})

describe('hangzhou limits the deposits per head to 24 lines', () => {
  const LIMIT = 175_500 * 24
  const owning = (amountFen: number): Partial<Check> => ({
    assets: [{ kind: 'deposits', owner: null, amountFen, pieces: null }],
    assetsNone: NOTHING_OWNED.slice(1),
  })
  it.each<[string, number, Partial<Check>, string]>([
    ['one fen under', 1, owning(LIMIT - 1), 'met'],
    ['on the limit', 1, owning(LIMIT), 'met'],
    ['one fen over', 1, owning(LIMIT + 1), 'not-met'],
    ['income alone over', 175_501, owning(0), 'not-met'],
    [
      'a second dwelling alone',
      1,
      { assets: [{ kind: 'second-dwelling', owner: null, amountFen: null, pieces: 1 }], assetsNone: NOTHING_OWNED },
      'not-met',
    ],
  ])('%s', (_, income, changes, outcome) => expect(assess(RULES.hangzhou, '2026-03-01', income, changes).outcome).toBe(outcome))

  it('counts the heads of the household', () => {
    const members: Check['members'] = [
      { name: '孙桂英', relation: 'self', hasNoIncome: true },
      { name: '葛小', relation: 'child', age: 6, hasNoIncome: true },
    ]
    const outcome = (fen: number) =>
      assess(RULES.hangzhou, '2026-03-01', 0, { members, opponentInFamily: false, ...owning(fen) }).outcome
    expect([outcome(LIMIT * 2), outcome(LIMIT * 2 + 2)]).toEqual(['met', 'not-met'])
  })
})

describe('what a figure cannot tell needs a person', () => {
  it.each<[string, Example, string, Partial<Check>, string]>([
    ['urban or rural is not said', 'shandong', '2026-03-01', { registrationArea: null }, '申请人是城镇还是农村'],
    ['last year’s figure is not out yet', 'baoshan', '2026-02-19', rural, '2025 年度农村居民人均纯收入（年）'],
    ['no figure covers the day', 'hangzhou', '2027-01-01', {}, '2027-01-01 执行的低收入家庭人均收入标准（月）'],
  ])('%s', (_, example, day, changes, missing) => {
    expect(assess(RULES[example], day, 1, changes)).toMatchObject({
      outcome: 'needs-person',
      missing: expect.arrayContaining([missing]),
    })
  })
  it('and a figure counts from the day it is out', () => {
    expect(assess(RULES.baoshan, '2026-02-20', 1, rural).outcome).toBe('met')
  })
})

it('county-1-5 looks at the applicant alone for maintenance and violence, and lets a person look at a sudden hardship', () => {
  const members: Check['members'] = [
    { name: '孙桂英', relation: 'self', incomes: [{ source: 'wages', amountFen: 117_450, months: 1 }] },
    { name: '葛涛', relation: 'spouse', incomes: [{ source: 'wages', amountFen: 900_000, months: 1 }] },
  ]
  const rules = RULES['county-1-5']
  const outcome = (matter: HardshipMatter, more: Partial<Check> = {}) =>
    assess(rules, '2026-03-01', 0, { members, opponentInFamily: false, ...more }, matter).outcome
  expect(outcome({ scope: 's31-4', causeCode: null })).toBe('met')
  expect(outcome({ scope: null, causeCode: 'protection-order' })).toBe('met')
  expect(outcome({ scope: 's31-5', causeCode: 'wage' })).toBe('not-met')
  expect(outcome({ scope: 's31-5', causeCode: 'wage' }, { suddenHardship: '房屋因洪灾倒塌' })).toBe('needs-person')
})

describe('tests joined by and, or, nested', () => {
  const basis = { source: '本中心规定', article: '', confidence: 'L' } as const
  const income = (fen: number): HardshipTest => ({
    kind: 'income',
    line: { formula: 'fixed', fen },
    comparison: 'at-most',
    unit: 'per-head',
    basis,
  })
  const noCar: HardshipTest = { kind: 'veto', label: '没有机动车', assetKinds: ['car'], mostAllowed: 0, basis }
  const test: HardshipTest = { kind: 'any', tests: [income(100), { kind: 'all', tests: [income(200), noCar] }] }
  const rules: HardshipRules = {
    ...RULES['low-income-2-5'],
    standards: [{ id: 'N', name: '标准', from: '2026-01-01', to: null, incomeMonths: 6, rounding: 'half-up', basis, test }],
  }
  const car: Partial<Check> = { assets: [{ kind: 'car', owner: 0, amountFen: null, pieces: 1 }], assetsNone: [] }
  it.each<[string, number, Partial<Check>, string]>([
    ['the first alone', 100, car, 'met'],
    ['the second pair', 200, {}, 'met'],
    ['half of the second pair', 200, car, 'not-met'],
    ['neither', 201, {}, 'not-met'],
    ['the first, with the second open', 100, { assetsNone: [] }, 'met'],
    ['the second open', 101, { assetsNone: [] }, 'needs-person'],
  ])('%s', (_, fen, changes, outcome) => expect(assess(rules, '2026-03-01', fen, changes).outcome).toBe(outcome))
})
