import { describe, expect, it } from 'vitest'
import { exampleNumbers } from '../../src-main/domain/number-examples.ts'
import { tokenAt, withoutToken, withToken } from '../../src-main/domain/number-pattern.ts'
import type { NumberSeries } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { backEntryField, backEntryOf, backEntryProblems } from '../../src-renderer/api/back-entry.ts'
import { type Drawn, type Gap, ledgerCounts, ledgerRows } from '../../src-renderer/features/settings/ledger-rows.ts'
import { seriesProblems } from '../../src-renderer/ui/number-pattern-problems.ts'

const pack = shippedPack()
const series = (id: NumberSeries['id'], more: Partial<NumberSeries> = {}): NumberSeries => {
  const found = pack.numberSeries.find(one => one.id === id)
  if (!found) throw new Error(`no series ${id}`)
  return { ...found, ...more }
}

describe('the designer of patterns', () => {
  it.each([
    { name: 'at the caret', pattern: '援{seq}号', at: 1, to: '援{year}{seq}号', caret: 7 },
    { name: 'at the end', pattern: '援{seq}', at: 99, to: '援{seq}{year}', caret: 12 },
    { name: 'never inside another token', pattern: '援{seq}号', at: 3, to: '援{seq}{year}号', caret: 12 },
  ])('puts a token in $name', ({ pattern, at, to, caret }) =>
    expect(tokenAt(pattern, 'year', at)).toEqual({ pattern: to, caret }),
  )
  it.each([
    { pattern: '{short}援〔{year}〕{seq}号', to: '{short}援{kind}〔{year}〕{seq}号' },
    { pattern: '{short}援第{seq}号', to: '{short}援{kind}第{seq}号' },
    { pattern: '{kind}{seq}', to: '{kind}{seq}' },
    { pattern: '援', to: '援{kind}' },
  ])('counting kinds apart brings their word into $pattern, and takes it out again', ({ pattern, to }) => {
    expect(withToken(pattern, 'kind')).toBe(to)
    expect(withoutToken(to, 'kind')).toBe(pattern.replace('{kind}', ''))
  })
  it('shows the next three numbers and both sides of New Year', () => {
    const [example] = exampleNumbers(series('consultation'), pack.codes, { short: '蚌', year: 2026, last: 37 })
    expect(example).toMatchObject({
      next: ['蚌援咨〔2026〕38号', '蚌援咨〔2026〕39号', '蚌援咨〔2026〕40号'],
      turn: ['蚌援咨〔2026〕40号', '蚌援咨〔2027〕1号'],
    })
    const [running] = exampleNumbers(series('consultation', { reset: 'never' }), pack.codes, {
      short: '蚌',
      year: 2026,
      last: 37,
    })
    expect(running?.turn).toEqual(['蚌援咨〔2026〕40号', '蚌援咨〔2027〕41号'])
    const kinds = exampleNumbers(series('case'), pack.codes, { short: '蚌', year: 2026, last: 0 })
    expect(kinds.map(one => [one.word, one.next[0]])).toEqual([
      ['民', '蚌援民〔2026〕1号'],
      ['刑', '蚌援刑〔2026〕1号'],
      ['行', '蚌援行〔2026〕1号'],
      ['仲', '蚌援仲〔2026〕1号'],
      ['非', '蚌援非〔2026〕1号'],
    ])
  })
  it.each([
    { name: 'sound', value: series('subsidy'), problems: [] },
    {
      name: 'a fault of its own first',
      value: series('subsidy', { pattern: '{seq}' }),
      problems: ['序号每年重新开始的，编号格式必须有年份 {year}，否则会重号'],
    },
    {
      name: 'the text of another series',
      value: series('subsidy', { pattern: '{short}援申[{year}]{seq}号' }),
      problems: [],
    },
    {
      name: 'the very text of another series, also by the center’s own word',
      value: series('subsidy', { pattern: '蚌援申〔{year}〕{seq}号' }),
      problems: ['与“法律援助申请”会得出同样的号，如 蚌援申〔2026〕1号'],
    },
  ])('faults: $name', ({ value, problems }) =>
    expect(seriesProblems(value, pack.numberSeries, pack.codes, '蚌')).toEqual(problems),
  )
})

describe('an old number as typed (补录旧号)', () => {
  it.each([
    { backNumber: '', backReason: ' ', input: null, problems: {} },
    { backNumber: ' 37 ', backReason: '旧册', input: { number: '37', reason: '旧册' }, problems: {} },
    { backNumber: '37', backReason: '', input: { number: '37', reason: '' }, problems: { backReason: '请填写补录原因' } },
    {
      backNumber: '',
      backReason: '旧册',
      input: { number: '', reason: '旧册' },
      problems: { backNumber: '请填写旧号，或清空补录原因' },
    },
  ])('“$backNumber” because “$backReason”', ({ backNumber, backReason, input, problems }) => {
    expect(backEntryOf({ backNumber, backReason })).toEqual(input)
    expect(backEntryProblems({ backNumber, backReason })).toEqual(problems)
  })
  it('finds its fields', () =>
    expect(['backEntry.number', 'backEntry.reason', 'person.name'].map(backEntryField)).toEqual([
      'backNumber',
      'backReason',
      'person.name',
    ]))
})

describe('lines of the ledger', () => {
  const drawn = (seq: number, more: Partial<Drawn> = {}): Drawn => ({
    seq,
    text: `${seq}号`,
    status: 'used',
    drawnAt: '2026-11-20T01:00:00.000Z',
    drawnBy: '王莉',
    subjectKind: 'case',
    subjectId: '',
    voidReason: null,
    datedOn: null,
    backReason: null,
    parent: null,
    blockId: null,
    ...more,
  })
  const gap = (kind: Gap['kind'], first: number, last: number): Gap => ({
    kind,
    first,
    last,
    text: null,
    reason: null,
    holder: null,
    by: null,
    at: null,
    blockId: null,
    statementId: null,
  })
  it('stand in the order of the numbers, each number once', () => {
    const rows = ledgerRows(
      [drawn(4, { backReason: '旧册' }), drawn(6), drawn(7, { status: 'void' }), drawn(8, { status: 'reserved' })],
      [gap('explained', 1, 3), gap('unexplained', 5, 5), gap('void', 7, 7), gap('reserved', 8, 8)],
    )
    expect(rows.map(row => [row.kind, row.seq])).toEqual([
      ['gap', 1],
      ['drawn', 4],
      ['gap', 5],
      ['drawn', 6],
      ['drawn', 7],
      ['drawn', 8],
    ])
    expect(ledgerCounts(rows)).toBe('共 8 号　补录 1　预留 1　作废 1　空号 3　未说明 1')
  })
  it('leave out what there is none of', () => expect(ledgerCounts(ledgerRows([drawn(1)], []))).toBe('共 1 号　作废 0'))
})
