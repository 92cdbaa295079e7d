import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { cellText, columnLetters, type RegisterSheet } from '../../domain/imports/cell.ts'
import type { ImportEntry, ImportFault } from '../../domain/imports/entry.ts'
import { importFields } from '../../domain/imports/fields.ts'
import type { RowPerson } from '../../domain/imports/people.ts'
import type { ImportPlan } from '../../domain/imports/plan.ts'
import type { SkippedRow } from '../../domain/imports/skipped.ts'
import { maskCertificate, maskPhone } from '../../domain/masking.ts'
import type { JobContext } from '../context.ts'
import { type CheckedRegister, checkRegister } from './check-register.ts'
import { readSameRegister, sheetNamed } from './picked-register.ts'

type Tried = OutputOf<'imports.tryOut'>
type TriedRow = Tried['rows'][number]

/** Why a row below the head is no entry, in words. */
export const SKIP_WORDS: Readonly<Record<SkippedRow['why'], string>> = {
  total: '合计行',
  'head-again': '重复的表头',
  heading: '分段标题',
  foot: '表尾',
}

/** The dry run (试导入): what would be stored, who each person is, and every fault. Stores nothing. */
export async function tryOut(ctx: JobContext, input: ParsedInputOf<'imports.tryOut'>): Promise<Tried> {
  ctx.progress(0, 2, '读取文件')
  const picked = await readSameRegister(ctx, input)
  await breathe()
  ctx.progress(1, 2, '逐行检查')
  const sheet = sheetNamed(picked, input.plan.sheet)
  const checked = await checkRegister(ctx, sheet, input.plan)
  const rows = rowsOf(checked, sheet, input.plan).filter(row => isShown(row, input.show))
  const labels = labelsOf(input.plan)
  return {
    counts: countsOf(checked),
    words: checked.words.map(word => ({ ...word, label: labels.get(word.field) ?? word.field })),
    skipped: checked.skipped.map(({ row, why }) => ({ row, why: SKIP_WORDS[why] })),
    rows: rows.slice(input.offset, input.offset + input.limit),
    total: rows.length,
  }
}

/** Lets other work in between, so that a job can be cancelled. */
export async function breathe(): Promise<void> {
  await new Promise<void>(resolve => setImmediate(resolve))
}

/** How many errors, warnings, people … a checked register has. */
export function countsOf(checked: CheckedRegister): Tried['counts'] {
  const of = (severity: ImportFault['severity']) => checked.faults.filter(fault => fault.severity === severity)
  const rowsOfFaults = (faults: readonly ImportFault[]) => new Set(faults.map(fault => fault.row)).size
  const people = [...checked.people.values()]
  const [errors, warnings] = [of('error'), of('warning')]
  return {
    rows: checked.entries.length,
    errors: errors.length,
    errorRows: rowsOfFaults(errors),
    warnings: warnings.length,
    warningRows: rowsOfFaults(warnings),
    excluded: checked.excluded.length,
    skipped: checked.skipped.length,
    blank: checked.blankRows,
    hidden: checked.hiddenRows,
    newPeople: new Set(people.flatMap(one => (one.kind === 'new' ? one.key : []))).size,
    knownPeople: new Set(people.flatMap(one => (one.kind === 'known' ? one.personId : []))).size,
    toNumber: [...checked.places.values()].filter(place => place.seq === null).length,
  }
}

function rowsOf(checked: CheckedRegister, sheet: RegisterSheet, plan: ImportPlan): readonly TriedRow[] {
  const labels = labelsOf(plan)
  const faultsOf = new Map<number, TriedRow['faults']>()
  for (const fault of checked.faults) {
    const list = faultsOf.get(fault.row) ?? []
    list.push({
      ...fault,
      column: fault.column === null ? null : columnLetters(fault.column),
      label: fault.field === null ? null : (labels.get(fault.field) ?? null),
    })
    faultsOf.set(fault.row, list)
  }
  const entries = checked.entries.map(entry => ({
    row: entry.row,
    number: checked.places.get(entry.row)?.text ?? null,
    day: entry.day,
    name: entry.person.name,
    certificateMasked: entry.person.certificateNumber === null ? null : maskCertificate(entry.person.certificateNumber),
    phoneMasked: entry.person.phone === null ? null : maskPhone(entry.person.phone),
    matterType: entry.matterType,
    cause: entry.cause,
    person: personOf(entry, checked),
    excludedReason: null,
    faults: faultsOf.get(entry.row) ?? [],
  }))
  const excluded = plan.excluded.filter(one => checked.excluded.includes(one.row)).map(one => excludedRow(sheet, plan, one))
  return [...entries, ...excluded].sort((a, b) => a.row - b.row)
}

function excludedRow(sheet: RegisterSheet, plan: ImportPlan, one: ImportPlan['excluded'][number]): TriedRow {
  const cells = sheet.rows.find(row => row.number === one.row)?.cells ?? []
  const textOf = (field: 'number' | 'name' | 'cause') => {
    const column = plan.columns.find(mapped => mapped.field === field)?.column
    return column === undefined ? '' : cellText(cells[column])
  }
  return {
    row: one.row,
    number: textOf('number') || null,
    day: null,
    name: textOf('name'),
    certificateMasked: null,
    phoneMasked: null,
    matterType: null,
    cause: textOf('cause') || null,
    person: null,
    excludedReason: one.reason,
    faults: [],
  }
}

function personOf(entry: ImportEntry, checked: CheckedRegister): TriedRow['person'] {
  const person = checked.people.get(entry.row)
  if (!person) return null
  return { kind: person.kind, personId: person.kind === 'known' ? person.personId : null, why: whyOf(person) }
}

function whyOf(person: RowPerson): string {
  if (person.kind === 'known')
    return { certificate: '已登记，证件号码相同', phone: '已登记，姓名和电话相同', chosen: '已登记，由您选定' }[person.why]
  return {
    first: '新登记',
    chosen: '新登记，由您选定',
    certificate: `与第 ${person.key} 行同一人（证件号码）`,
    phone: `与第 ${person.key} 行同一人（姓名和电话）`,
  }[person.why]
}

function isShown(row: TriedRow, show: ParsedInputOf<'imports.tryOut'>['show']): boolean {
  switch (show) {
    case 'all':
      return true
    case 'errors':
      return row.faults.some(fault => fault.severity === 'error')
    case 'warnings':
      return row.faults.some(fault => fault.severity === 'warning')
    case 'known':
      return row.person !== null && row.person.why !== '新登记'
    case 'excluded':
      return row.excludedReason !== null
    default:
      return show satisfies never
  }
}

function labelsOf(plan: ImportPlan): ReadonlyMap<string, string> {
  return new Map(importFields(plan.register).map(field => [field.id, field.label]))
}
