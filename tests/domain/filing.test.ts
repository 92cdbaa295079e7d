import { describe, expect, it } from 'vitest'
import {
  type FiledItem,
  numberPages,
  orderRows,
  pageColumnText,
  sheetsOf,
  templateFor,
  thicknessOf,
  volumeTitle,
} from '../../src-main/domain/filing.ts'
import { retentionEnd, retentionFor } from '../../src-main/domain/retention.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { caseOf } from './case-of.ts'

const { filing, retention } = shippedPack()

function sides(id: string, pattern: string): FiledItem['pages'] {
  return [...pattern].map((mark, index) => ({ id: `${id}${index}`, isBlank: mark === '-', content: `${id}${index}` }))
}

describe('the filing order of a case', () => {
  it.each([
    { name: 'a civil case', facts: caseOf(), id: 'T1' },
    { name: 'labour arbitration', facts: caseOf({ matterType: 'arbitration', stage: 'arbitration' }), id: 'T2' },
    { name: 'an administrative case', facts: caseOf({ matterType: 'administrative' }), id: 'T3' },
    { name: 'a defence', facts: caseOf({ matterType: 'criminal', aidForms: ['criminal-defence'] }), id: 'T4' },
    { name: 'a victim', facts: caseOf({ matterType: 'criminal', aidForms: ['criminal-agency'] }), id: 'T5' },
    { name: 'a settlement', facts: caseOf({ matterType: 'non-litigation', stage: 'negotiation' }), id: 'T6' },
    { name: 'a notary', facts: caseOf({ matterType: 'non-litigation', stage: 'notary' }), id: 'T9' },
  ])('$name', ({ facts, id }) => expect(templateFor(filing, facts)?.id).toBe(id))

  const required = (facts: ReturnType<typeof caseOf>): readonly string[] => {
    const template = templateFor(filing, facts)
    return template ? orderRows(template, facts, [], {}).flatMap(row => (row.isMissing ? [row.item.title] : [])) : []
  }
  it.each([
    { name: 'a hearing needs its record', facts: caseOf({ flags: ['heard'] }), title: '庭审笔录', needed: true },
    { name: 'no hearing needs none', facts: caseOf(), title: '庭审笔录', needed: false },
    {
      name: 'an appeal needs the first judgment',
      facts: caseOf({ stage: 'second-instance' }),
      title: '一审裁判文书',
      needed: true,
    },
    { name: 'a first instance needs none', facts: caseOf(), title: '一审裁判文书', needed: false },
    {
      name: 'an ended case needs the termination',
      facts: caseOf({ flags: ['terminated'] }),
      title: '终止法律援助决定书',
      needed: true,
    },
    {
      name: 'an ended case needs no judgment',
      facts: caseOf({ flags: ['terminated'] }),
      title: '判决书、裁定书、调解书',
      needed: false,
    },
    { name: 'reading notes are optional', facts: caseOf({ flags: ['heard'] }), title: '阅卷笔录', needed: false },
    {
      name: 'a defence needs reading notes from prosecution on',
      facts: caseOf({ matterType: 'criminal', aidForms: ['criminal-defence'], stage: 'prosecution' }),
      title: '阅卷笔录、案卷摘要',
      needed: true,
    },
    {
      name: 'but not in the investigation',
      facts: caseOf({ matterType: 'criminal', aidForms: ['criminal-defence'], stage: 'investigation' }),
      title: '阅卷笔录、案卷摘要',
      needed: false,
    },
    {
      name: 'a notified defence needs no hardship papers',
      facts: caseOf({ matterType: 'criminal', aidForms: ['criminal-defence'], route: 'notified' }),
      title: '身份证明、经济困难材料',
      needed: false,
    },
    {
      name: 'a defence applied for does',
      facts: caseOf({ matterType: 'criminal', aidForms: ['criminal-defence'] }),
      title: '身份证明、经济困难材料',
      needed: true,
    },
  ])('$name', ({ facts, title, needed }) => expect(required(facts).includes(title)).toBe(needed))

  it('takes an excuse, a paper, but not a paper of blank sides', () => {
    const template = templateFor(filing, caseOf())
    if (!template) throw new Error('no template')
    const paper = (templateItem: number, pattern: string): FiledItem => ({
      id: `i${templateItem}`,
      templateItem,
      title: '',
      documentNumber: null,
      author: null,
      datedOn: null,
      remark: null,
      pages: sides(`i${templateItem}`, pattern),
    })
    const rows = orderRows(template, caseOf(), [paper(1, 'x'), paper(2, '--')], { 3: '已移交法院', 5: '  ' })
    expect(rows.slice(0, 5).map(row => row.isMissing)).toEqual([false, true, false, false, true])
  })
})

