import { expect, it } from 'vitest'
import { type CaseWhen, unmetParts } from '../../src-main/domain/case-facts.ts'
import { chineseNumeral, citedClause } from '../../src-main/domain/legal-clause.ts'
import { clauseOf } from '../../src-main/domain/rule-basis.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { caseOf } from './case-of.ts'

it.each<{ name: string; when: CaseWhen; facts?: Parameters<typeof caseOf>[0]; unmet: readonly string[] }>([
  { name: 'an empty condition', when: {}, unmet: [] },
  { name: 'its matter', when: { matterTypes: ['civil', 'criminal'] }, unmet: [] },
  { name: 'another matter', when: { matterTypes: ['criminal'] }, unmet: ['matterTypes'] },
  { name: 'one of its forms of aid', when: { aidForms: ['drafting', 'civil-litigation'] }, unmet: [] },
  {
    name: 'a complexity not yet known',
    when: { complexities: ['ordinary'] },
    facts: { complexity: null },
    unmet: ['complexities'],
  },
  { name: 'hearings at the bound', when: { hearingsAtLeast: 2 }, facts: { hearings: 2 }, unmet: [] },
  { name: 'hearings under it', when: { hearingsAtLeast: 2 }, facts: { hearings: 1 }, unmet: ['hearingsAtLeast'] },
  { name: 'a sentence below the bound', when: { sentenceMonthsBelow: 60 }, facts: { sentenceMonths: 59 }, unmet: [] },
  { name: 'a sentence at it', when: { sentenceMonthsBelow: 60 }, facts: { sentenceMonths: 60 }, unmet: ['sentenceMonthsBelow'] },
  { name: 'a sentence not known', when: { sentenceMonthsBelow: 60 }, unmet: ['sentenceMonthsBelow'] },
  { name: 'all flags', when: { flags: ['heard', 'major'] }, facts: { flags: ['heard', 'major', 'group'] }, unmet: [] },
  { name: 'one flag short', when: { flags: ['heard', 'major'] }, facts: { flags: ['heard'] }, unmet: ['flags'] },
  { name: 'a flag that may not be', when: { notFlags: ['terminated'] }, facts: { flags: ['terminated'] }, unmet: ['notFlags'] },
  { name: 'several parts at once', when: { matterTypes: ['criminal'], stages: ['retrial'] }, unmet: ['matterTypes', 'stages'] },
])('a condition with $name', ({ when, facts, unmet }) => expect(unmetParts(when, caseOf(facts))).toEqual(unmet))

it.each([
  { number: 0, text: '零' },
  { number: 10, text: '十' },
  { number: 17, text: '十七' },
  { number: 20, text: '二十' },
  { number: 31, text: '三十一' },
  { number: 100, text: '一百' },
  { number: 110, text: '一百一十' },
  { number: 205, text: '二百零五' },
  { number: 1260, text: '一千二百六十' },
  { number: 1001, text: '一千零一' },
])('$number is $text', ({ number, text }) => expect(chineseNumeral(number)).toBe(text))

it('cites a clause short on screens and in full on papers', () => {
  const scope = shippedPack().codes.scopes.find(one => one.code === 's31-7')
  expect(scope && clauseOf(scope.basis)).toBe('法律援助法 第31条第7项')
  expect(scope && citedClause(scope.basis, shippedPack().sources)).toBe('《中华人民共和国法律援助法》第三十一条第七项')
})
