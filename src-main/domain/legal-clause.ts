import type { Basis } from './rule-basis.ts'
import type { SourceText } from './rule-pack/rule-pack.ts'

const DIGITS = '零一二三四五六七八九'

/** A whole number from 0 to 9999 in Chinese numerals as laws count articles: 10 十, 31 三十一, 110 一百一十, 205 二百零五. */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9999) throw new RangeError(`No numeral for ${number}`)
  if (number < 10) return DIGITS.charAt(number)
  const units = ['', '十', '百', '千']
  const digits = String(number)
  const text = [...digits]
    .map((digit, index) => (digit === '0' ? '零' : `${DIGITS.charAt(Number(digit))}${units[digits.length - 1 - index]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  return number < 20 ? text.slice(1) : text
}

/** A clause as a paper (文书) cites it: 《中华人民共和国法律援助法》第三十一条第七项. The short name stands where the source is not listed. */
export function citedClause(basis: Basis, sources: readonly SourceText[]): string {
  const fullName = sources.find(source => source.name === basis.source)?.fullName ?? basis.source
  return `《${fullName}》${basis.article.replace(/\d+/g, digits => chineseNumeral(Number(digits)))}`
}