describe('page numbers', () => {
  const items = [
    { id: 'a', pages: sides('a', 'xx-') },
    { id: 'b', pages: sides('b', '--') },
    { id: 'c', pages: sides('c', '-x') },
  ]
  const numbers = numberPages(items)
  it('run through the written sides only', () => {
    expect([...numbers.ofPage]).toEqual([
      ['a0', 1],
      ['a1', 2],
      ['c1', 3],
    ])
    expect(numbers.total).toBe(3)
  })
  it('give each paper its first and last, none to a paper of blank sides', () => {
    expect(Object.fromEntries(numbers.ofItem)).toEqual({ a: { first: 1, last: 2 }, c: { first: 3, last: 3 } })
  })
  it('follow a paper that is moved', () => {
    const moved = numberPages([...items].reverse())
    expect([moved.ofPage.get('c1'), moved.ofPage.get('a0')]).toEqual([1, 2])
  })
  it.each([
    { name: 'the first page', span: { first: 3, last: 5 }, isLast: false, column: 'first', text: '3' },
    { name: 'first–last on the last row', span: { first: 3, last: 5 }, isLast: true, column: 'first', text: '3-5' },
    { name: 'one page on the last row', span: { first: 3, last: 3 }, isLast: true, column: 'first', text: '3' },
    { name: 'first–last on every row', span: { first: 3, last: 5 }, isLast: false, column: 'range', text: '3-5' },
    { name: 'nothing', span: undefined, isLast: true, column: 'range', text: '' },
  ] as const)('the column shows $name', ({ span, isLast, column, text }) =>
    expect(pageColumnText(span, isLast, column)).toBe(text),
  )
})

it.each([
  { name: 'two-sided where a blank side was kept', patterns: ['xx-x', 'x'], sheets: 3 },
  { name: 'one-sided where none was', patterns: ['xxxx', 'x'], sheets: 5 },
  { name: 'nothing', patterns: [], sheets: 0 },
])('sheets, $name', ({ patterns, sheets }) => {
  const items = patterns.map((pattern, index) => ({ pages: sides(String(index), pattern) }))
  expect(sheetsOf(items)).toBe(sheets)
  expect(thicknessOf(sheets, filing.limits)).toBe(sheets * 100)
})

describe('volume titles', () => {
  const rule = filing.volumeTitle
  it('name the recipient and the cause', () => {
    expect(volumeTitle(rule, { recipient: '郑国平', cause: '健康权纠纷' })).toBe('关于郑国平健康权纠纷法律援助案')
  })
  it.each([
    { name: 'at the longest stays', length: 50 - 2 - 3 - 5, cut: false },
    { name: 'one more is cut', length: 51 - 2 - 3 - 5, cut: true },
  ])('a title $name', ({ length, cut }) => {
    const title = volumeTitle(rule, { recipient: '郑国平', cause: '长'.repeat(length) })
    expect([[...title].length, title.includes('…'), title.endsWith('法律援助案')]).toEqual([50, cut, true])
  })
  it('take dollar signs as they are', () => {
    expect(volumeTitle(rule, { recipient: '$&', cause: '$1' })).toBe('关于$&$1法律援助案')
  })
})

describe('retention', () => {
  it.each([
    { name: 'an ordinary case', facts: caseOf(), period: 'D30', rule: null },
    { name: 'a difficult one', facts: caseOf({ flags: ['major'] }), period: 'Y', rule: 'R1' },
    { name: 'fifteen years', facts: caseOf({ matterType: 'criminal', sentenceMonths: 180 }), period: 'Y', rule: 'R2' },
    { name: 'a month less', facts: caseOf({ matterType: 'criminal', sentenceMonths: 179 }), period: 'D30', rule: null },
    { name: 'land', facts: caseOf({ flags: ['real-property'] }), period: 'Y', rule: 'R4' },
    { name: 'half a million', facts: caseOf({ claimFen: 50_000_000 }), period: 'Y', rule: 'R5' },
    { name: 'a fen less', facts: caseOf({ claimFen: 49_999_999 }), period: 'D30', rule: null },
    { name: 'terminated', facts: caseOf({ flags: ['terminated'] }), period: 'D10', rule: 'R7' },
    { name: 'terminated, of a minor', facts: caseOf({ flags: ['terminated', 'minor-recipient'] }), period: 'D30', rule: 'R6' },
    { name: 'a settlement out of court', facts: caseOf({ matterType: 'non-litigation' }), period: 'D10', rule: 'R8' },
  ] as const)('$name', ({ facts, period, rule }) => expect(retentionFor(retention, facts)).toMatchObject({ period, rule }))
  it.each([
    { code: 'D30', end: '2056-12-31' },
    { code: 'D10', end: '2036-12-31' },
    { code: 'Y', end: null },
  ])('$code of 2026 ends $end', ({ code, end }) => expect(retentionEnd(retention, code, 2026)).toBe(end))
})
