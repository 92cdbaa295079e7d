export type ParsedMoney = { readonly ok: true; readonly fen: number | null } | { readonly ok: false; readonly message: string }

const FULL_WIDTH = /[０-９．，－]/g

function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
}

/** The largest amount a field takes, in fen: what the contract accepts. */
const MOST_FEN = 100_000_000_000

/**
 * Reads yuan typed with at most two decimals into integer fen: `1,477.5`, `1477.50元`, `￥1477`. Empty text is no amount.
 * A third decimal, a sign or anything else is refused with a sentence; nothing is rounded silently.
 */
export function parseYuan(text: string): ParsedMoney {
  const typed = halfWidth(text)
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
  if (typed === '') return { ok: true, fen: null }
  if (typed.startsWith('-')) return { ok: false, message: '金额不能为负' }
  // A comma while editing 23,600.00 may stand anywhere, but 14,77 could be meant as a decimal comma.
  const isDecimalComma = !typed.includes('.') && /,\d{0,2}$|,\d{4,}$/.test(typed)
  if (!/^(\d[\d,]*)?(\.\d*)?$/.test(typed) || !/\d/.test(typed) || isDecimalComma) {
    return { ok: false, message: '金额只写数字，如 1477.50' }
  }
  const [whole = '', decimals = ''] = typed.replaceAll(',', '').split('.')
  if (decimals.length > 2) return { ok: false, message: '金额到分为止，小数点后最多两位' }
  if (whole.length > 12) return { ok: false, message: '金额过大，请核对位数' }
  const fen = Number(whole || '0') * 100 + Number(decimals.padEnd(2, '0') || '0')
  return fen > MOST_FEN ? { ok: false, message: '金额过大，请核对位数' } : { ok: true, fen }
}

/** `1,477.50` of 147750 fen: thousands in commas, always two decimals, no sign of currency. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const amount = Math.abs(Math.trunc(fen))
  const yuan = String(Math.trunc(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${yuan}.${String(amount % 100).padStart(2, '0')}`
}
