import { CASE } from './case-fields.ts'
import { CONSULTATION } from './consultation-fields.ts'

/** The old registers (旧台账) that can be brought in: consultations (咨询) and cases (案件). */
export const REGISTER_KINDS = ['consultation', 'case'] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** The lists of codes that a column's words stand for. */
export type ImportList = 'channels' | 'consultationOutcomes' | 'matterTypes' | 'stages' | 'personCategories' | 'sex' | 'yesNo'

/** What a column may be taken for. */
export const IMPORT_FIELDS = [
  'number',
  'day',
  'time',
  'name',
  'sex',
  'birthDate',
  'certificateNumber',
  'phone',
  'householdAddress',
  'address',
  'categories',
  'channel',
  'matterType',
  'stage',
  'cause',
  'opponentName',
  'agency',
  'content',
  'answer',
  'toldOfRight',
  'outcome',
  'consultant',
  'providerName',
  'handlerName',
  'closedOn',
  'closing',
  'archiveNumber',
  'note',
] as const
export type ImportFieldId = (typeof IMPORT_FIELDS)[number]

/**
 * A field of a register. `need`: must – every row needs its own; choose – every row needs one, from its column or as one value for the whole
 * file; may – left empty where the register has none. `list` says that its words are codes. `words` are the heads (表头) it is known by, the
 * surest first; a head that holds one of `not` is never taken for it.
 */
export type ImportField = {
  readonly id: ImportFieldId
  readonly label: string
  readonly need: 'must' | 'choose' | 'may'
  readonly longest: number
  readonly list: ImportList | null
  /** Whether one value may stand for every row. */
  readonly mayBeConstant: boolean
  readonly words: readonly string[]
  readonly not: readonly string[]
}

/** The fields of a register, in the order in which a screen shows them. */
export function importFields(register: RegisterKind): readonly ImportField[] {
  return register === 'consultation' ? CONSULTATION : CASE
}
