/**
 * A certificate number with its middle hidden: 4 shown, stars, 4 shown, as 3403**********123X. Shorter numbers keep fewer; up to
 * four characters nothing is shown.
 */
export function maskCertificate(number: string): string {
  const length = number.length
  if (length <= 4) return '*'.repeat(length)
  const head = length >= 15 ? 4 : length >= 8 ? 2 : 1
  const tail = length >= 15 ? 4 : 2
  return `${number.slice(0, head)}${'*'.repeat(length - head - tail)}${number.slice(-tail)}`
}

/** What is typed, without blanks, in half-width capitals: ` 34030019710816284ｘ` → `34030019710816284X`. */
export function tidyCertificate(typed: string): string {
  return typed
    .replace(/[！-～]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase()
}
