import type { ImportFieldId } from './fields.ts'

/** A fault of one row. `column` counts from 0, null where the whole row or a missing column is meant. An error stops the import, a warning does not. */
export type ImportFault = {
  readonly row: number
  readonly column: number | null
  readonly field: ImportFieldId | null
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/** The person of a row as read, certificate and phone in one form. */
export type ImportedPerson = {
  readonly name: string
  readonly sex: 'male' | 'female' | null
  readonly birthDate: string | null
  readonly certificateKind: string | null
  readonly certificateNumber: string | null
  readonly phone: string | null
  readonly householdAddress: string | null
  readonly address: string | null
  readonly categories: readonly string[]
}

/** One entry of an old register as read. What could not be read is null and has its fault. */
export type ImportEntry = {
  readonly row: number
  readonly isHidden: boolean
  /** The number as it stands in the register, null where there is none. */
  readonly number: {
    readonly text: string
    readonly year: number | null
    readonly seq: number
    readonly shape: string | null
  } | null
  readonly day: string | null
  readonly time: string | null
  readonly person: ImportedPerson
  readonly channel: string | null
  readonly matterType: string | null
  readonly stage: string | null
  readonly cause: string | null
  readonly opponentName: string | null
  readonly agency: string | null
  readonly content: string | null
  readonly answer: string | null
  readonly toldOfRight: boolean | null
  readonly outcome: string | null
  readonly consultant: string | null
  readonly providerName: string | null
  readonly handlerName: string | null
  readonly closedOn: string | null
  readonly closing: string | null
  readonly archiveNumber: string | null
  readonly note: string | null
}

/** What an entry says where its register says nothing (旧册未记载). */
export const NOT_RECORDED = '旧册未记载'
