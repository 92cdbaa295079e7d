import { describe, expect, it } from 'vitest'
import { gapsOf } from '../../src-main/domain/ledger-gaps.ts'
import { collidingSeries } from '../../src-main/domain/number-collisions.ts'
import { bracketsOf, countDressOf, patternProblems, withBrackets, withCountDress } from '../../src-main/domain/number-pattern.ts'
import { branchForMatter, formatNumber, readBranchKey, readNumber, seriesBranches } from '../../src-main/domain/numbering.ts'
import type { NumberSeries } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const pack = shippedPack()
const shipped = (id: NumberSeries['id']): NumberSeries => {
  const found = pack.numberSeries.find(one => one.id === id)
  if (!found) throw new Error(`no series ${id}`)
  return found
}
/** A series of the pack with some of its rules changed. */
const changed = (id: NumberSeries['id'], more: Partial<NumberSeries>): NumberSeries => ({ ...shipped(id), ...more })

describe('formatNumber', () => {
  it.each([
    { id: 'case', words: { kind: '民' }, seq: 37, text: '蚌援民〔2026〕37号' },
    { id: 'decision-grant', words: {}, seq: 77, text: '蚌援决字〔2026〕77号' },
    { id: 'consultation', words: {}, seq: 1103, text: '蚌援咨〔2026〕1103号' },
    { id: 'assignment', words: {}, seq: 1, text: '蚌援指字〔2026〕1号' },
    { id: 'letter', words: { letter: '函字' }, seq: 4, text: '蚌援函字〔2026〕4号' },
  ] as const)('the shipped pattern of $id', ({ id, words, seq, text }) =>
    expect(formatNumber(shipped(id), { ...words, short: '蚌', year: 2026, seq })).toBe(text),
  )
  it.each([
    { name: 'short counts are padded', padding: 4, seq: 12, text: '2026-0012' },
    { name: 'as wide as the padding', padding: 4, seq: 9999, text: '2026-9999' },
    { name: 'wider than the padding', padding: 4, seq: 12_345, text: '2026-12345' },
  ])('$name', ({ padding, seq, text }) =>
    expect(formatNumber({ pattern: '{year}-{seq}', padding }, { short: '', year: 2026, seq })).toBe(text),
  )
})

it('reads the key of a count back into its series and words', () => {
  const apart = changed('letter', { perKind: true, perStage: true, perLetter: true })
  for (const series of [apart, shipped('case'), shipped('letter'), shipped('decision-grant')])
    for (const { key, words } of seriesBranches(series, pack.codes))
      expect(readBranchKey(key)).toEqual({ series: series.id, words })
})

