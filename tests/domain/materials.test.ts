import { describe, expect, test } from 'vitest'
import { type HandedMaterial, type MaterialFacts, materialsFor, missingMaterials } from '../../src-main/domain/materials.ts'
import type { MaterialRule } from '../../src-main/domain/rule-pack/application.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const rules = shippedPack().application.materials
const ORDINARY: MaterialFacts = {
  matterType: 'civil',
  stage: 'first-instance',
  scope: 's31-7',
  hardshipRoute: 'check',
  groundProofs: [],
  representation: 'self',
  representationGround: null,
  isDetained: false,
  coApplicants: 0,
}
const codesFor = (patch: Partial<MaterialFacts>) => materialsFor(rules, { ...ORDINARY, ...patch }).map(rule => rule.code)

describe('the list of materials', () => {
  const rows: [what: string, patch: Partial<MaterialFacts>, code: string, isAsked: boolean][] = [
    ['form 4 on the check', {}, 'hardship-statement', true],
    ['form 4 where the check is waived (42)', { hardshipRoute: 'waived' }, 'hardship-statement', true],
    ['no form 4 where no condition applies (32)', { hardshipRoute: 'not-applicable' }, 'hardship-statement', false],
    ['no form 4 before a route is chosen', { hardshipRoute: null }, 'hardship-statement', false],
    ['the undertaking on the check', {}, 'undertaking', true],
    ['no undertaking where it is waived', { hardshipRoute: 'waived' }, 'undertaking', false],
    ['the proof of a waiver', { hardshipRoute: 'waived' }, 'waiver-proof', true],
    ['no mandate of the applicant', {}, 'authority', false],
    ['a mandate of an agent', { representation: 'agent' }, 'authority', true],
    ['no mandate of a guardian', { representation: 'guardian' }, 'authority', false],
    ['proof of guardianship', { representation: 'guardian' }, 'guardianship', true],
    ['proof of kinship', { representation: 'relative' }, 'kinship', true],
    [
      'what shows the infringement',
      { representation: 'relative', representationGround: 'guardian-infringes' },
      'infringement',
      true,
    ],
    ['no such paper on another ground', { representation: 'relative', representationGround: 'detained' }, 'infringement', false],
    ['the paper of custody', { isDetained: true }, 'custody-notice', true],
    ['none for one who is free', {}, 'custody-notice', false],
    ['papers of one co-applicant', { coApplicants: 1 }, 'co-identity', true],
    ['none without co-applicants', { coApplicants: 0 }, 'co-identity', false],
    ['the earlier judgment at second instance', { stage: 'second-instance' }, 'earlier-judgment', true],
    ['none at first instance', {}, 'earlier-judgment', false],
    ['the indictment of a criminal trial', { matterType: 'criminal' }, 'indictment', true],
    ['no indictment in a civil matter', {}, 'indictment', false],
    ['the order of retrial', { scope: 's33' }, 'retrial-order', true],
  ]
  test.each(rows)('%s', (_, patch, code, isAsked) => {
    expect(codesFor(patch).includes(code)).toBe(isAsked)
  })
})

describe('what is missing', () => {
  const missing = (patch: Partial<MaterialFacts>, ...handed: readonly HandedMaterial[]) =>
    missingMaterials(rules, { ...ORDINARY, ...patch }, handed).map(one => [one.rule.code, one.copies])
  const in1 = (code: string | null, name = '', copies: number | null = 1): HandedMaterial => ({ code, name, copies })

  test('the required ones alone, in the order of the pack', () => {
    expect(missing({})).toEqual([
      ['application-form', 1],
      ['identity', 1],
      ['hardship-statement', 1],
      ['case-papers', 1],
    ])
  })

  test('nothing once all required ones are in, by code or by another name', () => {
    const all = [in1('application-form'), in1(null, '身份证'), in1('hardship-statement'), in1(null, '与申请事项有关的案件材料')]
    expect(missing({}, ...all)).toEqual([])
    expect(missing({}, ...all.slice(1))).toEqual([['application-form', 1]])
  })

  test('a name written in by hand counts only when the rule knows it; a count left open counts nothing', () => {
    expect(missing({}, in1(null, '身份证明（复印）')).map(one => one[0])).toContain('identity')
    expect(missing({}, in1('identity', '', null)).map(one => one[0])).toContain('identity')
    expect(missing({}, in1('identity')).map(one => one[0])).not.toContain('identity')
  })

  test('a proof that the ground names is the proof of the waiver; one that it does not name is not', () => {
    const waived = { hardshipRoute: 'waived', groundProofs: ['低保证、特困供养证'] } as const
    expect(missing(waived, in1(null, '低保证、特困供养证')).map(one => one[0])).not.toContain('waiver-proof')
    expect(missing(waived, in1(null, '残疾人证')).map(one => one[0])).toContain('waiver-proof')
  })

  test.each([
    [0, [['twice', 2]]],
    [1, [['twice', 1]]],
    [2, []],
    [3, []],
  ])('of two copies asked for, %s are in', (copies, expected) => {
    const basis = { source: '本中心规定', article: '', confidence: 'L' } as const
    const rule: MaterialRule = { code: 'twice', label: '甲', requirement: 'must', copies: 2, form: 'copy', when: {}, basis }
    const found = missingMaterials([rule], ORDINARY, copies === 0 ? [] : [in1('twice', '甲', copies)])
    expect(found.map(one => [one.rule.code, one.copies])).toEqual(expected)
  })
})
