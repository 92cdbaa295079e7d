import type { ApplicationParty } from '../../contract/application-parties.ts'
import { checkCertificate, tidyCertificate } from '../../domain/certificate.ts'
import { checkCreditCode } from '../../domain/credit-code.ts'
import { maskCertificate, maskPhone } from '../../domain/masking.ts'
import { nameKey } from '../../domain/name-key.ts'
import { checkPhone } from '../../domain/phone.ts'
import type { StoredParty } from '../../store/application-party-store.ts'
import { findPerson, findPersonByCertificate, type PersonRecord } from '../../store/person-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { type FieldPath, FieldProblems } from '../field-problems.ts'
import { savePerson } from '../people/save-person.ts'

/** Roles whose certificate must be shown: they are applicants (共同申请人) and are counted as such. */
function needsCertificate(party: ApplicationParty): boolean {
  return party.role === 'co-applicant'
}

/** The same parties for a screen: number and phone of persons masked. `settleParties` takes them back. */
export function maskedParties(parties: readonly StoredParty[]): ApplicationParty[] {
  return parties.map(party =>
    party.kind === 'organisation'
      ? { ...party }
      : {
          ...party,
          certificateNumber: party.certificateNumber === null ? null : maskCertificate(party.certificateNumber),
          phone: party.phone === null ? null : maskPhone(party.phone),
        },
  )
}

/**
 * Checks the parties as typed (当事人) and returns them as they are stored: masked numbers for those recorded, certificates and phones in
 * one form. `path` is where the list stands in the input, `recorded` what is stored of this application. Faults go to `problems`, by row.
 */
export function checkParties(
  ctx: Pick<QueryContext, 'pack' | 'today'>,
  typed: readonly ApplicationParty[],
  recorded: readonly StoredParty[],
  path: FieldPath,
  problems: FieldProblems,
): ApplicationParty[] {
  const parties = typed.map((party, index) =>
    checkParty(ctx, withRecordedNumbers(party, index, recorded), [...path, index], problems),
  )
  const seen = new Map<string, number>()
  parties.forEach((party, index) => {
    if (party.role !== 'co-applicant' || party.certificateNumber === null) return
    const earlier = seen.get(party.certificateNumber)
    if (earlier === undefined) seen.set(party.certificateNumber, index)
    else problems.note(true, [...path, index, 'certificateNumber'], `与第 ${earlier + 1} 行的证件号码相同`)
  })
  return parties
}

function checkParty(
  ctx: Pick<QueryContext, 'pack' | 'today'>,
  party: ApplicationParty,
  path: FieldPath,
  problems: FieldProblems,
): ApplicationParty {
  if (party.role === 'co-applicant') problems.note(party.kind !== 'person', [...path, 'kind'], '共同申请人应为自然人')
  const phone = party.phone === null ? null : checkPhone(party.phone)
  if (phone && !phone.ok) problems.note(true, [...path, 'phone'], phone.message)
  const tidied = { ...party, phone: phone?.ok ? phone.normalised : party.phone }
  return party.kind === 'organisation'
    ? checkOrganisation(tidied, path, problems)
    : checkNaturalPerson(ctx, tidied, path, problems)
}

function checkOrganisation(party: ApplicationParty, path: FieldPath, problems: FieldProblems): ApplicationParty {
  if (party.certificateNumber === null) return { ...party, personId: null, certificateKind: null }
  const result = checkCreditCode(party.certificateNumber)
  if (!result.ok) problems.note(true, [...path, 'certificateNumber'], result.message)
  return {
    ...party,
    personId: null,
    certificateKind: null,
    certificateNumber: result.ok ? result.normalised : party.certificateNumber,
  }
}