describe('a pattern', () => {
  const sound = { pattern: '{short}援决字〔{year}〕{seq}号' }
  const long = (signs: number) => ({ pattern: `${'字'.repeat(signs - 9)}{year}{seq}` })
  it.each([
    { name: 'sound', id: 'decision-grant', rules: sound, problems: [] },
    { name: 'no count', id: 'subsidy', rules: { pattern: '〔{year}〕' }, problems: ['编号格式必须有序号 {seq}'] },
    {
      name: 'yearly without a year',
      id: 'subsidy',
      rules: { pattern: '{seq}号' },
      problems: ['序号每年重新开始的，编号格式必须有年份 {year}，否则会重号'],
    },
    { name: 'never reset needs no year', id: 'subsidy', rules: { pattern: '{seq}号', reset: 'never' }, problems: [] },
    {
      name: 'per kind without the kind',
      id: 'case',
      rules: { pattern: '{year}{seq}' },
      problems: ['按案件类型分别编号的，编号格式必须有类型字 {kind}，否则会重号'],
    },
    {
      name: 'the kind without per kind',
      id: 'case',
      rules: { pattern: '{kind}{year}{seq}', perKind: false },
      problems: ['格式里有类型字 {kind}，但没有按案件类型分别编号'],
    },
    {
      name: 'per stage without the stage',
      id: 'case',
      rules: { pattern: '{kind}{year}{seq}', perStage: true },
      problems: ['按阶段分别编号的，编号格式必须有阶段字 {stage}，否则会重号'],
    },
    {
      name: 'per kind and stage',
      id: 'case',
      rules: { pattern: '{kind}{stage}〔{year}〕{seq}号', perStage: true },
      problems: [],
    },
    {
      name: 'stages where none is known',
      id: 'payment-list',
      rules: { pattern: '{stage}{year}{seq}', perStage: true },
      problems: ['取这种编号时不知道阶段，不能按阶段分别编号'],
    },
    {
      name: 'an unknown token',
      id: 'subsidy',
      rules: { pattern: '{yaer}{year}{seq}' },
      problems: ['不认识的记号 {yaer}'],
    },
    { name: 'a token twice', id: 'subsidy', rules: { pattern: '{year}{seq}{seq}' }, problems: ['记号 {seq} 只能出现一次'] },
    {
      name: 'half a token',
      id: 'subsidy',
      rules: { pattern: '{year}{seq}{short' },
      problems: ['花括号不成对，记号应写成 {seq} 这样'],
    },
    { name: 'half a bracket', id: 'subsidy', rules: { pattern: '〔{year}{seq}' }, problems: ['编号格式里的括号不成对'] },
    { name: 'crossed brackets', id: 'subsidy', rules: { pattern: '〔{year}]{seq}' }, problems: ['编号格式里的括号不成对'] },
    { name: 'a blank', id: 'subsidy', rules: { pattern: '{year} {seq}' }, problems: ['编号格式里不能有空格或换行'] },
    { name: '32 signs', id: 'subsidy', rules: long(32), problems: [] },
    { name: '33 signs', id: 'subsidy', rules: long(33), problems: ['编号写出来约 33 个字，太长，最多 32 个字'] },
    {
      name: 'a padding wider than five',
      id: 'subsidy',
      rules: { ...long(32), padding: 6 },
      problems: ['编号写出来约 33 个字，太长，最多 32 个字'],
    },
  ] as const)('$name', ({ id, rules, problems }) => expect(patternProblems(changed(id, rules))).toEqual(problems))

  it.each([
    { from: '援〔{year}〕{seq}号', brackets: 'square', to: '援[{year}]{seq}号' },
    { from: '援[{year}]{seq}号', brackets: 'none', to: '援{year}{seq}号' },
    { from: '援{year}{seq}号', brackets: 'hexagonal', to: '援〔{year}〕{seq}号' },
    { from: '援{seq}号', brackets: 'round', to: '援{seq}号' },
  ] as const)('$from with $brackets brackets', ({ from, brackets, to }) => {
    expect(withBrackets(from, brackets)).toBe(to)
    if (to.includes('{year}')) expect(bracketsOf(to)).toBe(brackets)
  })
  it.each([
    { from: '{year}{seq}号', dress: 'ordinal', to: '{year}第{seq}号' },
    { from: '{year}第{seq}号', dress: 'bare', to: '{year}{seq}' },
    { from: '{year}{seq}', dress: 'plain', to: '{year}{seq}号' },
  ] as const)('$from dressed $dress', ({ from, dress, to }) => {
    expect(withCountDress(from, dress)).toBe(to)
    expect(countDressOf(to)).toBe(dress)
  })
})

