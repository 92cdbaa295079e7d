import { describe, expect, it } from 'vitest'
import { type HardshipInput, hardshipInput } from '../../src-main/contract/hardship.ts'
import { assessHardship } from '../../src-main/domain/hardship/assess.ts'
import { currentHardship } from '../../src-main/domain/hardship/earlier-input.ts'
import type { HardshipMatter } from '../../src-main/domain/hardship/facts.ts'
import type { HardshipRules } from '../../src-main/domain/rule-pack/hardship.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

type Check = Extract<HardshipInput, { route: 'check' }>
type Member = Check['members'][number]

const rules = shippedPack().hardship
const DAY = '2026-11-11'
const LINE = 195_000
const declared: Check['proofWay'] = { way: 'declaration', isSigned: true, signedOn: DAY }
const self: Member = { name: '孙桂英', relation: 'self', incomes: [{ source: 'wages', amountFen: LINE, months: 1 }] }
const other = (relation: string, changes: Partial<Member> = {}): Member => ({
  name: '葛涛',
  relation,
  hasNoIncome: true,
  ...changes,
})

function assess(changes: Partial<Check>, more: { rules?: HardshipRules; matter?: HardshipMatter } = {}) {
  const input: Check = { route: 'check', members: [self], opponentInFamily: false, proofWay: declared, ...changes }
  return assessHardship(currentHardship(hardshipInput.parse(input)), DAY, more.rules ?? rules, more.matter)
}

describe('who counts', () => {
  const livesAndShares = { livesTogether: true, sharesIncome: true }
  it.each<[string, Member, boolean | null, string]>([
    ['a spouse, wherever', other('spouse'), true, '配偶'],
    ['a child of 17', other('child', { age: 17 }), true, '未成年子女'],
    ['a child of 18 who lives elsewhere', other('child', { age: 18, livesTogether: false }), false, '不属于计入的家庭成员'],
    ['a grown child at home who shares', other('child', { age: 18, ...livesAndShares }), true, '共同生活并分担生计'],
    [
      'a grown child at home who does not share',
      other('child', { age: 30, livesTogether: true, sharesIncome: false }),
      false,
      '不属于',
    ],
    ['a child of unknown age', other('child'), null, '缺少判断的事实'],
    ['a child of unknown age who lives and shares', other('child', livesAndShares), true, '共同生活并分担生计'],
    ['a mother of whom nobody asked', other('mother'), null, '缺少判断的事实'],
    ['a mother who lives elsewhere', other('mother', { livesTogether: false }), false, '不属于计入的家庭成员'],
    [
      'against the rule, with a reason',
      other('mother', { livesTogether: false, override: { isCounted: true, reason: '由申请人赡养' } }),
      true,
      '经办人改定：由申请人赡养',
    ],
  ])('%s', (_, member, isCounted, why) => {
    const result = assess({ members: [self, member] })
    expect(result.people[1]).toMatchObject({ isCounted, why: expect.stringContaining(why) })
    expect(result.outcome).toBe(isCounted === null ? 'needs-person' : 'met')
  })

  it('names the facts that are missing', () => {
    const result = assess({ members: [self, other('mother', { livesTogether: true })], opponentInFamily: null })
    expect(result.missing).toEqual(['对方当事人是不是家庭成员'])
    expect(assess({ members: [self, other('mother', { livesTogether: true })] })).toMatchObject({
      outcome: 'needs-person',
      summary: '须人工核查：还缺少葛涛是否分担生计',
      missing: ['葛涛是否分担生计'],
    })
  })
})

describe('the opponent in the household (办案程序规定 18)', () => {
  const child = other('child', { name: '葛小', age: 5 })
  const husband = (changes: Partial<Member>) => other('spouse', { isOpponent: true, ...changes })
  it.each<[string, Partial<Check>, readonly (boolean | null)[]]>([
    ['lives there: the applicant alone', { members: [self, husband({ livesTogether: true }), child] }, [true, false, false]],
    ['lives elsewhere: the others count', { members: [self, husband({ livesTogether: false }), child] }, [true, false, true]],
    ['nobody has said where', { members: [self, husband({}), child] }, [true, false, null]],
    ['nobody is ticked', { members: [self, other('spouse'), child] }, [true, null, null]],
  ])('%s', (_, changes, counted) => {
    const result = assess({ opponentInFamily: true, ...changes })
    expect(result.people.map(person => person.isCounted)).toEqual(counted)
  })

  it('can be left out of a household that stays whole, where the pack says so', () => {
    const family = rules.family && { ...rules.family, opponentInside: 'household-without-opponent' as const }
    const result = assess(
      { opponentInFamily: true, members: [self, husband({ livesTogether: true }), child] },
      { rules: { ...rules, ...(family ? { family } : {}) } },
    )
    expect(result.people.map(person => person.isCounted)).toEqual([true, false, true])
  })
})

it('looks at the applicant alone in matters that the pack lists', () => {
  const basis = { source: '本中心规定', article: '', confidence: 'L' } as const
  const individual = [{ label: '赡养、抚养、扶养费', scopes: ['s31-4'], basis }]
  const more = rules.family ? { rules: { ...rules, family: { ...rules.family, individual } } } : {}
  const members = [self, other('spouse')]
  const counted = (scope: string) => assess({ members }, { ...more, matter: { scope, causeCode: null } }).people[1]
  expect(counted('s31-4')).toMatchObject({ isCounted: false, why: '赡养、抚养、扶养费，只看申请人本人' })
  expect(counted('s31-5')).toMatchObject({ isCounted: true })
})

