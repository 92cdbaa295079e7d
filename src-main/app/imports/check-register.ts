import type { RegisterSheet } from '../../domain/imports/cell.ts'
import type { ImportFault } from '../../domain/imports/entry.ts'
import { importFields } from '../../domain/imports/fields.ts'
import { type LedgerPlace, type NumberingGround, placeNumbers } from '../../domain/imports/numbers.ts'
import { type KnownPerson, type RowPerson, recognisePeople } from '../../domain/imports/people.ts'
import type { ImportPlan } from '../../domain/imports/plan.ts'
import { type ReadRegister, readRows } from '../../domain/imports/rows.ts'
import { MOST_REGISTER_ROWS } from '../../papers/imports/read-register.ts'
import { getCenter } from '../../store/center-store.ts'
import { IMPORT_UNDONE, type LedgerLine, listTakenNumbers } from '../../store/import-number-store.ts'
import { listLikelyPeople } from '../../store/import-store.ts'
import type { QueryContext } from '../context.ts'
import { FieldProblems, OLD_RECORDS } from '../field-problems.ts'
import { importGround } from './import-lists.ts'

/** A register read, checked within itself and against what the center holds. */
export type CheckedRegister = ReadRegister & {
  readonly places: ReadonlyMap<number, LedgerPlace>
  readonly people: ReadonlyMap<number, RowPerson>
  readonly known: ReadonlyMap<string, KnownPerson>
  readonly numbering: NumberingGround
}

const SUBJECTS: Readonly<Record<string, string>> = { consultation: '咨询', case: '案件', application: '申请' }

/** Reads a sheet by its plan and finds every fault; nothing is stored. @throws Refusal VALIDATION for a plan that makes no sense. */
export async function checkRegister(
  ctx: Pick<QueryContext, 'db' | 'pack' | 'today'>,
  sheet: RegisterSheet,
  plan: ImportPlan,
): Promise<CheckedRegister> {
  checkPlan(ctx, plan, sheet)
  const read = readRows(sheet, plan, importGround(ctx))
  const numbering = await numberingGround(ctx, plan)
  const numbers = placeNumbers(read.entries, numbering)
  const known = await listLikelyPeople(ctx.db, {
    names: read.entries.map(entry => entry.person.name),
    certificates: read.entries.flatMap(entry => entry.person.certificateNumber ?? []),
    ids: plan.people.flatMap(choice => choice.personId ?? []),
  })
  const { people, faults: personFaults } = recognisePeople(read.entries, known, plan.people)
  const taken = await takenNumbers(ctx, numbers.places)
  const columnOf = (fault: ImportFault) => plan.columns.find(one => one.field === fault.field)?.column ?? null
  const faults = [...read.faults, ...numbers.faults, ...taken.faults, ...personFaults]
    .map(fault => ({ ...fault, column: fault.column ?? columnOf(fault) }))
    .sort((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1))
  return {
    ...read,
    faults,
    places: new Map(numbers.places.map(place => [place.row, { ...place, text: taken.kept.get(place.row) ?? place.text }])),
    people: new Map(people.map(person => [person.row, person])),
    known: new Map(known.map(person => [person.id, person])),
    numbering,
  }
}