function checkNaturalPerson(
  ctx: Pick<QueryContext, 'pack' | 'today'>,
  party: ApplicationParty,
  path: FieldPath,
  problems: FieldProblems,
): ApplicationParty {
  const { certificateKind, certificateNumber: number } = party
  const mustShow = needsCertificate(party)
  if (certificateKind === null) {
    problems.note(mustShow || number !== null, [...path, 'certificateKind'], '请选择证件种类')
    return party
  }
  const kind = problems.entryOf(ctx.pack.codes.certificateKinds, certificateKind, [...path, 'certificateKind'], '证件种类')
  if (!kind) return party
  if (kind.check === 'none') problems.note(mustShow && party.note === null, [...path, 'note'], '请在备注里写明没有证件的原因')
  else if (number === null) problems.note(mustShow, [...path, 'certificateNumber'], '请填写证件号码')
  if (number === null) return mustShow ? party : { ...party, certificateKind: null }
  if (problems.note(number.includes('*'), [...path, 'certificateNumber'], '号码有隐去的位数，请填写完整号码')) return party
  const result = checkCertificate(kind.check, number, ctx.today)
  if (!result.ok) problems.note(true, [...path, 'certificateNumber'], result.message)
  return { ...party, certificateNumber: result.ok ? result.normalised : number }
}

/** A masked number stands for that of the party it was read from: of the same person, the same name, or the same place in the list. */
function withRecordedNumbers(party: ApplicationParty, index: number, recorded: readonly StoredParty[]): ApplicationParty {
  if (party.kind === 'organisation') return party
  const candidates = [
    ...recorded.filter(one => party.personId !== null && one.personId === party.personId),
    ...recorded.filter(one => one.role === party.role && nameKey(one.name) === nameKey(party.name)),
    ...recorded.slice(index, index + 1),
    ...recorded.filter(one => one.role === party.role),
  ]
  const whole = (shown: string | null, of: 'certificateNumber' | 'phone', mask: (number: string) => string) =>
    shown?.includes('*') ? (candidates.find(one => one[of] !== null && mask(one[of]) === shown)?.[of] ?? shown) : shown
  return {
    ...party,
    certificateNumber: whole(party.certificateNumber, 'certificateNumber', maskCertificate),
    phone: whole(party.phone, 'phone', maskPhone),
  }
}

/**
 * Makes every co-applicant (共同申请人) a person of the register, so that the history and the check for conflicts of interest find them.
 * One who holds a known certificate under the same name is that person.
 * @throws Refusal VALIDATION by row, where the certificate is somebody else's or the applicant is named again.
 */
export async function registerCoApplicants(
  ctx: CommandContext,
  parties: readonly ApplicationParty[],
  applicantId: string,
  path: FieldPath,
): Promise<StoredParty[]> {
  const problems = new FieldProblems()
  const known = await Promise.all(parties.map(party => (party.role === 'co-applicant' ? knownPerson(ctx, party) : null)))
  const taken = new Set([applicantId])
  parties.forEach((party, index) => {
    const person = known[index]
    if (!person) return
    if (party.personId === null && nameKey(person.name) !== nameKey(party.name))
      problems.note(true, [...path, index, 'certificateNumber'], `这个证件号码已登记为 ${person.name}，请核对`)
    else if (taken.has(person.id))
      problems.note(true, [...path, index, 'name'], person.id === applicantId ? '与申请人是同一人' : '与前面的共同申请人是同一人')
    taken.add(person.id)
  })
  problems.refuseIfAny()
  const settled: StoredParty[] = []
  for (const [index, party] of parties.entries())
    settled.push(party.role === 'co-applicant' ? await register(ctx, party, known[index] ?? null, [...path, index]) : party)
  return settled
}

async function knownPerson(ctx: CommandContext, party: ApplicationParty): Promise<PersonRecord | null> {
  if (party.personId !== null) return findPerson(ctx.db, party.personId)
  return party.certificateNumber === null ? null : findPersonByCertificate(ctx.db, tidyCertificate(party.certificateNumber))
}

async function register(
  ctx: CommandContext,
  party: ApplicationParty,
  known: PersonRecord | null,
  path: FieldPath,
): Promise<StoredParty> {
  const saved = await savePerson(ctx, {
    person: {
      name: party.name,
      certificateKind: party.certificateKind,
      certificateNumber: party.certificateNumber,
      certificateNote: party.certificateNumber === null ? party.note : null,
      sex: null,
      birthDate: null,
      phone: party.phone,
      householdAddress: null,
      address: null,
      categories: [],
      ethnicity: null,
      education: null,
      occupation: null,
      workplace: null,
      registrationKind: null,
    },
    personId: known?.id ?? party.personId,
    path,
    emptyMeans: 'unknown',
    needsCertificate: true,
  })
  return { ...party, personId: saved.id }
}
