import { describe, expect, it } from 'vitest'
import type { SubsidyTable } from '../../src-main/domain/rule-pack/subsidy.ts'
import { computeSubsidy, type SubsidyQuestion, subsidyTableOn } from '../../src-main/domain/subsidy.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { caseOf } from './case-of.ts'

const shipped = shippedPack().subsidyTables
const basis = { source: '补贴标准', article: '第3条', confidence: 'H' } as const

function question(changes: Partial<SubsidyQuestion> = {}): SubsidyQuestion {
  return {
    facts: caseOf(),
    closedOn: '2026-11-06',
    handler: { kind: 'lawyer', isPublicEmployee: false },
    chosenFen: null,
    recipients: 1,
    qualityGrade: null,
    chosenShares: {},
    directCosts: [],
    ...changes,
  }
}

/** A county's table with everything in it: 800 a case, 200 for each further recipient, 5 % for quality, a cap, a share. */
const table: SubsidyTable = {
  id: 'T',
  name: '补贴标准 2026',
  from: '2026-01-01',
  to: '2026-12-31',
  rounding: 'half-up',
  basis,
  tiers: [{ id: 'civil', label: '民事', when: { matterTypes: ['civil'] }, amount: { kind: 'fixed', fen: 80_000 }, basis }],
  adjustments: [
    { id: 'further', label: '同案其他受援人', when: {}, effect: { kind: 'per-further-recipient', fen: 20_000 }, basis },
    {
      id: 'quality',
      label: '质量良好',
      when: {},
      qualityGrades: ['good'],
      effect: { kind: 'percent', percent: '5', of: 'labour' },
      basis,
    },
    { id: 'region', label: '跨地区', when: { flags: ['cross-region'] }, effect: { kind: 'fixed', fen: 50_000 }, basis },
    {
      id: 'share',
      label: '中途更换',
      when: { flags: ['handler-changed'] },
      effect: { kind: 'chosen-share', minPercent: '10', maxPercent: '90' },
      basis,
    },
  ],
  cap: { label: '封顶', fen: 500_000, basis },
  directCosts: shipped[0]?.directCosts ?? [],
  excludedHandlers: [],
}

describe('tiers of the example table', () => {
  it.each([
    { name: 'an ordinary civil case', facts: caseOf(), chosen: null, total: 50_000, tier: 'civil', payable: true },
    {
      name: 'a complex civil case',
      facts: caseOf({ complexity: 'complex' }),
      chosen: null,
      total: 80_000,
      tier: 'civil-complex',
      payable: true,
    },
    {
      name: 'a criminal case',
      facts: caseOf({ matterType: 'criminal' }),
      chosen: null,
      total: 50_000,
      tier: 'criminal',
      payable: true,
    },
    {
      name: 'criminal at the floor',
      facts: caseOf({ matterType: 'criminal' }),
      chosen: 50_000,
      total: 50_000,
      tier: 'criminal',
      payable: true,
    },
    {
      name: 'criminal one fen under the floor',
      facts: caseOf({ matterType: 'criminal' }),
      chosen: 49_999,
      total: 50_000,
      tier: 'criminal',
      payable: false,
    },
    {
      name: 'criminal far above the floor',
      facts: caseOf({ matterType: 'criminal' }),
      chosen: 120_000,
      total: 120_000,
      tier: 'criminal',
      payable: true,
    },
    {
      name: 'non-litigation not chosen',
      facts: caseOf({ matterType: 'non-litigation' }),
      chosen: null,
      total: 50_000,
      tier: 'non-litigation',
      payable: false,
    },
    {
      name: 'non-litigation one fen under',
      facts: caseOf({ matterType: 'non-litigation' }),
      chosen: 49_999,
      total: 50_000,
      tier: 'non-litigation',
      payable: false,
    },
    {
      name: 'non-litigation at the floor',
      facts: caseOf({ matterType: 'non-litigation' }),
      chosen: 50_000,
      total: 50_000,
      tier: 'non-litigation',
      payable: true,
    },
    {
      name: 'non-litigation at the ceiling',
      facts: caseOf({ matterType: 'non-litigation' }),
      chosen: 80_000,
      total: 80_000,
      tier: 'non-litigation',
      payable: true,
    },
    {
      name: 'non-litigation one fen over',
      facts: caseOf({ matterType: 'non-litigation' }),
      chosen: 80_001,
      total: 80_000,
      tier: 'non-litigation',
      payable: false,
    },
  ])('$name', ({ facts, chosen, total, tier, payable }) => {
    const result = computeSubsidy(question({ facts, chosenFen: chosen }), shipped)
    expect([result.totalFen, result.tier?.id, result.isPayable]).toEqual([total, tier, payable])
    expect(result.isPayable).toBe(result.notPayableReason === null)
  })

  it('says which tiers were not used and why', () => {
    const ordinary = computeSubsidy(question(), shipped)
    expect(ordinary.notUsed).toEqual([{ label: '办案补贴　较复杂民事 800.00', why: '复杂程度不符' }])
    const complex = computeSubsidy(question({ facts: caseOf({ complexity: 'complex' }) }), shipped)
    expect(complex.notUsed).toEqual([{ label: '办案补贴　民事 500.00', why: '已适用在前的“办案补贴　较复杂民事”' }])
  })
  it('tells the bounds that a choice must keep to', () => {
    const result = computeSubsidy(question({ facts: caseOf({ matterType: 'non-litigation' }), chosenFen: 80_001 }), shipped)
    expect(result.notPayableReason).toBe('所定金额 800.01 元高于上限 800.00 元')
  })
})

