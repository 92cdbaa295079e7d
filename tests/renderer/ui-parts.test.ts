import { describe, expect, test } from 'vitest'
import type { ClockView } from '../../src-main/contract/common.ts'
import { maskCertificate, tidyCertificate } from '../../src-renderer/ui/certificate-text.ts'
import { clockHeadline, clockWords } from '../../src-renderer/ui/clock-text.ts'
import { stripDays } from '../../src-renderer/ui/day-strip-days.ts'
import { isPlainKey, keyCaps, matchesKey, type PressedKey } from '../../src-renderer/ui/key-binding.ts'
import { forgetLists, neighbours, recallRow, rememberList, rememberRow } from '../../src-renderer/ui/list-memory.ts'
import { nextRow } from '../../src-renderer/ui/row-movement.ts'

const clock: ClockView = {
  limit: 'decision',
  subject: null,
  label: '作出决定',
  startedOn: '2026-11-11',
  lastDay: '2026-11-23',
  plainLastDay: '2026-11-22',
  shiftedBecause: null,
  pausedDays: 0,
  pausedFor: null,
  daysLeft: 5,
  state: 'running',
  doneOn: null,
  cancelled: null,
  heldBy: null,
  days: [],
  steps: [],
}

describe('the words of a clock', () => {
  test.each<[string, Partial<ClockView>, string, string, string]>([
    ['four days left', { daysLeft: 4 }, '剩 4 天', 'plenty', '11-23 周一'],
    ['three days left', { daysLeft: 3 }, '剩 3 天', 'near', '11-23 周一'],
    ['one day left', { daysLeft: 1 }, '剩 1 天', 'near', '11-23 周一'],
    ['the last day', { daysLeft: 0, state: 'due-today' }, '今天到期', 'near', '11-23 周一'],
    ['one day over', { daysLeft: -1, state: 'overdue' }, '超 1 天', 'late', '应于 11-23'],
    ['days were paused', { daysLeft: 3, pausedDays: 4 }, '剩 3 天', 'near', '11-23 已扣 4 天'],
    ['shifted by a holiday', { daysLeft: 3, shiftedBecause: '逢周日顺延' }, '剩 3 天', 'near', '11-23 逢周日顺延'],
    ['paused now', { pausedDays: 2, pausedFor: '补正中', state: 'paused' }, '暂停 2 天', 'paused', '补正中'],
    ['done three days early', { state: 'done', doneOn: '2026-11-20' }, '按期', 'met', '11-20，早 3 天'],
    ['done on the last day', { state: 'done', doneOn: '2026-11-23' }, '按期', 'met', '11-23'],
    [
      'cancelled',
      { state: 'cancelled', cancelled: { by: '王莉', at: '2026-11-18T01:00:00.000Z', reason: '当事人已另案处理' } },
      '11-23 到期',
      'cancelled',
      '王莉 撤销',
    ],
    ['done one day late', { state: 'done-late', doneOn: '2026-11-24' }, '超 1 天办结', 'late', '11-24，晚 1 天'],
  ])('%s', (_name, change, word, look, aside) => {
    expect(clockWords({ ...clock, ...change })).toMatchObject({ word, look, aside })
  })

  test('the head of the opened form names the day and why it is not the plain count', () => {
    const view: ClockView = {
      ...clock,
      daysLeft: 3,
      pausedDays: 4,
      shiftedBecause: '逢周日顺延',
      days: [{ date: '2026-11-20', kind: 'today' }],
    }
    expect(clockHeadline(view, '决定')).toEqual({
      head: '剩 3 天，11月23日（周一）前决定',
      detail: '第 1 日　补正停计 4 天　原 11-22 逢周日顺延',
    })
  })
})

describe('the day strip', () => {
  const run = (length: number): ClockView['days'] =>
    Array.from({ length }, (_, index) => ({
      date: new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10),
      kind: index === 0 ? 'start' : index === length - 1 ? 'last' : index === 4 ? 'today' : 'counted',
    }))

  test('counts from the day after receipt and names both ends', () => {
    expect(stripDays(run(8)).map(day => day.caption)).toEqual(['收到', '1', '2', '3', '今天', '5', '6', '届满'])
  })

  test('paused days carry no count', () => {
    const days: ClockView['days'] = [
      { date: '2026-11-11', kind: 'start' },
      { date: '2026-11-12', kind: 'counted' },
      { date: '2026-11-13', kind: 'paused' },
      { date: '2026-11-14', kind: 'counted' },
    ]
    expect(stripDays(days).map(day => day.caption)).toEqual(['收到', '1', '', '2'])
  })

  test.each([13, 14, 31, 60])('%i days fit into thirteen cells, with both ends and today', length => {
    const cells = stripDays(run(length), 13)
    expect(cells.length).toBeLessThanOrEqual(13)
    expect(cells[0]?.kind).toBe('start')
    expect(cells.at(-1)?.kind).toBe('last')
    expect(cells.some(cell => cell.kind === 'today')).toBe(true)
    const left = cells.filter(cell => cell.kind === 'gap').reduce((sum, cell) => sum + Number(/\d+/.exec(cell.spoken)?.[0]), 0)
    expect(cells.filter(cell => cell.kind !== 'gap').length + left).toBe(length)
  })
})

