import { ageOn } from './calendar-date.ts'
import type { CountedPeople } from './report.ts'
import type { PersonCategoryEntry } from './rule-pack/codes.ts'
import type { ReportCounting } from './rule-pack/report.ts'

/** Whom a case helps: the categories recorded for the applicant, the co-applicants (共同申请人), and the number its closing record states. */
export type CaseRecipients = {
  readonly applicant: readonly string[]
  readonly isGroup: boolean
  readonly joint: readonly JointPerson[]
  readonly helped: number | null
}

export type JointPerson = {
  readonly sex: 'male' | 'female' | null
  readonly birthDate: string | null
  /** Categories that the register of persons holds of them. */
  readonly categories: readonly string[]
}

/**
 * The persons (人次) that a case counts on a day: the applicant, and everybody on the list of co-applicants where the pack counts them.
 * Age and sex are each person's own; any other category as the pack says. A case without a list whose closing record states more persons
 * counts those as the members of a group that nobody named.
 */
export function caseRecipients(
  counting: ReportCounting,
  categories: readonly PersonCategoryEntry[],
  recipients: CaseRecipients,
  day: string,
): CountedPeople[] {
  const { applicant, isGroup, joint, helped } = recipients
  const first: CountedPeople = { count: 1, categories: applicant }
  if (!counting.jointPersons.counted) return [first]
  const { by } = counting.jointCategories
  const derived = new Set(categories.flatMap(one => (one.derivation ? one.code : [])))
  const shared = applicant.filter(code => !derived.has(code))
  if (joint.length === 0) {
    const unnamed = (helped ?? 1) - 1
    return unnamed < 1 ? [first] : [first, { count: unnamed, categories: by === 'own' ? [] : shared }]
  }
  const isAsApplicant = by === 'as-applicant' || (by === 'as-applicant-in-group' && isGroup)
  return [
    first,
    ...joint.map(person => ({
      count: 1,
      categories: [
        ...derivedCategories(categories, person, day),
        ...(isAsApplicant ? shared : person.categories.filter(code => !derived.has(code))),
      ],
    })),
  ]
}

/** The categories that follow from a person's sex and whole years of age on a day; what is not known decides nothing. */
export function derivedCategories(
  categories: readonly PersonCategoryEntry[],
  { sex, birthDate }: Pick<JointPerson, 'sex' | 'birthDate'>,
  day: string,
): string[] {
  const age = birthDate === null ? null : ageOn(birthDate, day)
  return categories.flatMap(({ code, derivation }) => {
    if (!derivation) return []
    if ('sex' in derivation) return derivation.sex === sex ? code : []
    if (age === null) return []
    return ('ageFrom' in derivation ? age >= derivation.ageFrom : age < derivation.ageBelow) ? code : []
  })
}
