import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type HardshipInput, hardshipInput } from '../../src-main/contract/hardship.ts'
import { assessHardship } from '../../src-main/domain/hardship/assess.ts'
import { currentHardship } from '../../src-main/domain/hardship/earlier-input.ts'
import type { HardshipMatter } from '../../src-main/domain/hardship/facts.ts'
import type {
  Comparison,
  HardshipRules,
  HardshipTest,
  LineRounding,
  PlainLine,
} from '../../src-main/domain/rule-pack/hardship.ts'
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

/** What each example forbids, at nothing, at the least of it, and at more. */
describe.each<{ example: Example; day: string; kind: string; measure: 'amountFen' | 'pieces' }>([
  { example: 'guangdong', day: '2023-03-10', kind: 'deposits', measure: 'amountFen' },
  { example: 'guangdong', day: '2023-03-10', kind: 'second-dwelling', measure: 'pieces' },
  { example: 'guangdong', day: '2023-03-10', kind: 'car', measure: 'pieces' },
  { example: 'guangdong', day: '2023-03-10', kind: 'business-share', measure: 'amountFen' },
  { example: 'guangdong', day: '2023-03-10', kind: 'other-valuables', measure: 'amountFen' },
  { example: 'hangzhou', day: '2026-03-01', kind: 'second-dwelling', measure: 'pieces' },
  { example: 'hangzhou', day: '2026-03-01', kind: 'car', measure: 'pieces' },
])('$example: no $kind', ({ example, day, kind, measure }) => {
  it.each([
    { owned: 0, outcome: 'met' },
    { owned: 1, outcome: 'not-met' },
    { owned: 2, outcome: 'not-met' },
  ])('$owned: $outcome', ({ owned, outcome }) => {
    const assets = [{ kind, owner: null, amountFen: null, pieces: null, [measure]: owned }]
    expect(assess(RULES[example], day, 1, { assets, assetsNone: NOTHING_OWNED.filter(one => one !== kind) }).outcome).toBe(
      outcome,
    )
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

/** Rules of one test, for the forms of a test that no example states. */
const LOCAL = { source: '本中心规定', article: '', confidence: 'L' } as const
function rulesOfTest(test: HardshipTest, more: Partial<HardshipRules> = {}): HardshipRules {
  const standard = {
    id: 'N',
    name: '标准',
    from: '2026-01-01',
    to: null,
    incomeMonths: 6,
    rounding: 'half-up',
    basis: LOCAL,
  } as const
  return { ...RULES['low-income-2-5'], standards: [{ ...standard, test }], ...more }
}

describe('how a sum must stand to the line', () => {
  const LINE = 100_000
  it.each<[Comparison, readonly string[]]>([
    ['below', ['met', 'not-met', 'not-met']],
    ['at-most', ['met', 'met', 'not-met']],
    ['within', ['met', 'met', 'not-met']],
    ['not-above', ['met', 'met', 'not-met']],
  ])('%s', (comparison, outcomes) => {
    for (const unit of ['per-head', 'household'] as const) {
      const rules = rulesOfTest({ kind: 'income', line: { formula: 'fixed', fen: LINE }, comparison, unit, basis: LOCAL })
      expect([LINE - 1, LINE, LINE + 1].map(fen => assess(rules, '2026-03-01', fen).outcome)).toEqual(outcomes)
    }
  })
})

describe('a line by the minimum wage and by a share of the disposable income, rounded as stated', () => {
  const value = (fen: number) => ({ area: 'any', from: '2025-01-01', to: null, publishedOn: null, fen, basis: LOCAL }) as const
  const figures: HardshipRules['figures'] = [
    { id: 'minimum-wage', label: '最低工资标准（月）', period: 'month', values: [value(206_050)] },
    { id: 'disposable', label: '人均可支配收入（年）', period: 'year', values: [value(3_000_100)] },
  ]
  const wage = { formula: 'multiple-of-figure', figure: 'minimum-wage', area: 'any', year: 'current', multiplier: '1' } as const
  const share = { formula: 'share-of-figure', figure: 'disposable', area: 'any', year: 'current', percent: '40' } as const
  it.each<[string, PlainLine, LineRounding | undefined, number]>([
    ['the wage to the fen', wage, undefined, 206_050],
    ['up to the yuan', wage, { to: 'yuan', rounding: 'up' }, 206_100],
    ['down to the yuan', wage, { to: 'yuan', rounding: 'down' }, 206_000],
    ['half up to the yuan', wage, { to: 'yuan', rounding: 'half-up' }, 206_100],
    ['0.8 of the wage', { ...wage, multiplier: '0.8' }, undefined, 164_840],
    ['a share of a twelfth', share, undefined, 100_003],
    ['a share of a twelfth, up', share, { to: 'fen', rounding: 'up' }, 100_004],
  ])('%s', (_, line, lineRounding, lineFen) => {
    const rounded = lineRounding ? { lineRounding } : {}
    const rules = rulesOfTest(
      { kind: 'income', line, comparison: 'at-most', unit: 'per-head', basis: LOCAL, ...rounded },
      { figures },
    )
    const outcomes = [lineFen - 1, lineFen, lineFen + 1].map(fen => assess(rules, '2026-03-01', fen))
    expect(outcomes.map(one => [one.outcome, one.lineFen])).toEqual([
      ['met', lineFen],
      ['met', lineFen],
      ['not-met', lineFen],
    ])
  })
})

describe('property of a household of two', () => {
  const LIMIT = 100_000
  const members: Check['members'] = [
    { name: '孙桂英', relation: 'self', hasNoIncome: true },
    { name: '葛涛', relation: 'spouse', hasNoIncome: true },
  ]
  const money = (owner: number | null, amountFen: number) => ({ kind: 'deposits', owner, amountFen, pieces: null })
  const outcomeOf = (unit: 'household' | 'per-head' | 'each-person', assets: Check['assets']) =>
    assess(
      rulesOfTest({
        kind: 'assets',
        label: '存款',
        assetKinds: ['deposits'],
        line: { formula: 'fixed', fen: LIMIT },
        comparison: 'at-most',
        unit,
        basis: LOCAL,
      }),
      '2026-03-01',
      0,
      { members, opponentInFamily: false, assets, assetsNone: NOTHING_OWNED.slice(1) },
    ).outcome
  it.each<['household' | 'per-head' | 'each-person', string, (fen: number) => Check['assets']]>([
    ['household', 'of one of them', fen => [money(1, fen)]],
    ['household', 'of both together', fen => [money(0, 1), money(1, fen - 1)]],
    ['per-head', 'halved', fen => [money(0, fen), money(null, fen)]],
    ['each-person', 'of one of them', fen => [money(0, LIMIT), money(1, fen)]],
    ['each-person', 'with half of what they share', fen => [money(0, fen - 20), money(null, 40)]],
  ])('%s: %s', (unit, _, assets) => {
    expect([LIMIT - 1, LIMIT, LIMIT + 1].map(fen => outcomeOf(unit, assets(fen)))).toEqual(['met', 'met', 'not-met'])
  })
  it('looks past what somebody owns who does not count', () => {
    const others: Check['members'] = [
      members[0] as Check['members'][0],
      { name: '葛父', relation: 'father', livesTogether: false },
    ]
    const rules = rulesOfTest({ kind: 'veto', label: '没有机动车', assetKinds: ['car'], mostAllowed: 0, basis: LOCAL })
    const outcome = (owner: number) =>
      assess(rules, '2026-03-01', 0, {
        members: others,
        opponentInFamily: false,
        assets: [{ kind: 'car', owner, amountFen: null, pieces: 1 }],
        assetsNone: [],
      }).outcome
    expect([outcome(1), outcome(0)]).toEqual(['met', 'not-met'])
  })
})

it.each([
  [0, 'met'],
  [1, 'met'],
  [2, 'not-met'],
])('where one dwelling may be, %i is %s', (pieces, expected) => {
  const rules = rulesOfTest({ kind: 'veto', label: '住房', assetKinds: ['second-dwelling'], mostAllowed: 1, basis: LOCAL })
  const assets = [{ kind: 'second-dwelling', owner: null, amountFen: null, pieces }]
  expect(assess(rules, '2026-03-01', 0, { assets, assetsNone: [] }).outcome).toBe(expected)
})

describe('tests joined by and, or, nested', () => {
  const income = (fen: number): HardshipTest => ({
    kind: 'income',
    line: { formula: 'fixed', fen },
    comparison: 'at-most',
    unit: 'per-head',
    basis: LOCAL,
  })
  const noCar: HardshipTest = { kind: 'veto', label: '没有机动车', assetKinds: ['car'], mostAllowed: 0, basis: LOCAL }
  const rules = rulesOfTest({ kind: 'any', tests: [income(100), { kind: 'all', tests: [income(200), noCar] }] })
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
