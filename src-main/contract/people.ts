import { z } from 'zod'
import { clockTime, code, id, instant, isoDate, optionalText, paging, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/**
 * A person (人员) as typed at the desk. Sex and birth date are derived where the certificate carries them. Wherever a known person is read
 * in this form, certificate number and phone are masked; sent back as they were shown, they stand for those that are recorded.
 */
export const personInput = z.strictObject({
  /** A person or an organisation (单位). Left out: what is recorded, or a person. */
  kind: z.enum(['person', 'organisation']).optional(),
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
  kind: z.enum(['person', 'organisation']),
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  birthDate: isoDate.nullable(),
  certificateKind: z.string().nullable(),
  /** Masked 4+10+4; the whole number only through `people.reveal`. */
  certificateMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  /** Address and phone are protected (保密住址和电话): shown as stars, left out of papers and exports. */
  isProtected: z.boolean(),
})

/** What somebody was in a matter. */
export const historyRole = z.enum([
  'visitor',
  'applicant',
  'recipient',
  'co-applicant',
  'agent',
  'guardian',
  'opponent',
  'opponent-agent',
  'other',
])

export const historyEntry = z.object({
  kind: z.enum(['consultation', 'application', 'case']),
  id,
  date: isoDate,
  /** Local time `HH:MM` where it is known: of the visit, or of the registration. */
  time: clockTime.nullable(),
  role: historyRole,
  /** How surely it is this person: recorded as such, by the same certificate, or only by the same name. */
  link: z.enum(['recorded', 'certificate', 'name']),
  title: z.string(),
  number: z.string().nullable(),
  status: z.string(),
  by: z.string().nullable(),
})

/** Why two entries may be one person. */
export const matchReason = z.enum([
  'certificate',
  'phone',
  'near-certificate',
  'name',
  'sound',
  'look-alike',
  'near-sound',
  'similar',
])
export type MatchReason = z.infer<typeof matchReason>

/** The parts of two entries among which a merge (合并) chooses. Categories are joined. */
export const MERGE_FIELDS = [
  'name',
  'certificate',
  'sex',
  'birthDate',
  'phone',
  'householdAddress',
  'address',
  'ethnicity',
  'education',
  'occupation',
  'workplace',
  'registrationKind',
] as const
export type MergeField = (typeof MERGE_FIELDS)[number]
const mergeSide = z.enum(['survivor', 'merged'])

export const peopleOperations = defineOperations({
  /** Who this may be: same certificate, same phone, same or like-sounding name. Each match says why. */
  'people.match': {
    kind: 'query',
    roles: ['clerk', 'director', 'archivist'],
    input: z.strictObject({ name: z.string().max(60), certificateNumber: z.string().max(40), phone: z.string().max(40) }),
    output: z.array(
      personCard.extend({
        /** The surest first. */
        reasons: z.array(matchReason),
        /** A sentence for each reason: 姓名第 2 字不同：建／健. */
        explanations: z.array(z.string()),
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
      protection: z.object({ ground: z.string(), label: z.string(), note: z.string(), clause: z.string().nullable() }).nullable(),
      /** Where this entry was merged into another one: the one that stands for both. */
      mergedInto: z.object({ id, name: z.string() }).nullable(),
      /** Merges (合并) that this entry took part in, newest first. */
      merges: z.array(
        z.object({
          id,
          survivorId: id,
          survivorName: z.string(),
          mergedId: id,
          mergedName: z.string(),
          at: instant,
          by: z.string(),
          reason: z.string(),
          movedRows: z.number().int(),
          undoneAt: instant.nullable(),
          undoneBy: z.string().nullable(),
          undoneReason: z.string().nullable(),
          version,
        }),
      ),
      version,
    }),
  },
  /** The register of persons and organisations (人员和单位). */
  'people.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      words: z.string().max(60).default(''),
      kind: z.enum(['person', 'organisation']).nullable().default(null),
      only: z.enum(['all', 'protected', 'merged']).default('all'),
      ...paging,
    }),
    output: z.object({
      rows: z.array(
        personCard.extend({
          consultations: z.number().int(),
          applications: z.number().int(),
          cases: z.number().int(),
          mergedInto: z.object({ id, name: z.string() }).nullable(),
          createdAt: instant,
        }),
      ),
      total: z.number().int(),
    }),
  },
  /** Enters a person or an organisation outside any matter. */
  'people.create': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ person: personInput }),
    output: z.object({ id, version }),
  },
  /** The papers already issued that tell a person's address or phone: protecting the person does not change them. */
  'people.papersWithContact': {
    kind: 'query',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id }),
    output: z.array(
      z.object({
        id,
        title: z.string(),
        number: z.string().nullable(),
        issuedOn: isoDate,
        subjectKind: z.string(),
        subjectId: id,
      }),
    ),
  },
  /** Keeps a person's address and phone from papers and exports, or no longer (`ground` null). */
  'people.protect': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ id, ground: code.nullable(), note: z.string().trim().max(200).default(''), version }),
    output: z.object({ version }),
  },
  /** Two entries side by side, before they are merged. Numbers masked. */
  'people.mergePreview': {
    kind: 'query',
    roles: ['clerk', 'director'],
    input: z.strictObject({ survivorId: id, mergedId: id }),
    output: z.object({
      fields: z.array(
        z.object({
          field: z.enum(MERGE_FIELDS),
          label: z.string(),
          survivor: z.string().nullable(),
          merged: z.string().nullable(),
          isSame: z.boolean(),
        }),
      ),
      categories: z.array(z.string()),
      survivor: personCard.extend({
        version,
        consultations: z.number().int(),
        applications: z.number().int(),
        cases: z.number().int(),
      }),
      merged: personCard.extend({
        version,
        consultations: z.number().int(),
        applications: z.number().int(),
        cases: z.number().int(),
      }),
      /** Why a reason must be written, such as two different resident numbers; null where it may be left out. */
      reasonAsked: z.string().nullable(),
    }),
  },
  /** Makes one entry of two (合并): everything of the merged one moves under the survivor, field by field as chosen. */
  'people.merge': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      survivorId: id,
      survivorVersion: version,
      mergedId: id,
      mergedVersion: version,
      /** Left out: the survivor's, and the merged one's where the survivor has nothing. */
      keep: z.partialRecord(z.enum(MERGE_FIELDS), mergeSide).default({}),
      reason: z.string().trim().max(300).default(''),
    }),
    output: z.object({ mergeId: id, movedRows: z.number().int(), version }),
  },
  /** Takes a merge back (撤销合并): exactly the rows that it moved return; what came later stays with the survivor. */
  'people.unmerge': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({ mergeId: id, reason: text('撤销原因', 300), version }),
    output: z.object({ survivorId: id, mergedId: id, movedRows: z.number().int() }),
  },
  /** The whole certificate number, phone and addresses. Every look is written to the audit trail (操作日志). */
  'people.reveal': {
    kind: 'command',
    roles: ['clerk', 'director', 'archivist'],
    input: z.strictObject({ id, purpose: z.string().trim().max(100).default('核对身份') }),
    output: z.object({
      certificateNumber: z.string().nullable(),
      phone: z.string().nullable(),
      householdAddress: z.string().nullable(),
      address: z.string().nullable(),
    }),
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
      /** What became of the region's code (已撤销、曾名); null where it stands as it always stood. */
      regionNote: z.string().nullable(),
      /** The year as of which the region table names places; null where the number carries no region. */
      regionYear: z.number().int().nullable(),
    }),
  },
})

export type PersonCard = z.infer<typeof personCard>
export type HistoryRole = z.infer<typeof historyRole>
export type HistoryEntry = z.infer<typeof historyEntry>
