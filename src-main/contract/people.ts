import { z } from 'zod'
import { code, id, isoDate, optionalText, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/**
 * A person (人员) as typed at the desk. Sex and birth date are derived where the certificate carries them. Wherever a known person is read
 * in this form, certificate number and phone are masked; sent back as they were shown, they stand for those that are recorded.
 */
export const personInput = z.strictObject({
  name: text('姓名', 60),
  certificateKind: code.nullable(),
  certificateNumber: optionalText('证件号码', 40),
  certificateNote: optionalText('无证件原因', 100).default(null),
  sex: z.enum(['male', 'female']).nullable(),
  birthDate: isoDate.nullable(),
  phone: optionalText('联系电话', 40),
  householdAddress: optionalText('户籍地', 120),
  address: optionalText('现住址', 120),
  categories: z.array(code).max(20),
  ethnicity: code.nullable().default(null),
  education: code.nullable().default(null),
  occupation: optionalText('职业', 40).default(null),
  workplace: optionalText('工作单位', 100).default(null),
  /** 城镇 or 农村, as the household register says: not the same as living in a town. */
  registrationKind: code.nullable().default(null),
})
export type PersonInput = z.infer<typeof personInput>
/** A person as a caller may write one: what the desk does not ask for may be left out. */
export type PersonTyped = z.input<typeof personInput>

export const personCard = z.object({
  id,
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  birthDate: isoDate.nullable(),
  certificateKind: z.string().nullable(),
  /** Masked 4+10+4; the whole number only through `people.reveal`. */
  certificateMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
})

export const historyEntry = z.object({
  kind: z.enum(['consultation', 'application', 'case']),
  id,
  date: isoDate,
  title: z.string(),
  number: z.string().nullable(),
  status: z.string(),
  by: z.string().nullable(),
})

export const peopleOperations = defineOperations({
  /** Who this may be: same certificate, same phone, same or like-sounding name. Each match says why. */
  'people.match': {
    kind: 'query',
    roles: ['clerk', 'director', 'archivist'],
    input: z.strictObject({ name: z.string().max(60), certificateNumber: z.string().max(40), phone: z.string().max(40) }),
    output: z.array(
      personCard.extend({
        reasons: z.array(z.enum(['certificate', 'phone', 'name', 'sound'])),
        consultations: z.number().int(),
        applications: z.number().int(),
        cases: z.number().int(),
        history: z.array(historyEntry),
      }),
    ),
  },
  'people.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: personCard.extend({
      certificateNote: z.string().nullable(),
      householdAddress: z.string().nullable(),
      address: z.string().nullable(),
      categories: z.array(z.string()),
      ethnicity: z.string().nullable(),
      education: z.string().nullable(),
      occupation: z.string().nullable(),
      workplace: z.string().nullable(),
      registrationKind: z.string().nullable(),
      history: z.array(historyEntry),
      version,
    }),
  },
  /** The whole certificate number and phone. Every look is written to the audit trail (操作日志). */
  'people.reveal': {
    kind: 'command',
    roles: ['clerk', 'director', 'archivist'],
    input: z.strictObject({ id, purpose: z.string().trim().max(100).default('核对身份') }),
    output: z.object({ certificateNumber: z.string().nullable(), phone: z.string().nullable() }),
  },
  'people.update': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, person: personInput, version }),
    output: z.object({ version }),
  },
  /** What a typed certificate says: derived facts, or a sentence that says how to mend it. */
  'people.checkCertificate': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ kind: code, number: z.string().max(40) }),
    output: z.object({
      ok: z.boolean(),
      message: z.string().nullable(),
      normalised: z.string().nullable(),
      sex: z.enum(['male', 'female']).nullable(),
      birthDate: isoDate.nullable(),
      age: z.number().int().nullable(),
      regionName: z.string().nullable(),
    }),
  },
})

export type PersonCard = z.infer<typeof personCard>
export type HistoryEntry = z.infer<typeof historyEntry>