function checkPlan(ctx: Pick<QueryContext, 'pack' | 'today'>, plan: ImportPlan, sheet: RegisterSheet): void {
  const problems = new FieldProblems(OLD_RECORDS)
  const fields = importFields(plan.register)
  const { lists } = importGround(ctx)
  const labelOf = (id: string) => fields.find(field => field.id === id)?.label ?? id
  for (const [index, { field, column }] of plan.columns.entries()) {
    const path = ['plan', 'columns', index]
    problems.note(!fields.some(one => one.id === field), path, '这种台账没有这一项')
    problems.note(column >= sheet.width, path, `${labelOf(field)}对应的列不在表里`)
    problems.note(plan.columns.findIndex(one => one.field === field) < index, path, `${labelOf(field)}只能对应一列`)
    problems.note(plan.columns.findIndex(one => one.column === column) < index, path, '一列只能对应一项')
  }
  for (const field of fields.filter(one => one.need === 'must'))
    problems.note(!plan.columns.some(one => one.field === field.id), ['plan', 'columns'], `请指出哪一列是${field.label}`)
  for (const [index, { field, value }] of plan.constants.entries()) {
    const known = fields.find(one => one.id === field)
    const path = ['plan', 'constants', index]
    problems.note(!known?.mayBeConstant, path, `${labelOf(field)}不能用固定值`)
    if (known?.list) problems.entryOf(lists[known.list], value, path, known.label)
  }
  for (const [index, { field, code }] of plan.values.entries()) {
    const list = fields.find(one => one.id === field)?.list
    if (list && code !== null) problems.entryOf(lists[list], code, ['plan', 'values', index], labelOf(field))
  }
  const last = sheet.rows.at(-1)?.number ?? 0
  problems.note(plan.headerRow + plan.headerRows > last, ['plan', 'headerRow'], '表头下面没有内容')
  const entries = sheet.rows.filter(row => row.number >= plan.headerRow + plan.headerRows).length
  problems.note(
    entries > MOST_REGISTER_ROWS,
    ['plan', 'sheet'],
    `表里有 ${entries} 行，一次最多 ${MOST_REGISTER_ROWS} 行，请分年另存后分次导入`,
  )
  problems.refuseIfAny()
}

async function numberingGround(ctx: Pick<QueryContext, 'db' | 'pack'>, plan: ImportPlan): Promise<NumberingGround> {
  const series = ctx.pack.numberSeries.find(one => one.id === plan.register)
  if (!series) throw new Error(`The rule pack has no number series ${plan.register}`)
  const { shortName } = await getCenter(ctx.db)
  return {
    series,
    short: shortName,
    kindWordOf: matterType => ctx.pack.codes.matterTypes.find(type => type.code === matterType)?.numberWord ?? '',
  }
}

/**
 * Numbers that the center has used or voided. Those of an undone import are free for the same register, as the ledger has written them:
 * `kept` says how, by row.
 */
async function takenNumbers(
  ctx: Pick<QueryContext, 'db'>,
  places: readonly LedgerPlace[],
): Promise<{ readonly faults: readonly ImportFault[]; readonly kept: ReadonlyMap<number, string> }> {
  const numbered = places.filter(place => place.seq !== null)
  const lines = await listTakenNumbers(
    ctx.db,
    numbered,
    numbered.flatMap(place => place.text ?? []),
  )
  const byPlace = new Map(lines.map(line => [`${line.series} ${line.year} ${line.seq}`, line]))
  // One line may be found by its place and by its text: it must be one object in both.
  const byText = new Map([...byPlace.values()].map(line => [line.text, line]))
  const kept = new Map<number, string>()
  const faults = numbered.flatMap(place => {
    const atPlace = byPlace.get(`${place.series} ${place.year} ${place.seq}`)
    const sameText = byText.get(place.text ?? '')
    const isFree = (one: LedgerLine | undefined) => !one || (one === atPlace && one.void_reason === IMPORT_UNDONE)
    const line = isFree(atPlace) ? sameText : atPlace
    if (atPlace && isFree(atPlace)) kept.set(place.row, atPlace.text)
    if (!line || isFree(line)) return []
    const what =
      line.status === 'void'
        ? `编号 ${line.text} 已作废（${line.void_reason ?? ''}）`
        : line.status === 'reserved'
          ? `编号 ${line.text} 在预留的号段里，请先撤回预留`
          : `编号 ${line.text} 中心已使用（${SUBJECTS[line.subject_kind] ?? '其他'}）`
    return [{ row: place.row, column: null, field: 'number' as const, severity: 'error' as const, message: what }]
  })
  return { faults, kept }
}
