import { describe, expect, it } from 'vitest'
import { computeReport, type ReportFact } from '../../src-main/domain/report.ts'
import type { ReportRow } from '../../src-main/domain/rule-pack/report.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const { report } = shippedPack()
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

const people = (count: number, ...categories: string[]) => [{ count, categories }]
function fact(id: string, changes: Partial<ReportFact>): ReportFact {
  return {
    kind: 'case',
    id,
    number: id,
    title: id,
    days: {},
    codes: {},
    people: people(1),
    helped: null,
    recoveredFen: 0,
    subsidyFen: 0,
    ...changes,
  }
}
function cellOf(facts: readonly ReportFact[], row: string) {
  const cell = computeReport(report, facts, NOVEMBER).cells.get(row)
  if (!cell) throw new Error(`no row ${row}`)
  return { value: cell.value, ids: cell.facts.map(one => one.id) }
}

describe('the ends of a period', () => {
  it.each([
    { day: '2026-10-31', counted: 0 },
    { day: '2026-11-01', counted: 1 },
    { day: '2026-11-30', counted: 1 },
    { day: '2026-12-01', counted: 0 },
  ])('opened on $day', ({ day, counted }) => {
    expect(cellOf([fact('a', { days: { opened: day } })], 'k-opened').value).toBe(counted)
  })
  it.each([
    { name: 'opened before, open now', opened: '2026-10-31', closed: undefined, start: 1, end: 1 },
    { name: 'opened before, closed before', opened: '2026-10-01', closed: '2026-10-31', start: 0, end: 0 },
    { name: 'opened before, closed on the first day', opened: '2026-10-01', closed: '2026-11-01', start: 1, end: 0 },
    { name: 'opened before, closed on the last day', opened: '2026-10-01', closed: '2026-11-30', start: 1, end: 0 },
    { name: 'opened before, closed after', opened: '2026-10-01', closed: '2026-12-01', start: 1, end: 1 },
    { name: 'opened on the first day', opened: '2026-11-01', closed: undefined, start: 0, end: 1 },
    { name: 'opened after', opened: '2026-12-01', closed: undefined, start: 0, end: 0 },
  ])('carried over: $name', ({ opened, closed, start, end }) => {
    const facts = [fact('a', { days: closed === undefined ? { opened } : { opened, closed } })]
    expect([cellOf(facts, 'k-start').value, cellOf(facts, 'k-end').value]).toEqual([start, end])
  })
})

describe('figures and the rows behind them', () => {
  const facts = [
    fact('civil', {
      days: { opened: '2026-10-01', closed: '2026-11-06' },
      codes: { matterType: ['civil'], outcome: ['won'], handlerKind: ['lawyer'] },
      recoveredFen: 3_800_000,
      people: people(3),
      helped: 3,
    }),
    fact('crime', {
      days: { opened: '2026-11-10' },
      codes: { door: ['notice'], matterType: ['criminal'] },
      people: people(1, 'minor', 'rural'),
    }),
    fact('work', {
      days: { opened: '2026-11-20' },
      codes: { door: ['imported'], matterType: ['arbitration'] },
      people: people(12, 'migrant-worker'),
    }),
    fact('other', { days: { opened: '2026-11-21' }, codes: { door: ['application'], matterType: ['civil'] } }),
    fact('call', {
      kind: 'consultation',
      days: { received: '2026-11-11' },
      codes: { channel: ['phone-12348'], consultationOutcome: ['drafted'] },
    }),
    fact('paid', { kind: 'subsidy', days: { approved: '2026-11-20', paid: '2026-11-25' }, subsidyFen: 147_750 }),
  ]
  it.each([
    { row: 'k-opened', value: 3, ids: ['crime', 'work', 'other'] },
    { row: 'k-opened-civil', value: 1, ids: ['other'] },
    { row: 'k-closed', value: 1, ids: ['civil'] },
    { row: 'p-all', value: 14, ids: ['crime', 'work', 'other'] },
    { row: 'p-migrant-worker', value: 12, ids: ['work'] },
    { row: 'p-minor', value: 1, ids: ['crime'] },
    { row: 'p-rural', value: 1, ids: ['crime'] },
    { row: 'o-recovered', value: 3_800_000, ids: ['civil'] },
    { row: 'o-helped', value: 3, ids: ['civil'] },
    { row: 'c-phone-12348', value: 1, ids: ['call'] },
    { row: 'c-visit', value: 0, ids: [] },
    { row: 's-approved-fen', value: 147_750, ids: ['paid'] },
    { row: 't-criminal', value: 33.3, ids: ['crime'] },
    { row: 't-lawyer', value: 100, ids: ['civil'] },
  ])('$row', ({ row, value, ids }) => expect(cellOf(facts, row)).toEqual({ value, ids }))

  it('adds up', () => {
    const { checks } = computeReport(report, facts, NOVEMBER)
    expect(checks.map(check => [check.id, check.left, check.right, check.holds])).toEqual([
      ['X1', 4, 4, true],
      ['X2', 1, 1, true],
      ['X3', 3, 3, true],
      ['X4', 1, 1, true],
      ['X5', 3, 3, true],
    ])
  })
  it('shows where it does not', () => {
    const strange = [
      ...facts,
      fact('odd', { days: { opened: '2026-11-02' }, codes: { door: ['application'], matterType: ['military'] } }),
    ]
    expect(
      computeReport(report, strange, NOVEMBER)
        .checks.filter(check => !check.holds)
        .map(check => check.id),
    ).toEqual(['X3'])
  })
})

