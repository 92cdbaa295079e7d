import type { Rounding } from './rule-pack/subsidy.ts'

/** Money (金额) is integer fen (分) everywhere; yuan (元) is only how people read and write it. */

export type ParsedYuan = { readonly ok: true; readonly fen: number } | { readonly ok: false; readonly message: string }

const MOST_FEN = 100_000_000_000

/**
 * Reads yuan as typed: `1,477.5`, `￥1477.50`, `1477元`, full-width digits. A third decimal, a sign or anything else is refused with a
 * sentence that says how to mend it; nothing is rounded silently.
 */
export function parseYuan(typed: string): ParsedYuan {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
  if (text === '') return { ok: false, message: '请填写金额' }
  if (text.startsWith('-')) return { ok: false, message: '金额不能为负' }
  if (!/^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return { ok: false, message: '金额只写数字，如 1477.50' }
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.')
  if (decimals.length > 2) return { ok: false, message: '金额到分为止，小数点后最多两位' }
  const fen = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return fen <= MOST_FEN ? { ok: true, fen } : { ok: false, message: '金额过大，请核对位数' }
}

/** `1,477.50` of 147750 fen; a minus before negative sums. */
export function formatYuan(fen: number): string {
  const amount = Math.abs(fen)
  const yuan = String(Math.trunc(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${String(amount % 100).padStart(2, '0')}`
}

/**
 * Fen times a decimal number written as text (`"2.5"`, `"-12.5"`), exactly, with one rounding to whole fen at the end. Rounding works on
 * the size of the sum, so that −0.5 goes where 0.5 goes. @throws RangeError when the text is not a decimal number.
 */
export function multiplyFen(fen: number, factor: string, rounding: Rounding): number {
  const { digits, scale } = decimalOf(factor)
  return divideRounded(BigInt(fen) * digits, 10n ** BigInt(scale), rounding)
}

/** A percentage (`"5"`, `"-12.5"`) of a sum, with one rounding to whole fen. @throws RangeError as `multiplyFen`. */
export function percentOfFen(fen: number, percent: string, rounding: Rounding): number {
  const { digits, scale } = decimalOf(percent)
  return divideRounded(BigInt(fen) * digits, 10n ** BigInt(scale + 2), rounding)
}

/**
 * Fen times a decimal factor, divided into parts, with one rounding to whole fen or whole yuan at the end: 50 of a hundred parts of a
 * yearly sum in twelve is factor 50, parts 1200. @throws RangeError as `multiplyFen` and `divideFen`.
 */
export function shareOfFen(
  fen: number,
  { factor, parts, to, rounding }: { factor: string; parts: number; to: 'fen' | 'yuan'; rounding: Rounding },
): number {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`Cannot divide into ${parts} parts`)
  const { digits, scale } = decimalOf(factor)
  const unit = to === 'yuan' ? 100 : 1
  return divideRounded(BigInt(fen) * digits, 10n ** BigInt(scale) * BigInt(parts * unit), rounding) * unit
}

/** A sum divided by a whole number of parts, with one rounding to whole fen. @throws RangeError for fewer than one part. */
export function divideFen(fen: number, parts: number, rounding: Rounding): number {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`Cannot divide into ${parts} parts`)
  return divideRounded(BigInt(fen), BigInt(parts), rounding)
}

/** Order of two decimal numbers written as text: negative, 0 or positive. @throws RangeError as `multiplyFen`. */
export function compareDecimals(left: string, right: string): number {
  const a = decimalOf(left)
  const b = decimalOf(right)
  const difference = a.digits * 10n ** BigInt(b.scale) - b.digits * 10n ** BigInt(a.scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function decimalOf(text: string): { readonly digits: bigint; readonly scale: number } {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new RangeError(`Not a decimal number: ${text}`)
  const decimals = match[2] ?? ''
  return { digits: BigInt(`${match[1]}${decimals}`), scale: decimals.length }
}

function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): number {
  const isNegative = dividend < 0n
  const size = isNegative ? -dividend : dividend
  const whole = size / divisor
  const rest = size % divisor
  const goesUp = rest > 0n && (rounding === 'up' || (rounding === 'half-up' && rest * 2n >= divisor))
  const result = Number(goesUp ? whole + 1n : whole)
  return isNegative && result !== 0 ? -result : result
}