describe('series that would give the same number', () => {
  const rules = (id: NumberSeries['id'], pattern: string, more: Partial<NumberSeries> = {}) =>
    changed(id, { pattern, perKind: false, perLetter: false, ...more })
  it.each([
    {
      name: 'different words',
      list: [rules('case', '援{kind}{seq}', { perKind: true }), rules('application', '援申{seq}')],
      found: [],
    },
    {
      name: 'a kind that is another series’ word',
      list: [rules('case', '援{kind}{seq}', { perKind: true }), rules('application', '援民{seq}')],
      found: [['case', 'application', '援民1']],
    },
    {
      name: 'the same pattern',
      list: [rules('application', '{short}援{seq}'), rules('subsidy', '{short}援{seq}')],
      found: [['application', 'subsidy', '（简称）援1']],
    },
    {
      name: 'a year beside a count that can read as another count',
      list: [rules('application', '援{year}{seq}'), rules('subsidy', '援{seq}', { reset: 'never' })],
      found: [['application', 'subsidy', '援20261']],
    },
    {
      name: 'a digit that the other series pads with',
      list: [rules('application', '援0{seq}'), rules('subsidy', '援{seq}', { padding: 2 })],
      found: [['application', 'subsidy', '援01']],
    },
    {
      name: 'a digit that no count begins with',
      list: [rules('application', '援0{seq}'), rules('subsidy', '援{seq}')],
      found: [],
    },
    {
      name: 'padding alone keeps nothing apart',
      list: [rules('application', '援{seq}', { padding: 4 }), rules('subsidy', '援{seq}', { padding: 1 })],
      found: [['application', 'subsidy', '援1000']],
    },
    {
      name: 'another number of digits after the year',
      list: [rules('application', '援{year}-{seq}'), rules('subsidy', '援{year}{seq}')],
      found: [],
    },
  ])('$name', ({ list, found }) =>
    expect(collidingSeries(list, pack.codes).map(one => [one.first, one.second, one.example])).toEqual(found),
  )
  it('a word that is the center’s own shows once the center’s word is known', () => {
    const list = [rules('application', '{short}援{seq}'), rules('subsidy', '蚌援{seq}')]
    expect(collidingSeries(list, pack.codes)).toEqual([])
    expect(collidingSeries(list, pack.codes, '蚌')).toEqual([{ first: 'application', second: 'subsidy', example: '蚌援1' }])
  })
  it('kind and stage that run together collide inside one series', () => {
    const codes = {
      letterTypes: [],
      matterTypes: [
        { code: 'civil', label: '民事', numberWord: '民', stages: [{ code: 'a', label: '一审' }] },
        { code: 'criminal', label: '刑事', numberWord: '民一', stages: [{ code: 'b', label: '审' }] },
      ],
    } as const
    const list = [rules('case', '{kind}{stage}{seq}', { perKind: true, perStage: true })]
    expect(collidingSeries(list, codes)).toEqual([{ first: 'case', second: 'case', example: '民一审1' }])
  })
  it('none of the shipped ones do, whatever the center is called', () => {
    for (const short of [null, '蚌', '蚌援民', '']) expect(collidingSeries(pack.numberSeries, pack.codes, short)).toEqual([])
  })
})

describe('counts of a series', () => {
  const keys = (series: NumberSeries) => seriesBranches(series, pack.codes).map(one => one.key)
  it('one, each kind, each type of letter', () => {
    expect(keys(shipped('subsidy'))).toEqual(['subsidy'])
    expect(keys(shipped('case'))).toEqual(['case:民', 'case:刑', 'case:行', 'case:仲', 'case:非'])
    expect(keys(shipped('letter'))).toEqual(pack.codes.letterTypes.map(type => `letter#${type.numberWord}`))
  })
  it('stages of one word share a count unless the kinds are apart', () => {
    const byStage = changed('case', { perKind: false, perStage: true })
    expect(keys(byStage).filter(key => key === 'case/一审')).toHaveLength(1)
    expect(keys(changed('case', { perStage: true }))).toEqual(
      expect.arrayContaining(['case:民/一审', 'case:刑/一审', 'case:刑/侦查']),
    )
  })
  it.each([
    { name: 'a kind', series: shipped('case'), matter: { matterType: 'civil' }, key: 'case:民' },
    { name: 'a kind not said', series: shipped('case'), matter: {}, key: null },
    {
      name: 'a kind and stage',
      series: changed('case', { perStage: true }),
      matter: { matterType: 'criminal', stage: 'investigation' },
      key: 'case:刑/侦查',
    },
    {
      name: 'a stage of another kind',
      series: changed('case', { perStage: true }),
      matter: { matterType: 'civil', stage: 'investigation' },
      key: null,
    },
    { name: 'a letter', series: shipped('letter'), matter: { letterType: 'co-operation-letter' }, key: 'letter#协字' },
    { name: 'a letter not known', series: shipped('letter'), matter: { letterType: 'postcard' }, key: null },
    { name: 'what does not count apart', series: shipped('subsidy'), matter: { matterType: 'civil' }, key: 'subsidy' },
  ])('$name', ({ series, matter, key }) => expect(branchForMatter(series, pack.codes, matter)?.key ?? null).toBe(key))
})

