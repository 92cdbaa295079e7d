export type PhoneResult =
  | { readonly ok: true; readonly kind: 'mobile' | 'landline'; readonly normalised: string }
  | { readonly ok: false; readonly message: string }

/**
 * Checks a phone number (联系电话): a mobile of 11 digits, or a landline with or without its area code and extension, which comes out as
 * `0552-3018888-12`. `+86` before it is dropped.
 */
export function checkPhone(typed: string): PhoneResult {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(\+|00)86[\s-]*/, '')
  const digits = text.replace(/[\s\-()转]/g, '')
  if (digits === '') return problem('请填写联系电话')
  const odd = /\D/.exec(digits)
  if (odd) return problem(`电话里的“${odd[0]}”不是数字`)
  if (digits.startsWith('1')) return checkMobile(digits)
  return digits.startsWith('0') ? checkLandline(text) : checkLocal(text, digits)
}

function checkMobile(digits: string): PhoneResult {
  if (digits.length < 11) return problem(`少 ${11 - digits.length} 位，手机号应为 11 位`)
  if (digits.length > 11) return problem(`多 ${digits.length - 11} 位，手机号应为 11 位`)
  if (!/^1[3-9]/.test(digits)) return problem(`手机号第 2 位不会是 ${digits.charAt(1)}，请核对`)
  return { ok: true, kind: 'mobile', normalised: digits }
}

/** Beijing and the codes 020–029 have three digits, all others four. */
function checkLandline(text: string): PhoneResult {
  const [main = '', extension] = text.split(/转|(?<=\d{7,8})[\s-](?=\d{1,6}$)/)
  const digits = main.replace(/\D/g, '')
  const area = /^0(10|2\d)/.test(digits) ? digits.slice(0, 3) : digits.slice(0, 4)
  const local = digits.slice(area.length)
  if (local.length < 7) return problem(`少 ${7 - local.length} 位，区号 ${area} 之后应为 7 或 8 位`)
  if (local.length > 8) return problem(`多 ${local.length - 8} 位，区号 ${area} 之后应为 7 或 8 位`)
  if (/^[01]/.test(local)) return problem(`固定电话不会以 ${local.charAt(0)} 开头，请核对`)
  return { ok: true, kind: 'landline', normalised: withExtension(`${area}-${local}`, extension) }
}

function checkLocal(text: string, digits: string): PhoneResult {
  const [main = '', extension] = text.split('转')
  const local = main.replace(/\D/g, '')
  if (local.length === 7 || local.length === 8) return { ok: true, kind: 'landline', normalised: withExtension(local, extension) }
  return digits.length < 7
    ? problem('电话位数不够：手机号 11 位，固定电话 7 或 8 位')
    : problem('电话位数不对：手机号 11 位、以 1 开头，固定电话加区号、以 0 开头')
}

function withExtension(number: string, extension: string | undefined): string {
  const digits = (extension ?? '').replace(/\D/g, '')
  return digits === '' ? number : `${number}-${digits}`
}

function problem(message: string): PhoneResult {
  return { ok: false, message }
}
