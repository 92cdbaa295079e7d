import { importPlan } from '../../contract/imports.ts'
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { columnLetters } from '../../domain/imports/cell.ts'
import { importFields } from '../../domain/imports/fields.ts'
import { findImport, listImportedRows, listImports } from '../../store/import-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'
import { importGround } from './import-lists.ts'
import { undoBlockers } from './undo-import.ts'

type Summary = OutputOf<'imports.list'>[number]

/** The imports so far (导入记录), newest first. */
export async function listAllImports({ db }: QueryContext): Promise<OutputOf<'imports.list'>> {
  return (await listImports(db)).map(row => summaryOf(row))
}

/** One import: how its file was read, what was left out, what it made, and whether it can still be undone. @throws Refusal NOT_FOUND. */
export async function describeImport(ctx: QueryContext, input: ParsedInputOf<'imports.get'>): Promise<OutputOf<'imports.get'>> {
  const row = await findImport(ctx.db, input.id)
  if (!row) throw notFound('导入记录')
  const plan = importPlan.parse(JSON.parse(row.plan))
  const fields = importFields(plan.register)
  const { lists } = importGround(ctx)
  const made = await listImportedRows(ctx.db, row.id, input)
  const isUndone = row.undone_at !== null
  return {
    ...summaryOf(row),
    sha256: row.sha256,
    columns: plan.columns.map(({ field, column }) => ({
      letters: columnLetters(column),
      label: fields.find(one => one.id === field)?.label ?? field,
    })),
    constants: plan.constants.map(({ field, value }) => {
      const known = fields.find(one => one.id === field)
      const list = known?.list ? lists[known.list] : []
      return { label: known?.label ?? field, value: list.find(one => one.code === value)?.label ?? value }
    }),
    excludedRows: plan.excluded,
    made: made.map(one => ({
      row: one.row_number,
      kind: one.subject_kind,
      id: one.subject_id,
      number: one.number,
      day: one.received_on ?? one.opened_on,
      personId: one.person_id,
      personName: one.person_name,
      isNewPerson: one.made_person === 1,
    })),
    blockers: isUndone ? [] : [...(await undoBlockers(ctx, row.id))].slice(0, 100),
  }
}

function summaryOf(row: Awaited<ReturnType<typeof listImports>>[number]): Summary {
  return {
    id: row.id,
    register: row.register,
    fileName: row.file_name,
    sheet: row.sheet,
    rows: row.row_count,
    newPeople: row.new_people,
    knownPeople: row.known_people,
    excluded: importPlan.parse(JSON.parse(row.plan)).excluded.length,
    warnings: row.warnings,
    importedAt: row.imported_at,
    importedBy: row.imported_by_name,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by_name,
    undoReason: row.undo_reason,
  }
}
