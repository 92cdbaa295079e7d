import { checkPhone } from '../../src-main/domain/phone.ts'
import type { Codes } from '../../src-main/domain/rule-pack/codes.ts'
import type { Problems } from './form-problems.ts'
import { type IsWithout, isMasked, type PersonDraft } from './person-draft.ts'
import type { StaleField } from './stale-merge.ts'

/** What the forms call the fields of a person (人员), in their order. */
export const PERSON_LABELS: Readonly<Record<keyof PersonDraft, string>> = {
  name: '姓名',
  certificateKind: '证件类型',
  certificateNumber: '证件',
  certificateNote: '无证件原因',
  sex: '性别',
  birthDate: '出生日期',
  phone: '联系电话',
  householdAddress: '户籍地',
  address: '现住址',
  categories: '人员类别',
  ethnicity: '民族',
  education: '文化程度',
  registrationKind: '户籍性质',
  occupation: '职业',
  workplace: '工作单位',
}

/** The words of a code in one of the pack's lists; the code itself when the list has it no more. */
export function wordOf(list: readonly { readonly code: string; readonly label: string }[], code: string | null): string {
  return list.find(entry => entry.code === code)?.label ?? code ?? ''
}

/** What only the form can tell of a person: a reason that is missing, a phone number that cannot be right. */
export function personProblems(person: PersonDraft, isWithout: IsWithout): Problems {
  const problems: Record<string, string> = {}
  if (isWithout(person.certificateKind) && person.certificateNote.trim() === '') problems.certificateNote = '请写明为什么没有证件'
  // A recorded number comes masked and goes back masked; it was checked when it was typed.
  const phone = person.phone.trim() === '' || isMasked(person.phone) ? null : checkPhone(person.phone)
  if (phone?.ok === false) problems.phone = phone.message
  return problems
}

/** The fields of a person that a late save compares; of the certificate only the tail is told. */
export function personStaleFields(codes: Codes): readonly StaleField<PersonDraft>[] {
  const words: { readonly [Key in keyof PersonDraft]?: (person: PersonDraft) => string } = {
    certificateKind: person => wordOf(codes.certificateKinds, person.certificateKind),
    certificateNumber: person => (person.certificateNumber === '' ? '' : `尾号 ${person.certificateNumber.slice(-4)}`),
    sex: person => (person.sex === null ? '' : person.sex === 'male' ? '男' : '女'),
    ethnicity: person => wordOf(codes.ethnicities, person.ethnicity),
    education: person => wordOf(codes.educations, person.education),
    registrationKind: person => wordOf(codes.registrationKinds, person.registrationKind),
    categories: person => person.categories.map(code => wordOf(codes.personCategories, code)).join('、'),
  }
  const keys = Object.keys(PERSON_LABELS) as readonly (keyof PersonDraft)[]
  return keys.map(key => ({ key, label: PERSON_LABELS[key], words: words[key] ?? (person => String(person[key] ?? '')) }))
}
