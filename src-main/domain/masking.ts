/**
 * A certificate number with its middle hidden (脱敏): four shown, stars, four shown, as `3403**********123X`. Shorter numbers show
 * less; of four characters or fewer nothing is shown.
 */
export function maskCertificate(number: string): string {
  const length = number.length
  if (length <= 4) return '*'.repeat(length)
  if (length < 12) return keepEnds(number, length >= 8 ? 2 : 1, 2)
  return keepEnds(number, 4, 4)
}

/** `139****4418`; of a landline the last four: `0552-***8888`. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return keepEnds(phone, 3, 4)
  const [area, ...rest] = phone.includes('-') ? phone.split('-') : ['', phone]
  const local = rest[0] ?? ''
  const hidden = local.length <= 4 ? '*'.repeat(local.length) : keepEnds(local, 0, 4)
  return area === '' ? hidden : `${area}-${hidden}`
}

/** Bank account (账号) by its last four: `**** 4418`. */
export function maskBankAccount(account: string): string {
  const digits = account.replace(/\s/g, '')
  return digits.length <= 4 ? '****' : `**** ${digits.slice(-4)}`
}

function keepEnds(text: string, head: number, tail: number): string {
  return `${text.slice(0, head)}${'*'.repeat(text.length - head - tail)}${text.slice(text.length - tail)}`
}

/** Stars for a part that is wholly hidden (保密); sent back as it was shown, it stands for what is recorded. */
export const WHOLLY_HIDDEN = '********（保密）'
