import { z } from 'zod'
import { IMPORT_FIELDS, REGISTER_KINDS } from '../domain/imports/fields.ts'
import { code, fileHandle, id, instant, isoDate, nothing, paging, text } from './common.ts'
import { defineOperations } from './operation.ts'

const register = z.enum(REGISTER_KINDS)
const field = z.enum(IMPORT_FIELDS)
const rowNumber = z.number().int().min(1).max(1_048_576)
const columnIndex = z.number().int().min(0).max(99)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const word = z.string().min(1).max(4000)

/** How a register's file is to be read (导入方案). */
export const importPlan = z.strictObject({
  register,
  sheet: z.string().max(255),
  headerRow: rowNumber,
  headerRows: z.number().int().min(1).max(3),
  columns: z.array(z.strictObject({ field, column: columnIndex })).max(100),
  constants: z.array(z.strictObject({ field, value: code })).max(50),
  values: z.array(z.strictObject({ field, word, code: code.nullable() })).max(5000),
  excluded: z.array(z.strictObject({ row: rowNumber, reason: text('排除原因', 100) })).max(20_000),
  people: z.array(z.strictObject({ row: rowNumber, personId: id.nullable() })).max(20_000),
})
export type ImportPlanInput = z.infer<typeof importPlan>

const fault = z.object({
  row: z.number().int(),
  /** The column's letters at the sheet's edge; null where the row as a whole is meant. */
  column: z.string().nullable(),
  field: field.nullable(),
  /** What the column was taken for, in words. */
  label: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
})

const earlier = z.object({ id, importedAt: instant, importedBy: z.string() })

const counts = z.object({
  /** Entries that would be stored. */
  rows: z.number().int(),
  errors: z.number().int(),
  errorRows: z.number().int(),
  warnings: z.number().int(),
  warningRows: z.number().int(),
  excluded: z.number().int(),
  skipped: z.number().int(),
  blank: z.number().int(),
  hidden: z.number().int(),
  newPeople: z.number().int(),
  knownPeople: z.number().int(),
  /** Entries without a number of their own, which get one on import. */
  toNumber: z.number().int(),
})

const triedRow = z.object({
  row: z.number().int(),
  number: z.string().nullable(),
  day: isoDate.nullable(),
  name: z.string(),
  certificateMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  matterType: z.string().nullable(),
  cause: z.string().nullable(),
  /** Null for a row that is left out. */
  person: z
    .object({
      kind: z.enum(['known', 'new']),
      personId: id.nullable(),
      /** Why this person: 证件号码相同, 姓名和电话相同, 第 5 行同一人 … */
      why: z.string(),
    })
    .nullable(),
  excludedReason: z.string().nullable(),
  faults: z.array(fault),
})

const importSummary = z.object({
  id,
  register,
  fileName: z.string(),
  sheet: z.string(),
  rows: z.number().int(),
  newPeople: z.number().int(),
  knownPeople: z.number().int(),
  excluded: z.number().int(),
  warnings: z.number().int(),
  importedAt: instant,
  importedBy: z.string(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
})

const desk = ['clerk', 'director'] as const
/** The file that was picked, and that it is still the one that was read. */
const pickedFile = { handle: fileHandle, sha256 }

/** Bringing in old registers (旧台账导入): read, map, try out, store, look back, undo. */
export const importOperations = defineOperations({
  /** Writes the workbook (模板) that a center can fill in, with notes. */
  'imports.template': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ register, handle: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
  /** Reads a picked file and proposes how to take it. Sheet, head and register may be named where the proposal was wrong. Stores nothing. */
  'imports.read': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      handle: fileHandle,
      register: register.nullable().default(null),
      sheet: z.string().max(255).nullable().default(null),
      headerRow: rowNumber.nullable().default(null),
      headerRows: z.number().int().min(1).max(3).nullable().default(null),
    }),
    output: z.object({
      name: z.string(),
      sha256,
      sheets: z.array(z.object({ name: z.string(), rows: z.number().int(), isHidden: z.boolean() })),
      /** The first rows of the sheet as they stand, to find the head by eye. */
      top: z.array(z.object({ row: z.number().int(), isHead: z.boolean(), isHidden: z.boolean(), cells: z.array(z.string()) })),
      columns: z.array(
        z.object({ column: z.number().int(), letters: z.string(), head: z.string(), samples: z.array(z.string()) }),
      ),
      plan: importPlan,
      /** Whether the plan is the one that was used for a register of this shape before. */
      isRemembered: z.boolean(),
      /** Earlier imports of this very file that still stand. */
      earlier: z.array(earlier),
    }),
  },
  /** The dry run (试导入): every fault by row and column, who each person is, what would be stored. Stores nothing. */
  'imports.tryOut': {
    kind: 'job',
    roles: desk,
    input: z.strictObject({
      ...pickedFile,
      plan: importPlan,
      show: z.enum(['all', 'errors', 'warnings', 'known', 'excluded']).default('all'),
      ...paging,
    }),
    output: z.object({
      counts,
      words: z.array(
        z.object({ field, label: z.string(), word: z.string(), count: z.number().int(), code: z.string().nullable() }),
      ),
      skipped: z.array(z.object({ row: z.number().int(), why: z.string() })),
      rows: z.array(triedRow),
      total: z.number().int(),
    }),
  },
  /** Writes the faults into a copy of the person's own workbook, each row's in a column 错误 at its end. */
  'imports.exportFaults': {
    kind: 'job',
    roles: desk,
    input: z.strictObject({ ...pickedFile, plan: importPlan, target: fileHandle }),
    output: z.object({ bytes: z.number().int(), rows: z.number().int() }),
  },
  /** Stores every row or none. `acceptsRepeat` says that this very file may come in once more. */
  'imports.commit': {
    kind: 'job',
    roles: desk,
    input: z.strictObject({ ...pickedFile, plan: importPlan, acceptsRepeat: z.boolean().default(false) }),
    output: z.object({ id, rows: z.number().int(), newPeople: z.number().int(), knownPeople: z.number().int() }),
  },
  /** The imports so far (导入记录), newest first. */
  'imports.list': { kind: 'query', roles: 'staff', input: nothing, output: z.array(importSummary) },
  'imports.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id, ...paging }),
    output: importSummary.extend({
      sha256,
      /** How the columns were taken: head’s letters and field in words. */
      columns: z.array(z.object({ letters: z.string(), label: z.string() })),
      constants: z.array(z.object({ label: z.string(), value: z.string() })),
      excludedRows: z.array(z.object({ row: z.number().int(), reason: z.string() })),
      made: z.array(
        z.object({
          row: z.number().int(),
          kind: z.enum(['consultation', 'case']),
          id,
          number: z.string(),
          day: isoDate.nullable(),
          personId: id,
          personName: z.string().nullable(),
          isNewPerson: z.boolean(),
        }),
      ),
      /** Why the import can no longer be undone, row by row; empty while it can. */
      blockers: z.array(z.object({ row: z.number().int(), number: z.string(), message: z.string() })),
    }),
  },
  /** Writes the kept source file (原件) to a picked place. */
  'imports.exportSource': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ id, target: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
  /** Takes a whole import back (导入撤销), as long as nothing has been built on it. */
  'imports.undo': {
    kind: 'job',
    roles: desk,
    input: z.strictObject({ id, reason: text('撤销原因', 200) }),
    output: z.object({ rows: z.number().int(), people: z.number().int() }),
  },
})
