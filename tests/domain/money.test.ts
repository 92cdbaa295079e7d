import { describe, expect, it } from 'vitest'
import { compareDecimals, divideFen, formatYuan, multiplyFen, parseYuan, percentOfFen } from '../../src-main/domain/money.ts'

describe('parseYuan', () => {
  it.each([
    { typed: '1477.5', fen: 147_750 },
    { typed: '1,477.50元', fen: 147_750 },
    { typed: '￥ 1477', fen: 147_700 },
    { typed: '１４７７．０５', fen: 147_705 },
    { typed: '0', fen: 0 },
    { typed: '0.01', fen: 1 },
    { typed: '1000000000', fen: 100_000_000_000 },
  ])('$typed', ({ typed, fen }) => expect(parseYuan(typed)).toEqual({ ok: true, fen }))
  it.each([
    { typed: '1.005', message: '金额到分为止，小数点后最多两位' },
    { typed: '-1', message: '金额不能为负' },
    { typed: '', message: '请填写金额' },
    { typed: '12,34', message: '金额只写数字，如 1477.50' },
    { typed: '1e3', message: '金额只写数字，如 1477.50' },
    { typed: '五百', message: '金额只写数字，如 1477.50' },
    { typed: '1000000000.01', message: '金额过大，请核对位数' },
  ])('refuses “$typed”', ({ typed, message }) => expect(parseYuan(typed)).toEqual({ ok: false, message }))
})

it.each([
  { fen: 147_750, text: '1,477.50' },
  { fen: 5, text: '0.05' },
  { fen: 100_000_000, text: '1,000,000.00' },
  { fen: -60, text: '-0.60' },
])('formats $fen fen', ({ fen, text }) => expect(formatYuan(fen)).toBe(text))

describe('exact arithmetic', () => {
  it.each([
    { name: 'two and a half', fen: 78_000, factor: '2.5', half: 195_000, down: 195_000, up: 195_000 },
    { name: 'a half fen', fen: 1, factor: '0.5', half: 1, down: 0, up: 1 },
    { name: 'just below a half', fen: 1, factor: '0.49', half: 0, down: 0, up: 1 },
    { name: 'a factor that binary fractions miss', fen: 100, factor: '1.005', half: 101, down: 100, up: 101 },
    { name: 'below nothing', fen: -1, factor: '0.5', half: -1, down: 0, up: -1 },
    { name: 'large sums', fen: 99_999_999_999, factor: '1.5', half: 149_999_999_999, down: 149_999_999_998, up: 149_999_999_999 },
  ])('$name', ({ fen, factor, half, down, up }) => {
    expect([multiplyFen(fen, factor, 'half-up'), multiplyFen(fen, factor, 'down'), multiplyFen(fen, factor, 'up')]).toEqual([
      half,
      down,
      up,
    ])
  })
  it('takes per cent', () =>
    expect([percentOfFen(120_000, '5', 'half-up'), percentOfFen(999, '-12.5', 'half-up')]).toEqual([6000, -125]))
  it('divides', () =>
    expect([divideFen(10_000, 3, 'half-up'), divideFen(20_000, 3, 'half-up'), divideFen(20_000, 3, 'down')]).toEqual([
      3333, 6667, 6666,
    ]))
  it('refuses what is no number', () => {
    expect(() => multiplyFen(1, '2,5', 'down')).toThrow(RangeError)
    expect(() => divideFen(1, 0, 'down')).toThrow(RangeError)
  })
  it.each([
    { left: '2.50', right: '2.5', order: 0 },
    { left: '2.49', right: '2.5', order: -1 },
    { left: '10', right: '9.99', order: 1 },
  ])('$left against $right', ({ left, right, order }) => expect(compareDecimals(left, right)).toBe(order))
})
