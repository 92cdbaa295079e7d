/** GB 32100-2015: the 31 characters of a unified social credit code (统一社会信用代码), I O S V Z left out, and the weights of the first 17. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

export type CreditCodeResult =
  | { readonly ok: true; readonly normalised: string }
  | { readonly ok: false; readonly message: string }

/** Checks a unified social credit code by GB 32100; the sentence of a problem says what to mend. */
export function checkCreditCode(typed: string): CreditCodeResult {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (code === '') return { ok: false, message: '请填写统一社会信用代码' }
  const odd = [...code].findIndex(character => !CHARACTERS.includes(character))
  if (odd !== -1) return { ok: false, message: `第 ${odd + 1} 位“${code.charAt(odd)}”不是信用代码用的字符` }
  if (code.length < 18) return { ok: false, message: `少 ${18 - code.length} 位，应为 18 位` }
  if (code.length > 18) return { ok: false, message: `多 ${code.length - 18} 位，应为 18 位` }
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * CHARACTERS.indexOf(code.charAt(index)), 0)
  const check = CHARACTERS.charAt((31 - (sum % 31)) % 31)
  return check === code.charAt(17) ? { ok: true, normalised: code } : { ok: false, message: '第 18 位校验码不对，请逐位核对' }
}