describe('the table is chosen by the closing day', () => {
  it.each([
    { day: '2025-12-31', found: undefined },
    { day: '2026-01-01', found: 'T' },
    { day: '2026-12-31', found: 'T' },
    { day: '2027-01-01', found: undefined },
  ])('$day', ({ day, found }) => expect(subsidyTableOn(day, [table])?.id).toBe(found))
  it('refuses a day that no table covers', () => {
    expect(computeSubsidy(question({ closedOn: '2027-01-01' }), [table])).toMatchObject({
      isPayable: false,
      totalFen: 0,
      notPayableReason: '结案日 2027-01-01 没有适用的补贴标准',
    })
  })
  it('refuses a case that no tier covers', () => {
    expect(computeSubsidy(question({ facts: caseOf({ matterType: 'criminal' }) }), [table])).toMatchObject({
      isPayable: false,
      notPayableReason: '没有适用的档次',
      tier: null,
    })
  })
})

describe('adjustments in their order', () => {
  it('adds recipients to labour, then quality on labour', () => {
    const result = computeSubsidy(question({ recipients: 3, qualityGrade: 'good' }), [table])
    expect(result.lines.map(one => [one.group, one.label, one.rate, one.amountFen])).toEqual([
      ['labour', '民事', '1 件 × 800.00', 80_000],
      ['labour', '同案其他受援人', '2 人 × 200.00', 40_000],
      ['adjustment', '质量良好', '1,200.00 × 5%', 6000],
    ])
    expect(result.totalFen).toBe(126_000)
    expect(result.notUsed.map(one => [one.label, one.why])).toEqual([
      ['跨地区', '没有所要求的情形'],
      ['中途更换', '没有所要求的情形'],
      ['封顶', '劳务费和调整合计 1,260.00 元，未超过 5,000.00 元'],
    ])
  })

  it.each([
    { name: 'at the cap', recipients: 22, total: 500_000, cut: undefined },
    { name: 'over the cap', recipients: 23, total: 500_000, cut: -20_000 },
    { name: 'under the cap', recipients: 21, total: 480_000, cut: undefined },
  ])('$name', ({ recipients, total, cut }) => {
    const result = computeSubsidy(question({ recipients }), [table])
    expect(result.totalFen).toBe(total)
    expect(result.lines.find(one => one.id === 'cap')?.amountFen).toBe(cut)
  })

  it.each([
    { name: 'the least share', share: '10', total: 8000, payable: true },
    { name: 'the greatest share', share: '90', total: 72_000, payable: true },
    { name: 'under the least', share: '9.99', total: 80_000, payable: false },
    { name: 'over the greatest', share: '90.01', total: 80_000, payable: false },
    { name: 'a third', share: '33.33', total: 26_664, payable: true },
    { name: 'none set', share: undefined, total: 80_000, payable: false },
  ])('a chosen share: $name', ({ share, total, payable }) => {
    const result = computeSubsidy(
      question({ facts: caseOf({ flags: ['handler-changed'] }), chosenShares: share === undefined ? {} : { share } }),
      [table],
    )
    expect([result.totalFen, result.isPayable]).toEqual([total, payable])
  })

  it('adds a fixed sum for another region', () => {
    expect(computeSubsidy(question({ facts: caseOf({ flags: ['cross-region'] }) }), [table]).totalFen).toBe(130_000)
  })
})

