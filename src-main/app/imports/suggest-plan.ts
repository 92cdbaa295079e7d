import { importPlan } from '../../contract/imports.ts'
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { cellText, columnLetters, type RegisterSheet } from '../../domain/imports/cell.ts'
import { importFields, type RegisterKind } from '../../domain/imports/fields.ts'
import { findHeader, type HeaderPlace, headersOf, suggestColumns } from '../../domain/imports/header.ts'
import type { ImportPlan } from '../../domain/imports/plan.ts'
import { FAULT_HEAD } from '../../papers/imports/fault-copy.ts'
import { findMapping, findStandingImports } from '../../store/import-store.ts'
import { sha256Hex } from '../../store/keyring.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { readPickedRegister } from './picked-register.ts'

/** Rows of the sheet that are shown to find the head by eye, and cells shown of a column. */
const TOP_ROWS = 12
const SAMPLES = 3
const LONGEST_SAMPLE = 60

/** Reads a picked register and proposes how to take it: as a register of this shape was taken before, else by its heads. Stores nothing. */
export async function readAndSuggest(
  ctx: CommandContext,
  input: ParsedInputOf<'imports.read'>,
): Promise<OutputOf<'imports.read'>> {
  const picked = await readPickedRegister(ctx, input.handle)
  const sheet = input.sheet === null ? likeliestSheet(picked.sheets) : picked.sheets.find(one => one.name === input.sheet)
  if (!sheet) throw invalid(['sheet'], `文件里没有工作表“${input.sheet ?? ''}”`)
  const place = headOf(sheet, input)
  const headers = headersOf(sheet, place)
  const { plan, isRemembered } = await planFor(ctx, sheet, place, headers, input.register)
  const below = sheet.rows.filter(row => row.number >= place.row + place.rows)
  const earlier = await findStandingImports(ctx.db, picked.sha256)
  return {
    name: picked.name,
    sha256: picked.sha256,
    sheets: picked.sheets.map(one => ({ name: one.name, rows: one.rows.length, isHidden: one.isHidden })),
    top: sheet.rows.slice(0, TOP_ROWS).map(row => ({
      row: row.number,
      isHead: row.number >= place.row && row.number < place.row + place.rows,
      isHidden: row.isHidden,
      cells: Array.from({ length: sheet.width }, (_, column) => shortened(cellText(row.cells[column]))),
    })),
    columns: headers.map((head, column) => ({
      column,
      letters: columnLetters(column),
      head,
      samples: below
        .map(row => shortened(cellText(row.cells[column])))
        .filter(text => text !== '')
        .slice(0, SAMPLES),
    })),
    plan,
    isRemembered,
    earlier: earlier.map(one => ({ id: one.id, importedAt: one.imported_at, importedBy: one.imported_by_name })),
  }
}

/** The name under which the shape of a register is remembered: its heads in their order, without the column of faults that we add ourselves. */
export function shapeOf(sheet: RegisterSheet, place: HeaderPlace): string {
  return sha256Hex(JSON.stringify(headersOf(sheet, place).filter(head => head !== '' && head !== FAULT_HEAD)))
}

function likeliestSheet(sheets: readonly RegisterSheet[]): RegisterSheet | undefined {
  const visible = sheets.filter(sheet => !sheet.isHidden)
  const choices = visible.length > 0 ? visible : sheets
  return choices.find(sheet => findHeader(sheet) !== null) ?? choices[0]
}

function headOf(sheet: RegisterSheet, input: ParsedInputOf<'imports.read'>): HeaderPlace {
  const found = findHeader(sheet) ?? { row: sheet.rows[0]?.number ?? 1, rows: 1 }
  if (input.headerRow === null) return { row: found.row, rows: input.headerRows ?? found.rows }
  return { row: input.headerRow, rows: input.headerRows ?? (input.headerRow === found.row ? found.rows : 1) }
}

async function planFor(
  ctx: Pick<QueryContext, 'db'>,
  sheet: RegisterSheet,
  place: HeaderPlace,
  headers: readonly string[],
  register: RegisterKind | null,
): Promise<{ readonly plan: OutputOf<'imports.read'>['plan']; readonly isRemembered: boolean }> {
  const at = { sheet: sheet.name, headerRow: place.row, headerRows: place.rows }
  const remembered = await findMapping(ctx.db, shapeOf(sheet, place), register)
  const known = remembered === null ? null : importPlan.safeParse(JSON.parse(remembered))
  if (known?.success) return { plan: { ...known.data, ...at }, isRemembered: true }
  const suggested = suggestColumns(headers, register)
  return {
    plan: {
      ...at,
      register: suggested.register,
      columns: suggested.columns.map(one => ({ ...one })),
      constants: [],
      values: [],
      excluded: [],
      people: [],
    },
    isRemembered: false,
  }
}

/** What of a plan holds for the next register of the same shape: not the rows left out or the people chosen in this one. */
export function planToRemember(plan: ImportPlan): ImportPlan {
  const fields = importFields(plan.register)
  return { ...plan, values: plan.values.filter(one => fields.some(field => field.id === one.field)), excluded: [], people: [] }
}

function shortened(text: string): string {
  return text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text
}
