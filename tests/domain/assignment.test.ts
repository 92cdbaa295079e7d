import { describe, expect, it } from 'vitest'
import { type HandlerFacts, mayAssign, practiceYears } from '../../src-main/domain/assignment.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { caseOf } from './case-of.ts'

const rules = shippedPack().assignmentRules
const ON = '2026-11-22'
const defence = { matterType: 'criminal', aidForms: ['criminal-defence'] } as const

function handler(changes: Partial<HandlerFacts> = {}): HandlerFacts {
  return { kind: 'lawyer', practisingSince: '2010-01-01', criminalDefenceSince: '2010-01-01', conflicts: [], ...changes }
}

describe('a possible life or death sentence', () => {
  it.each([
    {
      name: '法律援助法 26: practice complete today',
      route: 'application',
      practice: '2023-11-22',
      criminal: '2010-01-01',
      refused: [],
    },
    {
      name: '法律援助法 26: one day short',
      route: 'application',
      practice: '2023-11-23',
      criminal: '2010-01-01',
      refused: ['A2'],
    },
    {
      name: 'R148 26(1): defence complete today',
      route: 'notified',
      practice: '2010-01-01',
      criminal: '2023-11-22',
      refused: [],
    },
    {
      name: 'R148 26(1): defence one day short',
      route: 'notified',
      practice: '2010-01-01',
      criminal: '2023-11-23',
      refused: ['A1'],
    },
    { name: 'R148 26(1): defence not recorded', route: 'notified', practice: '2010-01-01', criminal: null, refused: ['A1'] },
    {
      name: 'R148 26(1) does not refuse where the person applied',
      route: 'application',
      practice: '2010-01-01',
      criminal: '2025-01-01',
      refused: [],
    },
    { name: 'both short', route: 'notified', practice: '2025-01-01', criminal: '2025-01-01', refused: ['A1', 'A2'] },
  ] as const)('$name', ({ route, practice, criminal, refused }) => {
    const verdict = mayAssign(
      handler({ practisingSince: practice, criminalDefenceSince: criminal }),
      caseOf({ ...defence, route, flags: ['life-or-death'] }),
      ON,
      rules,
    )
    expect(verdict.allowed ? [] : verdict.refusals.map(finding => finding.rule)).toEqual(refused)
  })

  it('says how far short the handler is, and the clause', () => {
    const verdict = mayAssign(
      handler({ practisingSince: '2023-11-23' }),
      caseOf({ ...defence, flags: ['life-or-death'] }),
      ON,
      rules,
    )
    expect(verdict).toMatchObject({
      allowed: false,
      refusals: [{ rule: 'A2', message: '执业满 3 年是 2026-11-23，到 2026-11-22 只有 2 年整', clause: '法律援助法 第26条' }],
    })
  })

  it('warns where defence is short and the person applied', () => {
    const verdict = mayAssign(
      handler({ criminalDefenceSince: '2025-01-01' }),
      caseOf({ ...defence, flags: ['life-or-death'] }),
      ON,
      rules,
    )
    expect(verdict.warnings.map(finding => finding.rule)).toEqual(['A3'])
  })
})

describe('other rules', () => {
  it.each([
    {
      name: 'an ordinary theft needs no years',
      handler: handler({ practisingSince: '2026-11-01' }),
      facts: caseOf(defence),
      allowed: true,
    },
    { name: 'a legal worker on a civil case', handler: handler({ kind: 'legal-worker' }), facts: caseOf(), allowed: true },
    {
      name: 'a legal worker on a criminal defence',
      handler: handler({ kind: 'legal-worker' }),
      facts: caseOf(defence),
      allowed: false,
    },
    {
      name: 'a legal worker for the victim',
      handler: handler({ kind: 'legal-worker' }),
      facts: caseOf({ ...defence, aidForms: ['criminal-agency'] }),
      allowed: true,
    },
    { name: 'a conflict of interest', handler: handler({ conflicts: ['蚌援民〔2026〕3号'] }), facts: caseOf(), allowed: false },
  ])('$name', ({ handler: who, facts, allowed }) => expect(mayAssign(who, facts, ON, rules).allowed).toBe(allowed))

  it('asks to confirm that the lawyer knows minors', () => {
    const verdict = mayAssign(handler(), caseOf({ ...defence, flags: ['minor-recipient'] }), ON, rules)
    expect([verdict.allowed, verdict.warnings[0]?.message]).toEqual([true, '请确认：承办律师熟悉未成年人身心特点'])
  })
})

it.each([
  { since: '2023-11-22', years: 3 },
  { since: '2023-11-23', years: 2 },
  { since: null, years: null },
])('practice since $since', ({ since, years }) => expect(practiceYears(since, ON)).toBe(years))
