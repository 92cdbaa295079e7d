import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../src-main/app/working-calendar.ts'
import { computeDeadline, type Deadline, type Pause } from '../../src-main/domain/clock.ts'
import type { TimeLimit, TimeLimitId } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const calendar = workingCalendar()
const rules = shippedPack().time

function limit(id: TimeLimitId, changes: Partial<TimeLimit> = {}): TimeLimit {
  const found = rules.limits.find(one => one.id === id)
  if (!found) throw new Error(`no limit ${id}`)
  return { ...found, ...changes }
}

function deadline(
  id: TimeLimitId,
  start: string,
  today: string,
  more: { pauses?: readonly Pause[]; doneOn?: string; changes?: Partial<TimeLimit> } = {},
): Deadline {
  return computeDeadline({
    start,
    limit: limit(id, more.changes),
    rules,
    pauses: more.pauses ?? [],
    calendar,
    today,
    doneOn: more.doneOn ?? null,
  })
}

describe('the last day', () => {
  it.each([
    { name: 'seven days end on a working day', id: 'decision', start: '2026-11-10', lastDay: '2026-11-17', why: null },
    { name: 'a Sunday moves to Monday', id: 'decision', start: '2026-11-15', lastDay: '2026-11-23', why: '逢周日顺延' },
    { name: 'a Saturday moves to Monday', id: 'assignment', start: '2026-11-18', lastDay: '2026-11-23', why: '逢周六顺延' },
    { name: 'three days within a week do not move', id: 'assignment', start: '2026-11-16', lastDay: '2026-11-19', why: null },
    {
      name: '国庆 moves to the first working day',
      id: 'decision',
      start: '2026-09-24',
      lastDay: '2026-10-08',
      why: '逢国庆节顺延',
    },
    { name: 'the day before 国庆 stays', id: 'decision', start: '2026-09-23', lastDay: '2026-09-30', why: null },
    { name: 'a Saturday worked for 国庆 stays', id: 'decision', start: '2026-10-03', lastDay: '2026-10-10', why: null },
    { name: 'a Sunday worked for 国庆 stays', id: 'decision', start: '2026-09-13', lastDay: '2026-09-20', why: null },
    {
      name: '春节 moves past the whole holiday',
      id: 'assignment',
      start: '2026-02-13',
      lastDay: '2026-02-24',
      why: '逢春节顺延',
    },
    { name: 'a Saturday worked for 春节 stays', id: 'assignment', start: '2026-02-11', lastDay: '2026-02-14', why: null },
    { name: 'the Saturday worked after 春节 stays', id: 'assignment', start: '2026-02-25', lastDay: '2026-02-28', why: null },
    { name: 'thirty days over the year', id: 'closing-papers', start: '2025-12-05', lastDay: '2026-01-04', why: null },
  ] as const)('$name', ({ id, start, lastDay, why }) => {
    const found = deadline(id, start, start)
    expect([found.lastDay, found.shiftedBecause]).toEqual([lastDay, why])
  })

  it('does not move where the limit says so', () => {
    expect(deadline('decision', '2026-09-24', '2026-09-24', { changes: { shift: 'none' } }).lastDay).toBe('2026-10-01')
  })
  it('counts the first day where the limit says so', () => {
    expect(deadline('decision', '2026-11-10', '2026-11-10', { changes: { startExcluded: false } }).lastDay).toBe('2026-11-16')
  })
  it('counts working days only, where a local rule says so', () => {
    const found = deadline('assignment', '2026-09-29', '2026-09-29', { changes: { counting: 'working-days' } })
    expect(found.lastDay).toBe('2026-10-09')
  })
})

