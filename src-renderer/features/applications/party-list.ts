import { checkCertificate, tidyCertificate } from '../../../src-main/domain/certificate.ts'
import { checkPhone } from '../../../src-main/domain/phone.ts'

/** One line of a pasted list of people (群体名单): what was read, and what is wrong with it; `row` counts from 1 as pasted. */
export type ListedPerson = {
  readonly row: number
  readonly text: string
  readonly name: string
  readonly certificateNumber: string
  readonly phone: string
  readonly fault: string | null
}

/**
 * Reads a list of people copied from a spreadsheet or typed (姓名、证件号码、电话): one person a line, columns in any order, divided by tabs,
 * commas or blanks; a head line is passed over. `known` are certificate numbers that are in the form already, `today` the day against
 * which dates are checked.
 */
export function readPeopleList(pasted: string, known: ReadonlySet<string>, today: string): readonly ListedPerson[] {
  const seen = new Map<string, number>()
  const people: ListedPerson[] = []
  pasted.split(/\r?\n/).forEach((text, index) => {
    if (text.trim() === '' || isHead(text)) return
    const row = index + 1
    const read = readLine(text)
    const fault = faultOf(read, known, seen, today)
    if (fault === null) seen.set(read.certificateNumber, row)
    people.push({ row, text, ...read, fault })
  })
  return people
}

type Read = Pick<ListedPerson, 'name' | 'certificateNumber' | 'phone'>

function isHead(line: string): boolean {
  return /姓\s*名/.test(line) && !/\d{6}/.test(line)
}

function readLine(line: string): Read {
  const cells = line
    .normalize('NFKC')
    .split(/[\t,;、，；]+|\s{2,}|(?<=[\d*Xx])\s+|\s+(?=[\d*])/)
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
  const certificate = cells.find(cell => /^\d{14,17}[\dXx]$/.test(cell.replace(/\s/g, '')))
  const phone = cells.find(cell => cell !== certificate && /^(\+?86[- ]?)?[\d-]{7,16}$/.test(cell) && checkPhone(cell).ok)
  // A place in the list before the name is no name.
  const name = cells.find(cell => /\p{Letter}/u.test(cell) && cell !== certificate) ?? ''
  return { name, certificateNumber: certificate === undefined ? '' : tidyCertificate(certificate), phone: phone ?? '' }
}

function faultOf(read: Read, known: ReadonlySet<string>, seen: ReadonlyMap<string, number>, today: string): string | null {
  if (read.name === '') return '没有姓名'
  if (read.certificateNumber === '') return '没有 18 位身份证号码'
  const result = checkCertificate('resident-id', read.certificateNumber, today)
  if (!result.ok) return result.message
  if (known.has(read.certificateNumber)) return '名单里已有这个证件号码'
  const earlier = seen.get(read.certificateNumber)
  return earlier === undefined ? null : `与第 ${earlier} 行的证件号码相同`
}