describe('keys', () => {
  const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
    key,
    code: '',
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...held,
  })
  test.each<[string, PressedKey, boolean]>([
    ['Ctrl+S', press('s', { ctrlKey: true }), true],
    ['Ctrl+S', press('S', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+S', press('s'), false],
    ['Ctrl+Enter', press('Enter', { ctrlKey: true }), true],
    ['Ctrl+Enter', press('Enter'), false],
    ['Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true],
    ['1', press('1', { code: 'Numpad1' }), true],
    ['1', press('!', { shiftKey: true, code: 'Digit1' }), false],
    ['J', press('j'), true],
    ['J', press('j', { ctrlKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('？', { shiftKey: true }), true],
    ['Space', press(' '), true],
    ['F6', press('F6'), true],
    ['Alt+ArrowLeft', press('ArrowLeft', { altKey: true }), true],
  ])('%s against %o is %s', (name, pressed, isMatch) => {
    expect(matchesKey(name, pressed)).toBe(isMatch)
  })

  test.each([
    ['J', true],
    ['1', true],
    ['?', true],
    ['F6', false],
    ['Enter', false],
    ['Ctrl+S', false],
    ['Alt+1', false],
  ])('%s acts only outside fields: %s', (name, isPlain) => {
    expect(isPlainKey(name)).toBe(isPlain)
  })

  test('caps', () => {
    expect(keyCaps('Ctrl+ArrowUp')).toEqual(['Ctrl', '↑'])
  })
})

describe('moving through rows', () => {
  test.each<[string, string, number, number, number | null]>([
    ['down from nothing is the first row', 'ArrowDown', -1, 3, 0],
    ['down', 'ArrowDown', 0, 3, 1],
    ['down stops at the last row', 'ArrowDown', 2, 3, 2],
    ['up', 'ArrowUp', 2, 3, 1],
    ['up stops at the first row', 'ArrowUp', 0, 3, 0],
    ['up from nothing is the last row', 'ArrowUp', -1, 3, 2],
    ['Home', 'Home', 2, 3, 0],
    ['End', 'End', 0, 300, 299],
    ['a page down', 'PageDown', 0, 300, 10],
    ['a page down near the end', 'PageDown', 295, 300, 299],
    ['a page up near the start', 'PageUp', 4, 300, 0],
    ['an empty list', 'ArrowDown', -1, 0, null],
    ['another key', 'a', 0, 3, null],
  ])('%s', (_name, key, index, count, to) => {
    expect(nextRow(key, index, count)).toBe(to)
  })

  test('a list remembers the opened row once, and its neighbours', () => {
    forgetLists()
    rememberList('applications', ['a', 'b', 'c'])
    expect(recallRow('applications')).toBeNull()
    rememberRow('applications', 'b')
    expect(neighbours('applications', 'b')).toEqual({ place: 2, count: 3, previous: 'a', next: 'c' })
    expect(neighbours('applications', 'a')).toMatchObject({ place: 1, previous: null, next: 'b' })
    expect(neighbours('applications', 'x')).toMatchObject({ place: null, previous: null, next: null })
    expect(recallRow('applications')).toEqual({ key: 'b', shouldFocus: true })
    expect(recallRow('applications')).toEqual({ key: 'b', shouldFocus: false })
  })
})

describe('certificate numbers', () => {
  test.each([
    ['eighteen places', '34030019710816284X', '3403**********284X'],
    ['fifteen places', '340300710816284', '3403*******6284'],
    ['a passport', 'E12345678', 'E1*****78'],
    ['short', '1234567', '1****67'],
    ['four places or fewer', '1234', '****'],
    ['nothing', '', ''],
  ])('%s', (_name, number, masked) => {
    expect(maskCertificate(number)).toBe(masked)
  })

  test('blanks go, letters and full-width signs are mended', () => {
    expect(tidyCertificate(' 3403 0019710816284ｘ')).toBe('34030019710816284X')
  })
})
