import { describe, expect, it } from 'vitest'
import { type CaseRecipients, caseRecipients, derivedCategories } from '../../src-main/domain/report-people.ts'
import type { ReportCounting } from '../../src-main/domain/rule-pack/report.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const { codes, report } = shippedPack()
const ON = '2026-11-20'

type Choices = { readonly counted?: boolean; readonly by?: ReportCounting['jointCategories']['by'] }
/** How many persons there are, and how many of them in each category. */
function counted(recipients: Partial<CaseRecipients>, { counted: isCounted = true, by = 'as-applicant-in-group' }: Choices = {}) {
  const counting: ReportCounting = {
    ...report.countingRules,
    jointPersons: { ...report.countingRules.jointPersons, counted: isCounted },
    jointCategories: { ...report.countingRules.jointCategories, by },
  }
  const whole = { applicant: [], isGroup: false, joint: [], helped: null, ...recipients }
  const people = caseRecipients(counting, codes.personCategories, whole, ON)
  const of = (code: string) => people.filter(one => one.categories.includes(code)).reduce((sum, one) => sum + one.count, 0)
  return {
    all: people.reduce((sum, one) => sum + one.count, 0),
    worker: of('migrant-worker'),
    woman: of('woman'),
    elderly: of('elderly'),
  }
}

const applicant = ['migrant-worker', 'woman']
const joint = [
  { sex: 'male', birthDate: '1966-11-20', categories: [] },
  { sex: 'female', birthDate: '1966-11-21', categories: ['migrant-worker'] },
  { sex: null, birthDate: null, categories: ['woman'] },
] as const

describe('the persons of a case (受援人次)', () => {
  it.each([
    ['alone', {}, {}, { all: 1, worker: 1, woman: 1, elderly: 0 }],
    ['a list, each under their own categories', { joint }, {}, { all: 4, worker: 2, woman: 2, elderly: 1 }],
    ['a group, under the applicant’s', { joint, isGroup: true }, {}, { all: 4, worker: 4, woman: 2, elderly: 1 }],
    ['a group, under their own', { joint, isGroup: true }, { by: 'own' }, { all: 4, worker: 2, woman: 2, elderly: 1 }],
    ['a list, under the applicant’s', { joint }, { by: 'as-applicant' }, { all: 4, worker: 4, woman: 2, elderly: 1 }],
    ['a list where the pack counts none', { joint, helped: 4 }, { counted: false }, { all: 1, worker: 1, woman: 1, elderly: 0 }],
    ['no list, and one helped', { helped: 1 }, {}, { all: 1, worker: 1, woman: 1, elderly: 0 }],
    ['no list, and two helped', { helped: 2 }, {}, { all: 2, worker: 2, woman: 1, elderly: 0 }],
    ['no list, two helped, own only', { helped: 2 }, { by: 'own' }, { all: 2, worker: 1, woman: 1, elderly: 0 }],
  ] as const)('%s', (_, recipients, choices, expected) => {
    expect(counted({ applicant, ...recipients }, choices)).toEqual(expected)
  })
})

it.each([
  ['2008-11-20', []],
  ['2008-11-21', ['minor']],
  ['1966-11-20', ['elderly']],
  ['1966-11-21', []],
])('born %s, on 2026-11-20', (birthDate, expected) => {
  expect(derivedCategories(codes.personCategories, { sex: 'male', birthDate }, ON)).toEqual(expected)
})
