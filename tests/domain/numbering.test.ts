import { describe, expect, it } from 'vitest'
import {
  archiveCategoryOf,
  archiveNumberProblem,
  archivePatternProblems,
  collidingSeries,
  formatArchiveNumber,
  formatNumber,
  patternProblems,
  tidyArchiveNumber,
} from '../../src-main/domain/numbering.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { caseOf } from './case-of.ts'

const pack = shippedPack()
const retention = pack.retention.periods.map(period => period.code)

it.each([
  { id: 'case', kind: '民', seq: 37, text: '蚌援民〔2026〕37号' },
  { id: 'decision-grant', kind: '', seq: 77, text: '蚌援决字〔2026〕77号' },
  { id: 'consultation', kind: '', seq: 1103, text: '蚌援咨〔2026〕1103号' },
  { id: 'assignment', kind: '', seq: 1, text: '蚌援指字〔2026〕1号' },
])('the shipped pattern of $id', ({ id, kind, seq, text }) => {
  const series = pack.numberSeries.find(one => one.id === id)
  expect(series && formatNumber(series, { short: '蚌', kind, year: 2026, seq })).toBe(text)
})

it('pads the count to the width of the series', () => {
  expect(formatNumber({ pattern: '{year}-{seq}', padding: 4 }, { short: '', kind: '', year: 2026, seq: 12 })).toBe('2026-0012')
  expect(formatNumber({ pattern: '{year}-{seq}', padding: 4 }, { short: '', kind: '', year: 2026, seq: 12_345 })).toBe(
    '2026-12345',
  )
})

it.each([
  { name: 'sound', series: { pattern: '{short}援{kind}〔{year}〕{seq}号', reset: 'yearly', perKind: true }, problems: [] },
  {
    name: 'no count',
    series: { pattern: '〔{year}〕', reset: 'yearly', perKind: false },
    problems: ['编号格式必须有序号 {seq}'],
  },
  {
    name: 'yearly without a year',
    series: { pattern: '{seq}号', reset: 'yearly', perKind: false },
    problems: ['序号每年重新开始的，编号格式必须有年份 {year}，否则会重号'],
  },
  { name: 'never reset needs no year', series: { pattern: '{seq}号', reset: 'never', perKind: false }, problems: [] },
  {
    name: 'per kind without the kind',
    series: { pattern: '{year}{seq}', reset: 'yearly', perKind: true },
    problems: ['按案件类型分别编号的，编号格式必须有类型字 {kind}，否则会重号'],
  },
  {
    name: 'the kind without per kind',
    series: { pattern: '{kind}{year}{seq}', reset: 'yearly', perKind: false },
    problems: ['格式里有类型字 {kind}，但没有按案件类型分别编号'],
  },
  {
    name: 'an unknown token',
    series: { pattern: '{yaer}{year}{seq}', reset: 'yearly', perKind: false },
    problems: ['不认识的记号 {yaer}'],
  },
  {
    name: 'a token twice',
    series: { pattern: '{year}{seq}{seq}', reset: 'yearly', perKind: false },
    problems: ['记号 {seq} 只能出现一次'],
  },
] as const)('a pattern: $name', ({ series, problems }) => expect(patternProblems(series)).toEqual(problems))

describe('series that would give the same number', () => {
  const series = (id: 'case' | 'application' | 'subsidy', pattern: string, perKind: boolean) => ({ id, pattern, perKind })
  it.each([
    {
      name: 'different words',
      list: [series('case', '援{kind}{seq}', true), series('application', '援申{seq}', false)],
      found: [],
    },
    {
      name: 'a kind that is another series’ word',
      list: [series('case', '援{kind}{seq}', true), series('application', '援民{seq}', false)],
      found: [['case', 'application']],
    },
    {
      name: 'the same pattern',
      list: [series('application', '援{seq}', false), series('subsidy', '援{seq}', false)],
      found: [['application', 'subsidy']],
    },
  ])('$name', ({ list, found }) => expect(collidingSeries(list, ['民', '刑'])).toEqual(found))
})

describe('archive numbers (DA/T 13)', () => {
  const number = formatArchiveNumber(pack.archiveNumber, { fonds: 'J019', category: 'MS', year: 2026, retention: 'D30', seq: 1 })
  it('are made by the pattern', () => expect(number).toBe('J019-ZY·FY·MS·2026·D30-001'))
  it.each([
    { text: number, ok: true },
    { text: 'J019-ZY·FY·XS·2026·Y-1234', ok: true },
    { text: 'J019-ZY·FY·MS·2026·D30-01', ok: false },
    { text: 'J019-ZY·FY·MS·2026·D30-12345', ok: false },
    { text: 'J19-ZY·FY·MS·2026·D30-001', ok: false },
    { text: 'J019-ZY·FY·QQ·2026·D30-001', ok: false },
    { text: 'J019-ZY·FY·MS·2026·D20-001', ok: false },
    { text: 'J019-ZY•FY•MS•2026•D30-001', ok: false },
    { text: 'xJ019-ZY·FY·MS·2026·D30-001', ok: false },
  ])('$text', ({ text, ok }) => expect(archiveNumberProblem(text, pack.archiveNumber, retention) === null).toBe(ok))
  it.each([
    { typed: 'j019-zy•fy•ms•2026•d30-001' },
    { typed: 'J019-ZY.FY.MS.2026.D30-001' },
    { typed: ' J019 - ZY・FY・MS・2026・D30 - 001 ' },
    { typed: 'J019－ZY·FY·MS·2026·D30－001' },
  ])('“$typed” is tidied', ({ typed }) => expect(tidyArchiveNumber(typed)).toBe(number))
  it('must have every part in the pattern', () => {
    expect(archivePatternProblems('{fonds}-{category}·{year}-{seq}')).toEqual(['档号格式必须有 {retention}'])
  })
  it.each([
    { matterType: 'civil', code: 'MS' },
    { matterType: 'criminal', code: 'XS' },
    { matterType: 'administrative', code: 'XZ' },
    { matterType: 'arbitration', code: 'LZ' },
    { matterType: 'non-litigation', code: 'FS' },
  ] as const)('$matterType is $code', ({ matterType, code }) =>
    expect(archiveCategoryOf(pack.archiveNumber, caseOf({ matterType }))).toBe(code),
  )
})