describe('direct costs', () => {
  const travel = { kind: 'travel', description: '蚌埠—怀远', amountFen: 18_650, vouchers: 4 }
  it('are paid as spent', () => {
    const result = computeSubsidy(question({ directCosts: [travel] }), shipped)
    expect([result.totalFen, result.isPayable]).toEqual([68_650, true])
    expect(result.lines[1]).toMatchObject({ group: 'direct', label: '差旅费', detail: '蚌埠—怀远　票据 4 张', rate: '实报' })
    expect(result.steps.find(step => step.label === '差旅费')?.detail).toBe('蚌埠—怀远　票据 4 张　须经主任批准')
  })
  it('are outside the cap', () => {
    expect(computeSubsidy(question({ recipients: 30, directCosts: [travel] }), [table]).totalFen).toBe(518_650)
  })
  it('need vouchers and a known kind', () => {
    const result = computeSubsidy(
      question({
        directCosts: [
          { ...travel, vouchers: 0 },
          { ...travel, kind: 'gift' },
        ],
      }),
      shipped,
    )
    expect(result.notPayableReason).toBe('差旅费“蚌埠—怀远”没有票据；补贴标准里没有费用项目“gift”')
  })
})

describe('who gets none', () => {
  const costs = [{ kind: 'travel', description: '怀远', amountFen: 5000, vouchers: 1 }]
  it.each([
    {
      name: 'a public employee without costs',
      kind: 'lawyer',
      isPublicEmployee: true,
      directCosts: [],
      total: 0,
      payable: false,
    },
    {
      name: 'a public employee with costs',
      kind: 'lawyer',
      isPublicEmployee: true,
      directCosts: costs,
      total: 5000,
      payable: true,
    },
    { name: 'staff of the center', kind: 'center-staff', isPublicEmployee: false, directCosts: [], total: 0, payable: false },
    { name: 'a lawyer', kind: 'lawyer', isPublicEmployee: false, directCosts: [], total: 50_000, payable: true },
  ])('$name', ({ kind, isPublicEmployee, directCosts, total, payable }) => {
    const result = computeSubsidy(question({ handler: { kind, isPublicEmployee }, directCosts }), shipped)
    expect([result.totalFen, result.isPayable]).toEqual([total, payable])
  })
})

it('adds up: the lines make the total, and the last step says how', () => {
  const result = computeSubsidy(
    question({
      recipients: 3,
      qualityGrade: 'good',
      directCosts: [{ kind: 'travel', description: '怀远', amountFen: 21_750, vouchers: 1 }],
    }),
    [table],
  )
  expect(result.lines.reduce((sum, one) => sum + one.amountFen, 0)).toBe(result.totalFen)
  expect(result.steps.at(-1)).toMatchObject({ label: '合计', detail: '1,200.00 ＋ 60.00 ＋ 217.50', value: '1,477.50' })
})
