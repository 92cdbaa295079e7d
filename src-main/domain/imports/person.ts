import { checkCertificate, tidyCertificate } from '../certificate.ts'
import { checkPhone } from '../phone.ts'
import type { CertificateCheck } from '../rule-pack/codes.ts'
import { cellText, isDamagedNumber, tightText } from './cell.ts'
import { readDay } from './day.ts'
import type { ImportedPerson } from './entry.ts'
import type { ImportGround, RowReader } from './rows.ts'

/** The first six digits of the residence permits of Hong Kong, Macao and Taiwan residents. */
const PERMIT = /^8[123]0000/
const NONE = /^(无|没有|不详|未提供|未带|[-—/／]+)$/

/** Reads the person of a row (来访人、受援人). A phone that cannot be is kept as it stands, with a warning: it is all the register has. */
export function readPerson(reader: RowReader, ground: ImportGround): ImportedPerson {
  const name = nameOf(reader)
  const certificate = certificateOf(reader, ground)
  const phone = phoneOf(reader)
  const sexWord = reader.code('sex')
  const sex = sexWord === 'male' || sexWord === 'female' ? sexWord : null
  if (sex !== null && certificate.sex !== null && certificate.sex !== sex)
    reader.note('warning', 'sex', '性别与证件号码不符，按证件号码')
  if (phone === null)
    reader.note('warning', 'phone', certificate.number === null ? '没有电话和证件号码，认不出是不是同一人' : '没有联系电话')
  return {
    name,
    sex: certificate.sex ?? sex,
    birthDate: certificate.birthDate ?? birthDateOf(reader, ground),
    certificateKind: certificate.kind,
    certificateNumber: certificate.number,
    phone,
    householdAddress: reader.text('householdAddress'),
    address: reader.text('address'),
    categories: reader.codes('categories'),
  }
}

function nameOf(reader: RowReader): string {
  const text = (reader.text('name') ?? '').normalize('NFKC')
  // 王　芳 is written with a blank to line up with names of three characters.
  const name = /^[\p{Script=Han}\s]+$/u.test(text) ? text.replace(/\s/g, '') : text.replace(/\s+/g, ' ')
  if (name === '' && tightText(reader.cell('name')) === '') reader.note('error', 'name', '没有姓名')
  return name
}

type ReadCertificate = Pick<ImportedPerson, 'sex' | 'birthDate'> & {
  readonly kind: string | null
  readonly number: string | null
}
const NO_CERTIFICATE: ReadCertificate = { kind: null, number: null, sex: null, birthDate: null }

function certificateOf(reader: RowReader, ground: ImportGround): ReadCertificate {
  const cell = reader.cell('certificateNumber')
  const typed = tightText(cell)
  if (typed === '' || NONE.test(typed)) return NO_CERTIFICATE
  if (isDamagedNumber(cell)) {
    const shown = typeof cell === 'number' ? `${cell.toExponential(5).replace('e+', 'E+')}` : cellText(cell)
    reader.note(
      'error',
      'certificateNumber',
      `证件号码被 Excel 改成了数字 ${shown}，末几位已丢失：请把该列设为“文本”，照原件重填`,
    )
    return NO_CERTIFICATE
  }
  if (reader.text('certificateNumber') === null) return NO_CERTIFICATE
  const check = checkOf(tidyCertificate(typed))
  const result = checkCertificate(check, typed, ground.today)
  if (!result.ok) {
    reader.note('error', 'certificateNumber', `证件号码“${typed}”：${result.message}`)
    return NO_CERTIFICATE
  }
  const kind = ground.certificateKinds.find(one => one.check === check)?.code ?? null
  return { kind, number: result.normalised, sex: result.sex, birthDate: result.birthDate }
}

function checkOf(number: string): CertificateCheck {
  if (/^\d{17}[\dX]$/.test(number) && PERMIT.test(number)) return 'hmt-residence-permit'
  if (/^[A-Z]{3}\d{12}$/.test(number)) return 'foreign-permanent-residence'
  return /^[A-WYZ]/.test(number) ? 'passport' : 'resident-id'
}

function phoneOf(reader: RowReader): string | null {
  const text = (reader.text('phone') ?? '').normalize('NFKC')
  if (text === '' || NONE.test(text.replace(/\s/g, ''))) return null
  const parts = [text, ...text.split(/[/、,;，；]|\s{2,}|(?<=\d{7})\s+(?=1\d{10})/)].map(part => part.trim())
  for (const part of parts) {
    const result = checkPhone(part)
    if (result.ok) return result.normalised
  }
  const result = checkPhone(text)
  reader.note('warning', 'phone', `电话“${text}”：${result.ok ? '' : result.message}；照原样记下`)
  return text
}

function birthDateOf(reader: RowReader, ground: ImportGround): string | null {
  const cell = reader.cell('birthDate')
  if (tightText(cell) === '') return null
  const read = readDay(cell, null, ground.today)
  if (read.ok && read.day <= ground.today) return read.day
  reader.note('warning', 'birthDate', read.ok ? `出生日期 ${read.day} 在今天之后，没有采用` : `${read.message}，没有采用`)
  return null
}
