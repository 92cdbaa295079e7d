import { describe, expect, test } from 'vitest'
import {
  dayOfInstant,
  dayOutside,
  longDay,
  parseDay,
  shortInstant,
  timeOfInstant,
  weekday,
} from '../../src-renderer/ui/day-text.ts'

const TODAY = '2026-11-20'

describe('a typed date', () => {
  test.each([
    ['with hyphens', '2026-11-20', '2026-11-20'],
    ['without marks', '20261120', '2026-11-20'],
    ['with points', '2026.1.2', '2026-01-02'],
    ['with strokes', '2026/11/2', '2026-11-02'],
    ['in Chinese', '2026年3月5日', '2026-03-05'],
    ['full-width digits', '２０２６－１１－２０', '2026-11-20'],
    ['without a year, this year', '11-23', '2026-11-23'],
    ['four digits are month and day', '0105', '2026-01-05'],
    ['the 29th of February in a leap year', '2028-02-29', '2028-02-29'],
    ['nothing written', ' ', null],
  ])('%s', (_name, typed, day) => {
    expect(parseDay(typed, TODAY)).toEqual({ ok: true, day })
  })

  test.each([
    ['the 29th of February in a common year', '2026-02-29', '2 月没有 29 日'],
    ['the 31st of April', '2026-04-31', '4 月没有 31 日'],
    ['day zero', '2026-04-00', '4 月没有 0 日'],
    ['month 13', '2026-13-01', '月份应为 1 到 12'],
    ['month 0', '20260001', '月份应为 1 到 12'],
    ['words', '昨天', '日期写成 年-月-日，如 2026-11-20'],
    ['half a date', '2026-11', '日期写成 年-月-日，如 2026-11-20'],
  ])('%s is refused with a sentence', (_name, typed, message) => {
    expect(parseDay(typed, TODAY)).toEqual({ ok: false, message })
  })

  test.each([
    ['the first day allowed', '2026-11-01', null],
    ['the day before it', '2026-10-31', '不能早于 2026-11-01'],
    ['the last day allowed', '2026-11-20', null],
    ['the day after it', '2026-11-21', '不能晚于 2026-11-20'],
  ])('limits: %s', (_name, day, problem) => {
    expect(dayOutside(day, { earliest: '2026-11-01', latest: '2026-11-20' })).toBe(problem)
  })
})

describe('days and instants in words', () => {
  test.each([
    ['1970-01-01', '周四'],
    ['2026-11-20', '周五'],
    ['2026-11-22', '周日'],
    ['2026-11-23', '周一'],
    ['1969-12-31', '周三'],
    ['not a day', ''],
  ])('%s is %s', (day, name) => {
    expect(weekday(day)).toBe(name)
  })

  test('an instant before 16:00 UTC is the same day in Shanghai, from 16:00 the next', () => {
    expect(dayOfInstant('2026-11-20T15:59:59.000Z')).toBe('2026-11-20')
    expect(dayOfInstant('2026-11-20T16:00:00.000Z')).toBe('2026-11-21')
    expect(timeOfInstant('2026-11-20T06:32:08.000Z')).toBe('14:32')
    expect(timeOfInstant('2026-11-20T06:32:08.000Z', true)).toBe('14:32:08')
  })

  test.each([
    ['today', '2026-11-20T01:15:00.000Z', '09:15'],
    ['yesterday', '2026-11-19T08:40:00.000Z', '昨天 16:40'],
    ['this year', '2026-11-18T07:02:00.000Z', '11-18 15:02'],
    ['last year', '2025-12-31T07:02:00.000Z', '2025-12-31 15:02'],
  ])('%s', (_name, instant, face) => {
    expect(shortInstant(instant, TODAY)).toBe(face)
  })

  test('a day in a sentence has no leading zeros', () => {
    expect(longDay('2026-03-05')).toBe('2026年3月5日')
  })
})
