import { describe, expect, test } from 'vitest'
import { formatYuan, parseYuan } from '../../src-renderer/ui/money-text.ts'

describe('typed yuan becomes integer fen', () => {
  test.each([
    ['whole yuan', '800', 80_000],
    ['two decimals', '1477.50', 147_750],
    ['one decimal', '186.5', 18_650],
    ['a bare point at the end', '12.', 1200],
    ['only decimals', '.05', 5],
    ['thousands in commas', '1,477.50', 147_750],
    ['a figure edited inside its commas', '23,6001.00', 23_600_100],
    ['full-width digits and marks', '１，４７７．５０', 147_750],
    ['with 元 after it', '23600元', 2_360_000],
    ['with ￥ before it', '￥ 23600', 2_360_000],
    ['a sum that floats cannot hold', '0.29', 29],
    ['the largest amount', '1000000000', 100_000_000_000],
    ['nothing written', '  ', null],
  ])('%s', (_name, typed, fen) => {
    expect(parseYuan(typed)).toEqual({ ok: true, fen })
  })

  test.each([
    ['a third decimal', '1.234', '金额到分为止，小数点后最多两位'],
    ['a third decimal that is zero', '1.230', '金额到分为止，小数点后最多两位'],
    ['a sign', '-5', '金额不能为负'],
    ['letters', '12a', '金额只写数字，如 1477.50'],
    ['two points', '1.2.3', '金额只写数字，如 1477.50'],
    ['what may be a decimal comma', '14,77', '金额只写数字，如 1477.50'],
    ['one digit after a last comma', '1,4', '金额只写数字，如 1477.50'],
    ['four digits after a last comma', '1,2345', '金额只写数字，如 1477.50'],
    ['a lone point', '.', '金额只写数字，如 1477.50'],
    ['one fen above the largest', '1000000000.01', '金额过大，请核对位数'],
    ['far too many digits', '12345678901234567890', '金额过大，请核对位数'],
  ])('%s is refused with a sentence', (_name, typed, message) => {
    expect(parseYuan(typed)).toEqual({ ok: false, message })
  })
})

describe('fen is written as yuan', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [99, '0.99'],
    [100, '1.00'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [123_456_789, '1,234,567.89'],
    [-18_650, '-186.50'],
  ])('%i fen', (fen, face) => {
    expect(formatYuan(fen)).toBe(face)
  })

  test('what is written is read back unchanged', () => {
    for (const fen of [0, 1, 9, 10, 99, 100, 101, 99_999, 100_000, 147_750, 100_000_000_000])
      expect(parseYuan(formatYuan(fen))).toEqual({ ok: true, fen })
  })
})
