import type { ImportFieldId, RegisterKind } from './fields.ts'
import type { MappedColumn } from './header.ts'

/** What one word of a coded column stands for; null leaves it unrecognised. */
export type MappedValue = { readonly field: ImportFieldId; readonly word: string; readonly code: string | null }
/** A row left out on purpose (排除), with the reason. */
export type ExcludedRow = { readonly row: number; readonly reason: string }
/** Who the person of a row is, decided by hand: a known person, or null for a new one. */
export type PersonChoice = { readonly row: number; readonly personId: string | null }

/** How a register's file is to be read (导入方案): the sheet, its head, what each column stands for and what was decided by hand. */
export type ImportPlan = {
  readonly register: RegisterKind
  readonly sheet: string
  readonly headerRow: number
  readonly headerRows: number
  readonly columns: readonly MappedColumn[]
  /** One value for every row that has none of its own (固定值); a code where the field has a list. */
  readonly constants: readonly { readonly field: ImportFieldId; readonly value: string }[]
  readonly values: readonly MappedValue[]
  readonly excluded: readonly ExcludedRow[]
  readonly people: readonly PersonChoice[]
}
