import type { PersonInput } from '../../contract/people.ts'
import { checkCertificate } from '../../domain/certificate.ts'
import { checkPhone } from '../../domain/phone.ts'
import type { QueryContext } from '../context.ts'
import type { FieldPath, FieldProblems } from '../field-problems.ts'

/**
 * Checks a person's particulars and returns them as they are stored: certificate and phone in one form, and sex and birth date as the
 * certificate says wherever it does. What is wrong goes to `problems`, at `path`.
 */
export function checkParticulars(
  ctx: Pick<QueryContext, 'pack' | 'today'>,
  person: PersonInput,
  problems: FieldProblems,
  { path, needsCertificate }: { readonly path: FieldPath; readonly needsCertificate: boolean },
): PersonInput {
  if (person.kind === 'organisation') checkOrganisation(ctx, person, problems, path)
  for (const category of person.categories)
    problems.entryOf(ctx.pack.codes.personCategories, category, [...path, 'categories'], '人员类别')
  const { ethnicities, educations, registrationKinds } = ctx.pack.codes
  if (person.ethnicity !== null) problems.entryOf(ethnicities, person.ethnicity, [...path, 'ethnicity'], '民族')
  if (person.education !== null) problems.entryOf(educations, person.education, [...path, 'education'], '文化程度')
  if (person.registrationKind !== null)
    problems.entryOf(registrationKinds, person.registrationKind, [...path, 'registrationKind'], '户籍性质')
  problems.note(person.birthDate !== null && person.birthDate > ctx.today, [...path, 'birthDate'], '出生日期不能晚于今天')
  const phone = person.phone === null ? null : checkPhone(person.phone)
  if (phone && !phone.ok) problems.note(true, [...path, 'phone'], phone.message)
  return {
    ...person,
    ...certificateOf(ctx, person, problems, path, needsCertificate),
    phone: phone?.ok ? phone.normalised : person.phone,
  }
}

/** An organisation (单位) has a credit code or none, and neither sex nor birthday nor categories of persons. */
function checkOrganisation(
  { pack }: Pick<QueryContext, 'pack'>,
  person: PersonInput,
  problems: FieldProblems,
  path: FieldPath,
): void {
  const kind = pack.codes.certificateKinds.find(one => one.code === person.certificateKind)
  const isOfPersons = kind !== undefined && kind.check !== 'credit-code' && kind.check !== 'none'
  problems.note(isOfPersons, [...path, 'certificateKind'], '单位的证件选统一社会信用代码，没有的写明原因')
  problems.note(person.sex !== null, [...path, 'sex'], '单位没有性别')
  problems.note(person.birthDate !== null, [...path, 'birthDate'], '单位没有出生日期')
  problems.note(person.categories.length > 0, [...path, 'categories'], '单位没有人员类别')
}

type Certificate = Pick<PersonInput, 'certificateKind' | 'certificateNumber' | 'certificateNote' | 'sex' | 'birthDate'>

function certificateOf(
  ctx: Pick<QueryContext, 'pack' | 'today'>,
  person: PersonInput,
  problems: FieldProblems,
  path: FieldPath,
  needsCertificate: boolean,
): Certificate {
  const { certificateKind, certificateNumber: number, certificateNote, sex, birthDate } = person
  const asTyped = { certificateKind, certificateNumber: number, certificateNote, sex, birthDate }
  if (certificateKind === null) {
    problems.note(needsCertificate || number !== null, [...path, 'certificateKind'], '请选择证件种类')
    return asTyped
  }
  const kind = problems.entryOf(ctx.pack.codes.certificateKinds, certificateKind, [...path, 'certificateKind'], '证件种类')
  const isMisplaced = kind?.check === 'credit-code' && person.kind !== 'organisation'
  problems.note(isMisplaced, [...path, 'certificateKind'], '统一社会信用代码是单位的，个人请选身份证件')
  if (!kind) return asTyped
  if (kind.check === 'none') problems.note(certificateNote === null, [...path, 'certificateNote'], '请写明没有证件的原因')
  else if (number === null) {
    const missing = '请填写证件号码；没有证件的，证件种类选“无证件”并写明原因'
    problems.note(needsCertificate, [...path, 'certificateNumber'], missing)
  }
  if (number === null) return asTyped
  if (problems.note(number.includes('*'), [...path, 'certificateNumber'], '号码有隐去的位数，请填写完整号码')) return asTyped
  const result = checkCertificate(kind.check, number, ctx.today)
  if (!result.ok) {
    problems.note(true, [...path, 'certificateNumber'], result.message)
    return asTyped
  }
  return {
    certificateKind,
    certificateNumber: result.normalised,
    // A reason for having no certificate has lapsed once there is one.
    certificateNote: null,
    sex: result.sex ?? sex,
    birthDate: result.birthDate ?? birthDate,
  }
}
