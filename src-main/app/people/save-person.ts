import type { PersonInput } from '../../contract/people.ts'
import { maskCertificate } from '../../domain/masking.ts'
import {
  findPerson,
  findPersonByCertificate,
  findStandingPerson,
  insertPerson,
  type PersonRecord,
  updatePerson,
} from '../../store/person-store.ts'
import { indexPerson } from '../../store/search-store.ts'
import { changedParts } from '../changed-parts.ts'
import type { CommandContext } from '../context.ts'
import { type FieldPath, FieldProblems, heldBy } from '../field-problems.ts'
import { duplicate, notFound } from '../refusal.ts'
import { checkParticulars } from './check-particulars.ts'
import { maskedContactOf, shownAddressesOf } from './person-card.ts'

export type PersonToSave = {
  readonly person: PersonInput
  /** The known person this is; null makes a new one. */
  readonly personId: string | null
  /** Where the person stands in the input, for messages. */
  readonly path: FieldPath
  /**
   * What an empty field of a known person means. At the desk (`unknown`) nobody asked, and what is recorded stays; on a form that showed
   * the record (`none`) it was cleared.
   */
  readonly emptyMeans: 'unknown' | 'none'
  readonly needsCertificate: boolean
}

/**
 * Saves a person (人员) for a registration: makes a new one, or brings a known one up to date, with before and after in the audit trail. A
 * masked number that comes back as it was shown stands for the one that is recorded.
 * @throws Refusal VALIDATION for particulars that cannot be, DUPLICATE when someone else holds the certificate, NOT_FOUND.
 */
export async function savePerson(ctx: CommandContext, request: PersonToSave): Promise<PersonRecord> {
  // An entry that was merged away stands for the one that it was merged into.
  const stored = request.personId === null ? null : await findStandingPerson(ctx.db, request.personId)
  if (request.personId !== null && !stored) throw notFound('人员')
  const typed = stored ? withRecordedNumbers(request.person, stored) : request.person
  const wanted = stored && request.emptyMeans === 'unknown' ? withRecordedParticulars(typed, stored) : typed
  const problems = new FieldProblems(heldBy(stored ? particularsOf(stored) : null))
  const person = checkParticulars(ctx, wanted, problems, request)
  problems.refuseIfAny()
  const holder = person.certificateNumber === null ? null : await findPersonByCertificate(ctx.db, person.certificateNumber)
  if (holder && holder.id !== stored?.id) {
    const message = `这个证件号码已登记为 ${holder.name}，请核对是不是同一人；是同一人的，请选用已有的人员`
    throw duplicate([...request.path, 'certificateNumber'].join('.'), message)
  }
  const id = stored?.id ?? ctx.newId()
  if (stored) await bringUpToDate(ctx, stored, person)
  else {
    await insertPerson(ctx.trx, id, person, ctx.now)
    await indexPerson(ctx, id)
    await ctx.audit({ subjectKind: 'person', subjectId: id, summary: `登记人员 ${person.name}`, after: person })
  }
  const saved = await findPerson(ctx.db, id)
  if (!saved) throw notFound('人员')
  return saved
}

async function bringUpToDate(ctx: CommandContext, stored: PersonRecord, person: PersonInput): Promise<void> {
  const changed = changedParts<PersonInput>(particularsOf(stored), { ...person, categories: [...person.categories].sort() })
  if (!changed) return
  await updatePerson(ctx.trx, stored.id, person)
  await indexPerson(ctx, stored.id)
  await ctx.audit({ subjectKind: 'person', subjectId: stored.id, summary: `修改人员 ${person.name} 的登记信息`, ...changed })
}

/** A recorded person in the form in which one is typed. */
export function particularsOf(person: PersonRecord): PersonInput {
  return {
    kind: person.kind,
    name: person.name,
    certificateKind: person.certificateKind,
    certificateNumber: person.certificateNumber,
    certificateNote: person.certificateNote,
    sex: person.sex,
    birthDate: person.birthDate,
    phone: person.phone,
    householdAddress: person.householdAddress,
    address: person.address,
    categories: [...person.categories].sort(),
    ethnicity: person.ethnicity,
    education: person.education,
    occupation: person.occupation,
    workplace: person.workplace,
    registrationKind: person.registrationKind,
  }
}

/** The same for a screen: certificate number and phone masked, protected contact wholly. `savePerson` takes them back. */
export function maskedParticularsOf(person: PersonRecord): PersonInput {
  const { certificateNumber, ...rest } = particularsOf(person)
  return {
    ...rest,
    certificateNumber: certificateNumber === null ? null : maskCertificate(certificateNumber),
    phone: maskedContactOf(person).phoneMasked,
    ...shownAddressesOf(person),
  }
}

function withRecordedNumbers(typed: PersonInput, stored: PersonRecord): PersonInput {
  const shown = maskedParticularsOf(stored)
  return {
    ...typed,
    certificateNumber: typed.certificateNumber === shown.certificateNumber ? stored.certificateNumber : typed.certificateNumber,
    phone: typed.phone === shown.phone ? stored.phone : typed.phone,
    address: typed.address === shown.address ? stored.address : typed.address,
    householdAddress: typed.householdAddress === shown.householdAddress ? stored.householdAddress : typed.householdAddress,
    kind: typed.kind ?? stored.kind,
  }
}

function withRecordedParticulars(typed: PersonInput, stored: PersonRecord): PersonInput {
  const certificate = typed.certificateNumber === null && stored.certificateNumber !== null ? stored : typed
  return {
    kind: typed.kind ?? stored.kind,
    name: typed.name,
    certificateKind: certificate.certificateKind ?? stored.certificateKind,
    certificateNumber: certificate.certificateNumber,
    certificateNote: certificate.certificateNote,
    sex: typed.sex ?? stored.sex,
    birthDate: typed.birthDate ?? stored.birthDate,
    phone: typed.phone ?? stored.phone,
    householdAddress: typed.householdAddress ?? stored.householdAddress,
    address: typed.address ?? stored.address,
    categories: typed.categories.length > 0 ? typed.categories : [...stored.categories],
    ethnicity: typed.ethnicity ?? stored.ethnicity,
    education: typed.education ?? stored.education,
    occupation: typed.occupation ?? stored.occupation,
    workplace: typed.workplace ?? stored.workplace,
    registrationKind: typed.registrationKind ?? stored.registrationKind,
  }
}
