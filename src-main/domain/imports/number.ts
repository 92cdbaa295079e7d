/** What an old number says. `shape` is the text with `{year}` and `{seq}` in place of the figures; null for a bare count like `37`. */
export type RegisterNumber = { readonly year: number | null; readonly seq: number; readonly shape: string | null }
export type ReadNumber = ({ readonly ok: true } & RegisterNumber) | { readonly ok: false; readonly message: string }

const LONGEST_SEQ = 9
const LONGEST_NUMBER = 60

/**
 * Reads a number (编号) as old registers have it: 蚌援咨〔2019〕37号, （2019）蚌援民字第 037 号, 2019-037, 2019037, or the bare count 37. The
 * sentence of a refusal quotes the number.
 */
export function readNumber(text: string): ReadNumber {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain.length > LONGEST_NUMBER) return no(`编号最多 ${LONGEST_NUMBER} 个字`)
  if (/^\d+$/.test(plain)) return fromDigits(plain)
  const year = /[[〔【({<《]((?:19|20)\d{2})年?[\]〕】)}>》]/.exec(plain) ?? /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(plain)
  const digits = year?.[1] ?? ''
  const at = year ? year.index + year[0].indexOf(digits) : -1
  const rest = year ? blank(plain, at, 4) : plain
  const count = [...rest.matchAll(/\d+/g)].at(-1)
  if (!count) return no(`编号“${text}”里没有序号`)
  if (count[0].length > LONGEST_SEQ) return no(`编号“${text}”的序号过长`)
  const withSeq = `${plain.slice(0, count.index)}{seq}${plain.slice(count.index + count[0].length)}`
  const yearAt = at > count.index ? at + '{seq}'.length - count[0].length : at
  const shape = at < 0 ? withSeq : `${withSeq.slice(0, yearAt)}{year}${withSeq.slice(yearAt + 4)}`
  return { ok: true, year: at < 0 ? null : Number(digits), seq: Number(count[0]), shape: tidyShape(shape) }
}

/** A number in one form for comparison: half width, only letters, digits and braces. */
export function bareNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]/gu, '')
}

function fromDigits(plain: string): ReadNumber {
  if (plain.length <= 6) return { ok: true, year: null, seq: Number(plain), shape: null }
  const year = /^(?:19|20)\d{2}/.exec(plain)?.[0]
  const seq = plain.slice(4)
  if (year === undefined || seq.length > LONGEST_SEQ) return no(`看不出编号“${plain}”的年份和序号`)
  return { ok: true, year: Number(year), seq: Number(seq), shape: '{year}{seq}' }
}

function blank(text: string, at: number, length: number): string {
  return `${text.slice(0, at)}${' '.repeat(length)}${text.slice(at + length)}`
}

function tidyShape(shape: string): string {
  return shape.replace(/[[〔【(]\{year\}年?[\]〕】)]/, '〔{year}〕')
}

function no(message: string): ReadNumber {
  return { ok: false, message }
}