describe('pauses', () => {
  const supplement: Pause = { reason: 'supplement', from: '2026-11-12', to: '2026-11-16' }
  it('counts the day of the notice, not the days after it up to the answer', () => {
    const found = deadline('decision', '2026-11-11', '2026-11-20', { pauses: [supplement] })
    expect(found).toMatchObject({
      pausedDays: 4,
      pausedFor: null,
      plainLastDay: '2026-11-22',
      lastDay: '2026-11-23',
      shiftedBecause: '逢周日顺延',
      state: 'running',
      daysLeft: 3,
      countedDays: 5,
    })
    expect(found.days.map(day => day.kind)).toEqual([
      'start',
      'counted',
      'paused',
      'paused',
      'paused',
      'paused',
      'counted',
      'counted',
      'counted',
      'today',
      'future',
      'future',
      'last',
    ])
  })
  it('an answer on the day of the notice costs nothing', () => {
    const found = deadline('decision', '2026-11-11', '2026-11-12', { pauses: [{ ...supplement, to: '2026-11-12' }] })
    expect([found.pausedDays, found.lastDay]).toEqual([0, '2026-11-18'])
  })
  it('an answer the next day costs one day', () => {
    const found = deadline('decision', '2026-11-11', '2026-11-13', { pauses: [{ ...supplement, to: '2026-11-13' }] })
    expect([found.pausedDays, found.lastDay]).toEqual([1, '2026-11-19'])
  })
  it('an open pause stands still and leaves the days of the limit that remain', () => {
    const found = deadline('decision', '2026-11-11', '2026-11-20', { pauses: [{ ...supplement, to: null }] })
    expect(found).toMatchObject({ state: 'paused', pausedDays: 8, pausedFor: '补正中', daysLeft: 6 })
  })
  it('pauses that overlap count a day once', () => {
    const pauses: readonly Pause[] = [supplement, { reason: 'cooperation', from: '2026-11-14', to: '2026-11-18' }]
    expect(deadline('decision', '2026-11-11', '2026-11-20', { pauses }).pausedDays).toBe(6)
  })
  it('a limit that no pause stops ignores it', () => {
    expect(
      deadline('assignment', '2026-11-16', '2026-11-17', { pauses: [{ ...supplement, from: '2026-11-17', to: null }] }),
    ).toMatchObject({
      state: 'running',
      pausedDays: 0,
      lastDay: '2026-11-19',
    })
  })
  it('runs over 春节 with a pause', () => {
    const found = deadline('decision', '2026-02-09', '2026-02-12', {
      pauses: [{ reason: 'supplement', from: '2026-02-10', to: '2026-02-11' }],
    })
    expect([found.plainLastDay, found.lastDay, found.shiftedBecause]).toEqual(['2026-02-17', '2026-02-24', '逢春节顺延'])
  })
})

describe('the state', () => {
  it.each([
    { name: 'a day before the last', today: '2026-11-16', state: 'running', daysLeft: 1 },
    { name: 'on the last day', today: '2026-11-17', state: 'due-today', daysLeft: 0 },
    { name: 'a day after', today: '2026-11-18', state: 'overdue', daysLeft: -1 },
  ])('$name', ({ today, state, daysLeft }) =>
    expect(deadline('decision', '2026-11-10', today)).toMatchObject({ state, daysLeft }),
  )
  it.each([
    { name: 'done on the last day', doneOn: '2026-11-17', state: 'done', daysLeft: 0 },
    { name: 'done a day late', doneOn: '2026-11-18', state: 'done-late', daysLeft: -1 },
    { name: 'done at once', doneOn: '2026-11-10', state: 'done', daysLeft: 7 },
  ])('$name', ({ doneOn, state, daysLeft }) =>
    expect(deadline('decision', '2026-11-10', '2026-12-31', { doneOn })).toMatchObject({ state, daysLeft }),
  )
})

it('explains the limit, the start, the pause, the shift and the end with their clauses', () => {
  const { steps } = deadline('decision', '2026-11-11', '2026-11-20', {
    pauses: [{ reason: 'supplement', from: '2026-11-12', to: '2026-11-16' }],
  })
  expect(steps.map(step => [step.label, step.value, step.clause, step.confidence])).toEqual([
    ['审查决定', '7 日', '法律援助法 第43条第1款', 'H'],
    ['起算', '2026-11-12', '民法典 第201条', 'M'],
    ['补正', '停计 4 天', '办案程序规定 第17条', 'M'],
    ['顺延', '2026-11-23', '民法典 第203条', 'M'],
    ['届满', '2026-11-23', null, null],
  ])
})

describe('the working calendar', () => {
  it('says how far holiday orders are known, and a clock beyond says so', () => {
    expect(calendar.knownThrough).toBe('2026-12-31')
    expect(deadline('decision', '2026-12-28', '2026-12-28').steps.at(-1)?.label).toBe('节假日')
    expect(deadline('decision', '2026-11-10', '2026-11-10').steps.at(-1)?.label).toBe('届满')
  })
  it('takes days from the rule pack that it does not know itself', () => {
    const later = workingCalendar([
      { date: '2027-01-01', name: '元旦', isWorking: false },
      { date: '2027-01-03', name: '元旦', isWorking: true },
    ])
    expect([later.isWorkingDay('2027-01-01'), later.nameOf('2027-01-01')]).toEqual([false, '元旦'])
    expect([later.isWorkingDay('2027-01-03'), later.nameOf('2027-01-03')]).toEqual([true, null])
    expect(later.knownThrough).toBe('2027-12-31')
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true)
  })
  it.each([
    { date: '2026-10-01', name: '国庆节' },
    { date: '2026-02-17', name: '春节' },
    { date: '2026-11-21', name: '周六' },
    { date: '2026-11-20', name: null },
    { date: '2026-02-14', name: null },
  ])('$date is $name', ({ date, name }) => expect(calendar.nameOf(date)).toBe(name))
})
