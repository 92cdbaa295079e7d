import { existsInCalendar, isCalendarDate } from './calendar-date.ts'
import { checkCreditCode } from './credit-code.ts'
import type { CertificateCheck } from './rule-pack/codes.ts'

/** What a certificate's number says. `notice` is a sentence for the desk that is no fault, such as an old number made new. */
export type CertificateFacts = {
  readonly ok: true
  readonly normalised: string
  readonly birthDate: string | null
  readonly sex: 'male' | 'female' | null
  /** Six-digit region code (行政区划代码) of first registration. */
  readonly regionCode: string | null
  readonly notice: string | null
}
export type CertificateProblem = { readonly ok: false; readonly message: string }
export type CertificateResult = CertificateFacts | CertificateProblem

/** GB 11643-1999: weights of the first 17 digits and the check characters by remainder (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'
/** GB/T 2260: first two digits of provinces, and of Taiwan, Hong Kong and Macao. */
const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)
/** Region codes of the residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证). */
const PERMIT_REGIONS: ReadonlySet<string> = new Set(['810000', '820000', '830000'])
const EARLIEST_BIRTH_YEAR = 1880

/** The 18th character (校验码) for the first 17 digits of a resident number, by GB 11643. @throws RangeError for anything but 17 digits. */
export function residentIdCheckDigit(digits: string): string {
  if (!/^\d{17}$/.test(digits)) throw new RangeError('A check digit needs 17 digits')
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(digits[index]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** What is typed, without blanks and dashes, in half-width capitals. */
export function tidyCertificate(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/**
 * Checks a certificate number by its kind and derives birth date, sex and region where the number carries them. `today` refuses births in
 * the future. The sentence of a problem says what to mend.
 */
export function checkCertificate(kind: CertificateCheck, typed: string, today: string): CertificateResult {
  const number = tidyCertificate(typed)
  switch (kind) {
    case 'resident-id':
      return checkResidentId(number, today)
    case 'hmt-residence-permit':
      return checkResidencePermit(number, today)
    case 'passport':
      return checkPassport(number)
    case 'foreign-permanent-residence':
      return checkForeignPermanentResidence(number, today)
    case 'credit-code': {
      const code = checkCreditCode(number)
      return code.ok ? bare(code.normalised) : code
    }
    case 'none':
      return number === '' ? bare('') : problem('选了“无证件”，不要再填证件号码')
    default:
      return kind satisfies never
  }
}

function checkResidentId(number: string, today: string): CertificateResult {
  if (/^\d{15}$/.test(number)) return checkOldResidentId(number, today)
  const shape = shapeProblem(number)
  if (shape) return problem(shape)
  if (PERMIT_REGIONS.has(number.slice(0, 6))) return problem('这是港澳台居民居住证的号码，请改选证件种类')
  if (!PROVINCES.has(number.slice(0, 2))) return problem(`前 2 位 ${number.slice(0, 2)} 不是省级行政区划代码`)
  return checkEighteen(number, today, null)
}

/** Old 15-digit numbers (before 1999): two-digit years of the 1900s and no check character. */
function checkOldResidentId(number: string, today: string): CertificateResult {
  const digits = `${number.slice(0, 6)}19${number.slice(6)}`
  if (!PROVINCES.has(number.slice(0, 2))) return problem(`前 2 位 ${number.slice(0, 2)} 不是省级行政区划代码`)
  const normalised = `${digits}${residentIdCheckDigit(digits)}`
  return checkEighteen(normalised, today, `15 位旧号码，已换算为 18 位 ${normalised}，请与现行证件核对`)
}

function checkResidencePermit(number: string, today: string): CertificateResult {
  const shape = shapeProblem(number)
  if (shape) return problem(shape)
  if (!PERMIT_REGIONS.has(number.slice(0, 6))) return problem('港澳台居民居住证号码应以 810000、820000 或 830000 开头')
  return checkEighteen(number, today, null)
}

function shapeProblem(number: string): string | null {
  if (number === '') return '请填写证件号码'
  const odd = /[^0-9X]/.exec(number)
  if (odd) return `第 ${odd.index + 1} 位“${odd[0]}”不是数字`
  if (number.length < 18) return `少 ${18 - number.length} 位，应为 18 位`
  if (number.length > 18) return `多 ${number.length - 18} 位，应为 18 位`
  const early = number.slice(0, 17).indexOf('X')
  return early === -1 ? null : `第 ${early + 1} 位是 X，X 只能在第 18 位`
}

function checkEighteen(number: string, today: string, notice: string | null): CertificateResult {
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCalendarDate(birthDate)) return problem(`出生日期 ${birthDate} 不存在`)
  if (birthDate > today) return problem(`出生日期 ${birthDate} 在今天之后`)
  if (Number(birthDate.slice(0, 4)) < EARLIEST_BIRTH_YEAR) return problem(`出生日期 ${birthDate} 过早，请核对`)
  if (number.charAt(17) !== residentIdCheckDigit(number.slice(0, 17))) return problem('第 18 位校验码不对，请逐位核对')
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return { ok: true, normalised: number, birthDate, sex, regionCode: number.slice(0, 6), notice }
}

function checkPassport(number: string): CertificateResult {
  if (number === '') return problem('请填写证件号码')
  if (/[^0-9A-Z]/.test(number)) return problem('护照号码只能是字母和数字')
  if (number.length < 5 || number.length > 17) return problem('护照号码应为 5 至 17 位')
  return /\d/.test(number) ? bare(number) : problem('护照号码里应有数字')
}

/**
 * Old cards have 15 characters (three letters of the nationality first), the new ones 18 and begin with 9. No text that was seen states the
 * new cards' check character: one that is not that of GB 11643, and a birth date that cannot be, are for the desk to look at, no refusal.
 */
function checkForeignPermanentResidence(number: string, today: string): CertificateResult {
  if (number === '') return problem('请填写证件号码')
  if (/^[A-Z]{3}\d{12}$/.test(number)) return bare(number)
  if (!/^9\d{16}[\dX]$/.test(number)) return problem('应为 3 个字母加 12 位数字，或者以 9 开头的 18 位号码')
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)]
  const birthDate = existsInCalendar(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : null
  if (birthDate === null || birthDate > today)
    return { ...bare(number), notice: `第 7 至 14 位 ${number.slice(6, 14)} 不像出生日期，请与证件核对` }
  const isUsual = number.charAt(17) === residentIdCheckDigit(number.slice(0, 17))
  return { ...bare(number), birthDate, notice: isUsual ? null : '第 18 位与居民身份证的校验算法不符，请与证件核对' }
}

function bare(normalised: string): CertificateFacts {
  return { ok: true, normalised, birthDate: null, sex: null, regionCode: null, notice: null }
}

function problem(message: string): CertificateProblem {
  return { ok: false, message }
}
