import type { PersonInput, PersonTyped } from '../../src-main/contract/people.ts'
import { ageOn } from '../../src-main/domain/calendar-date.ts'
import type { CertificateKindEntry, PersonCategoryEntry } from '../../src-main/domain/rule-pack/codes.ts'

export type Sex = 'male' | 'female'

/** A person (人员) as typed into a form: empty text where the contract has null. */
export type PersonDraft = {
  readonly name: string
  readonly certificateKind: string | null
  readonly certificateNumber: string
  readonly certificateNote: string
  readonly sex: Sex | null
  readonly birthDate: string | null
  readonly phone: string
  readonly householdAddress: string
  readonly address: string
  readonly categories: readonly string[]
  readonly ethnicity: string
  readonly education: string
  readonly occupation: string
  readonly workplace: string
  readonly registrationKind: string
}

/** Whether a number stands there as the core masks it. Sent back so, it means the recorded one. */
export function isMasked(number: string): boolean {
  return number.includes('*')
}

/** An empty person; `certificateKind` is the kind most people show, only as the kind and never as a number. */
export function emptyPerson(certificateKind: string | null): PersonDraft {
  return {
    name: '',
    certificateKind,
    certificateNumber: '',
    certificateNote: '',
    sex: null,
    birthDate: null,
    phone: '',
    householdAddress: '',
    address: '',
    categories: [],
    ethnicity: '',
    education: '',
    occupation: '',
    workplace: '',
    registrationKind: '',
  }
}

/** A person of the contract as a form shows it. `defaultKind` stands where no certificate was noted. */
export function personDraftOf(person: PersonTyped, defaultKind: string | null): PersonDraft {
  return {
    name: person.name,
    certificateKind: person.certificateKind ?? defaultKind,
    certificateNumber: person.certificateNumber ?? '',
    certificateNote: person.certificateNote ?? '',
    sex: person.sex,
    birthDate: person.birthDate,
    phone: person.phone ?? '',
    householdAddress: person.householdAddress ?? '',
    address: person.address ?? '',
    categories: person.categories,
    ethnicity: person.ethnicity ?? '',
    education: person.education ?? '',
    occupation: person.occupation ?? '',
    workplace: person.workplace ?? '',
    registrationKind: person.registrationKind ?? '',
  }
}

/** Whether a certificate kind stands for “no certificate”, with a reason instead of a number. */
export type IsWithout = (certificateKind: string | null) => boolean

/** Whether a certificate kind of the pack stands for having none. */
export function withoutCertificate(kinds: readonly CertificateKindEntry[]): IsWithout {
  return kind => kinds.find(entry => entry.code === kind)?.check === 'none'
}

/** The form's person as the contract takes it. A kind without a number is no certificate, unless the kind says that there is none. */
export function personInputOf(draft: PersonDraft, isWithout: IsWithout): PersonInput {
  const without = isWithout(draft.certificateKind)
  const number = without ? '' : draft.certificateNumber.trim()
  return {
    name: draft.name,
    certificateKind: without || number !== '' ? draft.certificateKind : null,
    certificateNumber: number === '' ? null : number,
    certificateNote: without && draft.certificateNote.trim() !== '' ? draft.certificateNote.trim() : null,
    sex: draft.sex,
    birthDate: draft.birthDate,
    phone: draft.phone.trim() === '' ? null : draft.phone.trim(),
    householdAddress: draft.householdAddress.trim() === '' ? null : draft.householdAddress.trim(),
    address: draft.address.trim() === '' ? null : draft.address.trim(),
    categories: [...draft.categories],
    ethnicity: orNull(draft.ethnicity),
    education: orNull(draft.education),
    occupation: orNull(draft.occupation),
    workplace: orNull(draft.workplace),
    registrationKind: orNull(draft.registrationKind),
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** The categories that sex or age decide, by the pack's own derivations. */
export function derivedCategories(
  entries: readonly PersonCategoryEntry[],
  facts: { readonly sex: Sex | null; readonly birthDate: string | null; readonly day: string },
): readonly string[] {
  const age = facts.birthDate === null ? null : ageOn(facts.birthDate, facts.day)
  return entries.filter(entry => isDerived(entry, facts.sex, age)).map(entry => entry.code)
}

function isDerived(entry: PersonCategoryEntry, sex: Sex | null, age: number | null): boolean {
  const { derivation } = entry
  if (derivation === undefined) return false
  if ('sex' in derivation) return derivation.sex === sex
  if (age === null) return false
  return 'ageFrom' in derivation ? age >= derivation.ageFrom : age < derivation.ageBelow
}

/** Ticks what sex and age newly decide and takes back what they no longer do; every other tick stays as the person set it. */
export function retickCategories(
  ticked: readonly string[],
  entries: readonly PersonCategoryEntry[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const gone = new Set(before.filter(code => !after.includes(code)))
  const fresh = after.filter(code => !before.includes(code))
  const next = new Set([...ticked.filter(code => !gone.has(code)), ...fresh])
  const known = entries.map(entry => entry.code).filter(code => next.has(code))
  return [...known, ...[...next].filter(code => !known.includes(code))]
}

/** The line under the ticks: “妇女”按性别自动勾选，可改. Empty when the app ticked nothing. */
export function tickedByAppLine(
  entries: readonly PersonCategoryEntry[],
  derived: readonly string[],
  ticked: readonly string[],
): string {
  const own = entries.filter(entry => derived.includes(entry.code) && ticked.includes(entry.code))
  if (own.length === 0) return ''
  const reasons = new Set(own.map(entry => (entry.derivation !== undefined && 'sex' in entry.derivation ? '性别' : '年龄')))
  return `${own.map(entry => `“${entry.label}”`).join('')}按${[...reasons].join('、')}自动勾选，可改`
}

/**
 * Brings known particulars in (带入上次的资料): only into fields that are still empty. Categories are added, never taken away.
 * Answers what changes; an empty object when nothing was empty.
 */
export function fillGaps(draft: PersonDraft, known: PersonDraft): Partial<PersonDraft> {
  const patch: { -readonly [Key in keyof PersonDraft]?: PersonDraft[Key] } = {}
  if (draft.name.trim() === '') patch.name = known.name
  if (draft.certificateNumber.trim() === '' && known.certificateNumber !== '') {
    patch.certificateKind = known.certificateKind
    patch.certificateNumber = known.certificateNumber
  }
  if (draft.certificateNote.trim() === '' && known.certificateNote !== '') patch.certificateNote = known.certificateNote
  if (draft.sex === null && known.sex !== null) patch.sex = known.sex
  if (draft.birthDate === null && known.birthDate !== null) patch.birthDate = known.birthDate
  if (draft.phone.trim() === '' && known.phone !== '') patch.phone = known.phone
  if (draft.householdAddress.trim() === '' && known.householdAddress !== '') patch.householdAddress = known.householdAddress
  if (draft.address.trim() === '' && known.address !== '') patch.address = known.address
  for (const key of ['ethnicity', 'education', 'occupation', 'workplace', 'registrationKind'] as const)
    if (draft[key].trim() === '' && known[key] !== '') patch[key] = known[key]
  const added = known.categories.filter(code => !draft.categories.includes(code))
  if (added.length > 0) patch.categories = [...draft.categories, ...added]
  return patch
}
