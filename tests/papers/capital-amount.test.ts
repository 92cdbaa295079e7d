import { describe, expect, test } from 'vitest'
import { capitalAmount, decimalYuan, yuan } from '../../src-main/papers/capital-amount.ts'

describe('capitalAmount', () => {
  test.each([
    { fen: 0, words: '人民币零元整' },
    { fen: 1, words: '人民币壹分' },
    { fen: 10, words: '人民币壹角整' },
    { fen: 99, words: '人民币玖角玖分' },
    { fen: 100, words: '人民币壹元整' },
    { fen: 105, words: '人民币壹元零伍分' },
    { fen: 1000, words: '人民币壹拾元整' },
    { fen: 147750, words: '人民币壹仟肆佰柒拾柒元伍角整' },
    { fen: 168032, words: '人民币壹仟陆佰捌拾元叁角贰分' },
    { fen: 1640902, words: '人民币壹万陆仟肆佰零玖元零贰分' },
    { fen: 1005000, words: '人民币壹万零伍拾元整' },
    { fen: 10000005, words: '人民币壹拾万元零伍分' },
    { fen: 100000000, words: '人民币壹佰万元整' },
    { fen: 10001000100, words: '人民币壹亿零壹万零壹元整' },
    { fen: 9999999999999, words: '人民币玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分' },
    { fen: -1230, words: '人民币负壹拾贰元叁角整' },
  ])('$fen fen is $words', ({ fen, words }) => {
    expect(capitalAmount(fen)).toBe(words)
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s fen is refused', fen => {
    expect(() => capitalAmount(fen)).toThrow(RangeError)
  })
})

describe('yuan', () => {
  test.each([
    { fen: 0, eye: '0.00', plain: '0.00' },
    { fen: 5, eye: '0.05', plain: '0.05' },
    { fen: 99999, eye: '999.99', plain: '999.99' },
    { fen: 100000, eye: '1,000.00', plain: '1000.00' },
    { fen: 123456789, eye: '1,234,567.89', plain: '1234567.89' },
    { fen: -123456, eye: '-1,234.56', plain: '-1234.56' },
    { fen: -5, eye: '-0.05', plain: '-0.05' },
  ])('$fen fen', ({ fen, eye, plain }) => {
    expect(yuan(fen)).toBe(eye)
    expect(decimalYuan(fen)).toBe(plain)
  })
})
