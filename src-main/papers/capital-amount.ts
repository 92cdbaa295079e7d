import nzh from 'nzh/cn'

/**
 * Writes an amount in capitals (人民币大写) as bank papers want it: 147750 fen gives “人民币壹仟肆佰柒拾柒元伍角整”.
 * 整 follows 元 or 角, never 分 (支付结算办法 annex 1). `fen` is a safe integer; throws RangeError otherwise.
 */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a whole number of fen')
  if (fen === 0) return '人民币零元整'
  return nzh.toMoney(decimalYuan(fen), { forceZheng: true })
}

/** Writes fen as plain decimal yuan, `1477.50`, with no thousands mark; for figures a machine reads. */
export function decimalYuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  return `${fen < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`
}

/** Writes fen as yuan for the eye, `1,477.50`. */
export function yuan(fen: number): string {
  return decimalYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ',')
}
