import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { changeLines } from '../../src-renderer/features/consultations/change-words.ts'
import {
  emptyConsultation,
  isQuickStop,
  withConsequences,
  withTicket,
} from '../../src-renderer/features/consultations/consultation-values.ts'
import {
  dayRange,
  mayShift,
  monthRange,
  QUICK_RANGES,
  shiftRange,
} from '../../src-renderer/features/consultations/register-filter.ts'

const pack = shippedPack()
const empty = emptyConsultation(pack, { day: '2026-11-20', time: '14:30' }, 'clerk')

describe('days and months of the register', () => {
  test.each([
    ['2026-11-20', 0, '2026-11-01', '2026-11-30'],
    ['2026-01-31', -1, '2025-12-01', '2025-12-31'],
    ['2024-03-31', -1, '2024-02-01', '2024-02-29'],
    ['2026-12-01', 1, '2027-01-01', '2027-01-31'],
  ])('the month of %s, %i later', (day, later, from, to) => {
    expect(monthRange(day, later)).toEqual({ from, to })
  })

  test('the choices are today, this month and the month before', () => {
    expect(QUICK_RANGES.map(({ label, range }) => [label, range('2026-03-05')])).toEqual([
      ['今天', { from: '2026-03-05', to: '2026-03-05' }],
      ['本月', { from: '2026-03-01', to: '2026-03-31' }],
      ['上月', { from: '2026-02-01', to: '2026-02-28' }],
    ])
  })

  test('a day goes on by a day and a month by a month; anything else stays', () => {
    expect(shiftRange(dayRange('2026-02-28'), 1)).toEqual(dayRange('2026-03-01'))
    expect(shiftRange(monthRange('2026-01-05', 0), -1)).toEqual(monthRange('2025-12-05', 0))
    const odd = { from: '2026-01-02', to: '2026-01-05' }
    expect([mayShift(odd), shiftRange(odd, 1)]).toEqual([false, odd])
    expect(mayShift({ from: null, to: null })).toBe(false)
  })
})

describe('what one answer brings along', () => {
  test('a cause of one kind of matter answers that question while it is open', () => {
    const single = pack.codes.causes.find(cause => cause.matterTypes.length === 1)
    if (!single) throw new Error('the pack has such a cause')
    const [only] = single.matterTypes
    expect(withConsequences(pack, empty, { cause: single.label })).toMatchObject({ matterType: only })
    const answered = { ...empty, matterType: 'administrative' }
    expect(withConsequences(pack, answered, { cause: single.label }).matterType).toBeUndefined()
    expect(withConsequences(pack, empty, { cause: '没有列出的案由' }).matterType).toBeUndefined()
    expect([isQuickStop(empty, 'matterType'), isQuickStop(answered, 'matterType')]).toEqual([true, false])
  })

  test('a call number goes with its channel, places with their outcome', () => {
    expect(withConsequences(pack, empty, { channel: 'visit' })).toMatchObject({ callNumber: '' })
    expect(withConsequences(pack, empty, { channel: 'phone-12348' })).not.toHaveProperty('callNumber')
    expect(withConsequences(pack, empty, { outcome: 'answered' })).toMatchObject({ referrals: [], referralNote: '' })
    expect(withConsequences(pack, empty, { outcome: 'directed' })).not.toHaveProperty('referrals')
  })

  test('a ticket brings its name, its matter, and the category its ground names', () => {
    const ticket = { name: '王建国', note: '欠薪', ground: 'elderly' }
    expect(withTicket(pack, empty, ticket)).toMatchObject({ name: '王建国', content: '欠薪', categories: ['elderly'] })
    // Whoever brings a child is no child.
    expect(withTicket(pack, empty, { ...ticket, ground: 'minor' }).categories).toEqual([])
    expect(withTicket(pack, empty, { name: null, note: null, ground: null })).toEqual(empty)
  })
})

test('a change of an entry is told in the words of the form', () => {
  const lines = changeLines(
    pack,
    [{ id: 'B', name: '陈建国' }],
    [
      { field: 'channel', before: 'visit', after: 'letter' },
      { field: 'toldOfRight', before: false, after: true },
      { field: 'consultantId', before: 'A', after: 'B' },
      { field: 'referrals', before: [], after: ['police', 'petition'] },
      { field: 'agent', before: null, after: { name: '王小明', relation: '子女', phone: null } },
    ],
  )
  expect(lines.map(line => `${line.label} ${line.before}→${line.after}`)).toEqual([
    '方式 来访→信函',
    '已告知权利 未告知→已告知',
    '接待人 A→陈建国',
    '引导去处 →公安机关、信访部门',
    '代为来访 →王小明　子女',
  ])
})
