import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type HardshipInput, hardshipInput } from '../../src-main/contract/hardship.ts'
import { assessHardship } from '../../src-main/domain/hardship/assess.ts'
import { currentHardship } from '../../src-main/domain/hardship/earlier-input.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

type Check = Extract<HardshipInput, { route: 'check' }>
type Member = Check['members'][number]

const rules = shippedPack().hardship
const DAY = '2026-11-11'
const LINE = 195_000
const SOURCES = [...(rules.incomeSources ?? []), ...rules.incomeExclusions].map(one => one.code)
const yesNo = fc.constantFrom(true, false, null)

const income = fc.record({
  source: fc.constantFrom(...SOURCES, null),
  amountFen: fc.integer({ min: 0, max: LINE * 8 }),
  months: fc.constantFrom(1, 3, 6, 12),
})
/** Half of the relatives are of those who may well count, so that sums near the line are common. */
const relative: fc.Arbitrary<Member> = fc.record({
  name: fc.constantFrom('葛涛', '葛小', '葛母', '葛弟'),
  relation: fc.constantFrom('spouse', 'child', 'mother', 'sibling'),
  age: fc.option(fc.integer({ min: 0, max: 90 })),
  livesTogether: yesNo,
  sharesIncome: yesNo,
  isOpponent: fc.boolean(),
  incomes: fc.array(income, { maxLength: 3 }),
  hasNoIncome: fc.boolean(),
})
const check: fc.Arbitrary<Check> = fc.record({
  route: fc.constant('check' as const),
  members: fc
    .tuple(fc.array(income, { maxLength: 2 }), fc.boolean(), fc.array(relative, { maxLength: 4 }))
    .map(([incomes, hasNoIncome, others]) => [{ name: '孙桂英', relation: 'self', incomes, hasNoIncome }, ...others]),
  opponentInFamily: yesNo,
  proofWay: fc.constantFrom(null, { way: 'declaration', isSigned: true, signedOn: DAY }),
})

const assess = (input: HardshipInput) => assessHardship(currentHardship(hardshipInput.parse(input)), DAY, rules)
const withIncome = (input: Check, place: number, more: NonNullable<Member['incomes']>[number]): Check => ({
  ...input,
  members: input.members.map((member, at) => (at === place ? { ...member, incomes: [...(member.incomes ?? []), more] } : member)),
})

it('comes to the same whatever the order of the relatives', () => {
  fc.assert(
    fc.property(check, input => {
      const [self, ...others] = input.members
      if (!self) return
      const { outcome, perHeadFen, lineFen, missing } = assess(input)
      const turned = assess({ ...input, members: [self, ...others.toReversed()] })
      expect(turned).toMatchObject({ outcome, perHeadFen, lineFen })
      expect(turned.missing.toSorted()).toEqual(missing.toSorted())
    }),
  )
})

it('is never met with more income where it was not met with less', () => {
  fc.assert(
    fc.property(check, fc.nat(), fc.nat({ max: LINE }), (input, place, amountFen) => {
      const before = assess(input)
      if (before.outcome !== 'not-met') return
      const after = assess(withIncome(input, place % input.members.length, { source: 'wages', amountFen, months: 1 }))
      expect(after.outcome).toBe('not-met')
      expect(after.perHeadFen ?? 0).toBeGreaterThanOrEqual(before.perHeadFen ?? 0)
    }),
  )
})

it('does not change for income that does not count, nor for the income of who does not', () => {
  fc.assert(
    fc.property(check, fc.nat(), fc.nat({ max: LINE }), (input, at, amountFen) => {
      const before = assess(input)
      const place = at % input.members.length
      const asked = input.members[place]?.incomes?.length === 0 && !input.members[place]?.hasNoIncome
      const isOut = before.people[place]?.isCounted === false
      if (asked && !isOut) return
      const source = isOut ? 'wages' : 'scholarship'
      const { outcome, perHeadFen, missing } = assess(withIncome(input, place, { source, amountFen, months: 1 }))
      expect({ outcome, perHeadFen, missing }).toEqual({
        outcome: before.outcome,
        perHeadFen: before.perHeadFen,
        missing: before.missing,
      })
    }),
  )
})

it('is met only with nothing missing, a proof, and a sum on or under the line that is shown; every step says why', () => {
  fc.assert(
    fc.property(check, input => {
      const { outcome, missing, perHeadFen, lineFen, steps } = assess(input)
      if (outcome === 'met') {
        expect(missing).toEqual([])
        expect(input.proofWay).not.toBeNull()
        expect(perHeadFen).toBeLessThanOrEqual(lineFen ?? 0)
      }
      if (outcome === 'not-met') expect(perHeadFen).toBeGreaterThan(lineFen ?? 0)
      for (const step of steps) expect([step.label, step.detail].every(words => words !== '')).toBe(true)
    }),
  )
})