describe('reading an old number', () => {
  const words = { short: '蚌', kind: '民', stage: '', letter: '' }
  it.each([
    { written: '蚌援民〔2024〕37号', read: { year: 2024, seq: 37 } },
    { written: '蚌援民[2024]37号', read: { year: 2024, seq: 37 } },
    { written: '蚌援民（2024）第 37 号', read: { year: 2024, seq: 37 } },
    { written: '蚌援民〔２０２４〕０37', read: { year: 2024, seq: 37 } },
    { written: ' 37 ', read: { year: null, seq: 37 } },
    { written: '第37号', read: { year: null, seq: 37 } },
    { written: '0', read: null },
    { written: '蚌援民〔2024〕0号', read: null },
    { written: '蚌援刑〔2024〕37号', read: null },
    { written: '龙援民〔2024〕37号', read: null },
    { written: '蚌援民〔24〕37号', read: null },
    { written: '蚌援民〔2024〕37号之一', read: null },
    { written: '', read: null },
  ])('“$written”', ({ written, read }) => expect(readNumber(shipped('case'), words, written)).toEqual(read))
  it('takes the year from the end where the count runs into it', () =>
    expect(readNumber({ pattern: '{short}{seq}{year}' }, words, '蚌372024')).toEqual({ year: 2024, seq: 37 }))
  it.each(pack.numberSeries.map(series => ({ id: series.id, series })))('reads back what it writes: $id', ({ series }) => {
    for (const { words: own } of seriesBranches(series, pack.codes))
      for (const seq of [1, 9, 10, 99_999]) {
        const text = formatNumber(series, { ...own, short: '蚌', year: 2019, seq })
        expect(readNumber(series, { ...own, short: '蚌' }, text)).toEqual({ year: 2019, seq })
      }
  })
})

describe('gaps', () => {
  const paper = { first: 1, last: 3 }
  it.each([
    { name: 'nothing drawn', held: [], statements: [], counter: 0, gaps: [] },
    { name: 'no hole', held: [2, 1, 3], statements: [], counter: 3, gaps: [] },
    { name: 'a hole', held: [1, 4], statements: [], counter: 4, gaps: [[2, 3, null]] },
    { name: 'a hole at the end', held: [1], statements: [], counter: 3, gaps: [[2, 3, null]] },
    { name: 'numbers above the counter', held: [1, 3], statements: [], counter: 1, gaps: [[2, 2, null]] },
    { name: 'the paper register', held: [4], statements: [paper], counter: 4, gaps: [[1, 3, paper]] },
    {
      name: 'one of its files entered late',
      held: [2, 4],
      statements: [paper],
      counter: 4,
      gaps: [
        [1, 1, paper],
        [3, 3, paper],
      ],
    },
    {
      name: 'a hole beyond it',
      held: [6],
      statements: [paper],
      counter: 6,
      gaps: [
        [1, 3, paper],
        [4, 5, null],
      ],
    },
  ])('$name', ({ held, statements, counter, gaps }) =>
    expect(gapsOf(held, statements, counter).map(gap => [gap.first, gap.last, gap.statement])).toEqual(gaps),
  )
})