it('has no share of nothing, and rounds half up to one decimal', () => {
  expect(cellOf([], 't-criminal').value).toBeNull()
  const eighths = Array.from({ length: 8 }, (_, index) =>
    fact(String(index), { days: { opened: '2026-11-02' }, codes: { matterType: [index === 0 ? 'criminal' : 'civil'] } }),
  )
  expect(cellOf(eighths, 't-criminal').value).toBe(12.5)
  const sixteenths = [
    ...eighths,
    ...eighths.slice(1),
    fact('last', { days: { opened: '2026-11-02' }, codes: { matterType: ['civil'] } }),
  ]
  expect(cellOf(sixteenths, 't-criminal').value).toBe(6.3)
})

it('sums rows with the facts of each', () => {
  const count = (id: string, type: string): ReportRow => ({
    id,
    label: id,
    unit: '件',
    depth: 0,
    value: { kind: 'case', span: { within: 'opened' }, measure: 'count', filter: { matterType: [type] } },
  })
  const sum: ReportRow = { id: 'sum', label: '合计', unit: '件', depth: 0, value: { sumOf: ['a', 'b'] } }
  const definition = {
    ...report,
    sections: [{ id: 's', title: '', rows: [sum, count('a', 'civil'), count('b', 'criminal')] }],
    checks: [],
  }
  const opened = (id: string, type: string) => fact(id, { days: { opened: '2026-11-02' }, codes: { matterType: [type] } })
  const cell = computeReport(
    definition,
    [opened('x', 'civil'), opened('y', 'criminal'), opened('z', 'arbitration')],
    NOVEMBER,
  ).cells.get('sum')
  expect([cell?.value, cell?.facts.map(one => one.id)]).toEqual([2, ['x', 'y']])
})

describe('the persons (人次) of a closed case', () => {
  const joint = {
    days: { opened: '2026-11-01', closed: '2026-11-30' },
    people: [...people(1, 'woman'), ...people(2, 'woman', 'rural')],
  }
  it.each([
    { name: 'as its list says, when the closing says no more', helped: null, accepted: 3, closed: 3, rural: 2 },
    { name: 'as the closing says, fewer', helped: 1, accepted: 3, closed: 1, rural: 2 },
    { name: 'as the closing says, more', helped: 5, accepted: 3, closed: 5, rural: 2 },
  ])('count $name', ({ helped, accepted, closed, rural }) => {
    const facts = [fact('a', { ...joint, helped })]
    expect([cellOf(facts, 'p-all').value, cellOf(facts, 'o-helped').value, cellOf(facts, 'p-rural').value]).toEqual([
      accepted,
      closed,
      rural,
    ])
    expect(cellOf(facts, 'k-opened').value).toBe(1)
  })
})

it('counts a case of an old register that names no end only on the day it was opened', () => {
  const old = fact('a', { days: { opened: '2026-11-01' }, codes: { oldRecord: ['closing-not-recorded'] } })
  const shown = (day: string) =>
    ['k-start', 'k-opened', 'k-unended', 'k-closed', 'k-end'].map(row => cellOf([{ ...old, days: { opened: day } }], row).value)
  expect([shown('2026-10-31'), shown('2026-11-01')]).toEqual([
    [0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0],
  ])
})
