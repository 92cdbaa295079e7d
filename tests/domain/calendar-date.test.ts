import { describe, expect, it } from 'vitest'
import {
  addDays,
  addYears,
  ageOn,
  dayOfInstant,
  daysBetween,
  isCalendarDate,
  periodRange,
  weekdayName,
  wholeYears,
} from '../../src-main/domain/calendar-date.ts'

describe('isCalendarDate', () => {
  it.each([
    { name: 'a leap day', text: '2024-02-29', exists: true },
    { name: 'no leap day', text: '2026-02-29', exists: false },
    { name: 'a century without one', text: '1900-02-29', exists: false },
    { name: '31 April', text: '2026-04-31', exists: false },
    { name: 'month 13', text: '2026-13-01', exists: false },
    { name: 'day 0', text: '2026-01-00', exists: false },
    { name: 'not padded', text: '2026-1-1', exists: false },
    { name: 'words after', text: '2026-01-01 ', exists: false },
  ])('$name', ({ text, exists }) => expect(isCalendarDate(text)).toBe(exists))
})

it.each([
  { name: 'into the next month', date: '2026-01-31', days: 1, result: '2026-02-01' },
  { name: 'over a leap day', date: '2024-02-28', days: 2, result: '2024-03-01' },
  { name: 'back over the year', date: '2026-01-01', days: -1, result: '2025-12-31' },
  { name: 'before 1970', date: '1949-10-01', days: -31, result: '1949-08-31' },
])('adds days $name', ({ date, days, result }) => {
  expect(addDays(date, days)).toBe(result)
  expect(daysBetween(date, result)).toBe(days)
})

it('refuses to reckon with a day that does not exist', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError)
})

it.each([
  { name: 'the day before the anniversary', from: '2000-05-20', to: '2018-05-19', years: 17 },
  { name: 'the anniversary', from: '2000-05-20', to: '2018-05-20', years: 18 },
  { name: 'a leap day in a common year, 28 February', from: '2004-02-29', to: '2022-02-28', years: 17 },
  { name: 'a leap day in a common year, 1 March', from: '2004-02-29', to: '2022-03-01', years: 18 },
  { name: 'a leap day in a leap year', from: '2004-02-29', to: '2024-02-29', years: 20 },
  { name: 'the same day', from: '2004-02-29', to: '2004-02-29', years: 0 },
])('whole years on $name', ({ from, to, years }) => {
  expect(wholeYears(from, to)).toBe(years)
  expect(ageOn(from, to)).toBe(years)
})

it('has no age before birth', () => expect(ageOn('2026-11-22', '2026-11-21')).toBeNull())
it('moves 29 February to 1 March', () => expect(addYears('2024-02-29', 3)).toBe('2027-03-01'))
it('knows weekdays on both sides of 1970', () => {
  expect([weekdayName('2026-11-22'), weekdayName('1970-01-01'), weekdayName('1949-10-01')]).toEqual(['周日', '周四', '周六'])
})
it.each([
  { name: 'one second before midnight in Shanghai', instant: '2026-11-21T15:59:59.000Z', day: '2026-11-21' },
  { name: 'midnight in Shanghai', instant: '2026-11-21T16:00:00.000Z', day: '2026-11-22' },
])('the day of an instant, $name', ({ instant, day }) => expect(dayOfInstant(instant)).toBe(day))

describe('periodRange', () => {
  it.each([
    { period: { kind: 'month', year: 2024, index: 2 }, from: '2024-02-01', to: '2024-02-29', label: '2024年2月' },
    { period: { kind: 'month', year: 2026, index: 12 }, from: '2026-12-01', to: '2026-12-31', label: '2026年12月' },
    { period: { kind: 'quarter', year: 2026, index: 1 }, from: '2026-01-01', to: '2026-03-31', label: '2026年第一季度' },
    { period: { kind: 'quarter', year: 2026, index: 4 }, from: '2026-10-01', to: '2026-12-31', label: '2026年第四季度' },
    { period: { kind: 'year', year: 2026, index: 1 }, from: '2026-01-01', to: '2026-12-31', label: '2026年度' },
  ] as const)('$label', ({ period, from, to, label }) => expect(periodRange(period)).toEqual({ from, to, label }))
  it('has no fifth quarter', () => expect(() => periodRange({ kind: 'quarter', year: 2026, index: 5 })).toThrow(RangeError))
})
