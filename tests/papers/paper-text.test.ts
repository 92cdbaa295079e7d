import { describe, expect, test } from 'vitest'
import { BLANK_DATE, chineseDate, chineseMonth, eightDigitDate, shanghaiTime } from '../../src-main/papers/paper-date.ts'
import { linesNeeded, titlePoints, widthInEms } from '../../src-main/papers/text-fit.ts'

describe('dates on paper', () => {
  test('a day drops its leading zeros', () => expect(chineseDate('2026-01-05')).toBe('2026年1月5日'))
  test.each([null, '', '2026-1-5'])('%s leaves room to write', day => expect(chineseDate(day)).toBe(BLANK_DATE))
  test('a month', () => expect(chineseMonth('2026-11-20')).toBe('2026年11月'))
  test('eight digits', () => expect(eightDigitDate('2026-11-05')).toBe('20261105'))
  test('no day, no digits', () => expect(eightDigitDate(null)).toBe(''))
  test('the last minute of the Shanghai day', () => expect(shanghaiTime('2026-11-20T15:59:00.000Z')).toBe('2026-11-20 23:59'))
  test('the first minute of the next', () => expect(shanghaiTime('2026-11-20T16:00:00.000Z')).toBe('2026-11-21 00:00'))
  test('an unreadable instant is empty', () => expect(shanghaiTime('yesterday')).toBe(''))
})

describe('fitting text', () => {
  test('a full-width sign is one em, a digit about half', () => {
    expect(widthInEms('法〔，')).toBe(3)
    expect(widthInEms('12')).toBeCloseTo(1.12)
  })
  // 160 mm hold 20 signs of 22 pt, 22 of 20 pt, 25 of 18 pt, 28 of 16 pt.
  test.each([
    { signs: 20, points: 22 },
    { signs: 21, points: 20 },
    { signs: 22, points: 20 },
    { signs: 23, points: 18 },
    { signs: 25, points: 18 },
    { signs: 26, points: 16 },
    { signs: 28, points: 16 },
    { signs: 29, points: 18 },
  ])('a title of $signs signs is set in $points pt', ({ signs, points }) => {
    expect(titlePoints('援'.repeat(signs), 160)).toBe(points)
  })
  // 65 mm hold 17 signs of 10.5 pt.
  test.each([
    { signs: 0, lines: 1 },
    { signs: 17, lines: 1 },
    { signs: 18, lines: 2 },
    { signs: 34, lines: 2 },
    { signs: 35, lines: 3 },
  ])('$signs signs in a 65 mm column need $lines lines', ({ signs, lines }) => {
    expect(linesNeeded('卷'.repeat(signs), 65, 10.5)).toBe(lines)
  })
})