describe('income', () => {
  const alone = (incomes: NonNullable<Member['incomes']>, changes: Partial<Member> = {}) =>
    assess({ members: [{ ...self, incomes, ...changes }] })
  it.each<[string, NonNullable<Member['incomes']>, number]>([
    ['a month', [{ source: 'wages', amountFen: 100_000, months: 1 }], 100_000],
    ['half a year', [{ source: 'wages', amountFen: 600_000, months: 6 }], 100_000],
    ['a year', [{ source: 'business', amountFen: 1_200_000, months: 12 }], 100_000],
    ['a total that does not divide', [{ source: 'wages', amountFen: 100, months: 6 }], 17],
    [
      'several sources',
      [
        { source: 'wages', amountFen: 1, months: 1 },
        { source: 'transfer', amountFen: 2, months: 1 },
      ],
      3,
    ],
    [
      'what is excluded',
      [
        { source: 'wages', amountFen: 5, months: 1 },
        { source: 'scholarship', amountFen: 900_000, months: 1 },
      ],
      5,
    ],
    [
      'taxes taken off',
      [
        { source: 'wages', amountFen: 500, months: 1 },
        { source: 'taxes-insurance', amountFen: 80, months: 1 },
      ],
      420,
    ],
  ])('%s', (_, incomes, perHeadFen) => expect(alone(incomes)).toMatchObject({ perHeadFen, outcome: 'met' }))

  it('shows what it leaves out', () => {
    const { steps } = alone([{ source: 'preferential-pension', amountFen: 90_000, months: 1 }])
    expect(steps.find(step => step.label === '不计入的收入')?.detail).toBe('孙桂英 优待抚恤金 900.00')
  })
  it('does not take an empty list for no income', () => {
    expect(alone([])).toMatchObject({ outcome: 'needs-person', missing: ['孙桂英的收入'] })
    expect(alone([], { hasNoIncome: true })).toMatchObject({ outcome: 'met', perHeadFen: 0 })
  })
  it('does not stretch a total of other months', () => {
    expect(alone([{ source: 'wages', amountFen: 300, months: 3 }]).missing).toEqual([
      '孙桂英工资性收入近 6 个月的合计（已填 3 个月）',
    ])
  })
  it('but asks nothing of a sum that does not count', () => {
    const incomes = [
      { source: 'wages', amountFen: 5, months: 1 },
      { source: 'scholarship', amountFen: 300, months: 3 },
    ]
    expect(alone(incomes)).toMatchObject({ outcome: 'met', perHeadFen: 5, missing: [] })
  })
})

describe('the way of proof (法律援助法 41)', () => {
  const query = { way: 'query', queriedOn: DAY, sources: '民政部门低保信息', agrees: true } as const
  it.each<[string, Check['proofWay'], string, readonly string[]]>([
    ['a signed undertaking', declared, '符合经济困难标准', []],
    ['a query that agrees', query, '符合经济困难标准', []],
    ['nothing chosen', null, '须人工核查：没有选定核查方式', ['核查方式']],
    ['an undertaking not signed', { ...declared, isSigned: false }, '须人工核查：没有个人诚信承诺，须查询核实', []],
    ['a query that differs', { ...query, agrees: false }, '须人工核查：信息核查结果与申报不一致', []],
    ['a query without a result', { ...query, agrees: null }, '须人工核查：信息核查还没有完成', ['信息核查的结果']],
    ['a query of nobody knows whom', { ...query, sources: '' }, '须人工核查：信息核查还没有完成', ['信息核查的单位和内容']],
  ])('%s', (_, proofWay, summary, missing) => expect(assess({ proofWay })).toMatchObject({ summary, missing }))
})

describe('a sudden hardship (突发困难)', () => {
  const over = { members: [{ ...self, incomes: [{ source: 'wages', amountFen: LINE + 1, months: 1 }] }] }
  it.each<[string, Partial<Check>, string]>([
    ['over the line', over, 'not-met'],
    ['over the line, a person may look', { ...over, suddenHardship: '房屋因火灾烧毁' }, 'needs-person'],
    ['under the line anyway', { suddenHardship: '房屋因火灾烧毁' }, 'met'],
  ])('%s', (_, changes, outcome) => expect(assess(changes).outcome).toBe(outcome))
})

describe('a court’s aid (互免审查)', () => {
  const waived = { route: 'waived', ground: 'w42-2j', proof: '司法救助决定书' } as const
  const of = (input: HardshipInput) => assessHardship(currentHardship(hardshipInput.parse(input)), DAY, rules)
  it('waives the check with the document', () => {
    const document = { number: '（2026）皖0303民初12号', issuedOn: '2026-11-02', issuer: '蚌山区人民法院' }
    const result = of({ ...waived, document })
    expect(result).toMatchObject({ outcome: 'waived', clause: '法律援助法 第42条第2项' })
    expect(result.steps.at(-1)?.detail).toBe('蚌山区人民法院　（2026）皖0303民初12号　2026-11-02')
  })
  it('needs a person without it', () => {
    expect(of(waived)).toMatchObject({ outcome: 'needs-person', missing: ['司法救助决定'] })
  })
})
