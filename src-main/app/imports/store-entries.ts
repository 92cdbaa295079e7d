import type { ImportEntry } from '../../domain/imports/entry.ts'
import type { RegisterKind } from '../../domain/imports/fields.ts'
import { insertMany } from '../../store/bulk-store.ts'
import { type EnteredNumber, enterNumbers } from '../../store/import-number-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { CommandContext } from '../context.ts'
import type { CheckedRegister } from './check-register.ts'
import { type ImportSteps, ROWS_AT_ONCE } from './import-steps.ts'
import { caseRow, consultationRow } from './new-rows.ts'
import { type NumberOfRow, numbersOf } from './number-rows.ts'
import { type PersonOfRow, storePeople } from './store-people.ts'

type NewEntry = { readonly entry: ImportEntry; readonly id: string; readonly person: PersonOfRow; readonly number: NumberOfRow }

/** Writes people, consultations or cases, and numbers of an import, puts them into the search index and notes what became of each row. */
export async function storeEntries(
  ctx: CommandContext,
  importId: string,
  register: RegisterKind,
  checked: CheckedRegister,
  steps: ImportSteps,
): Promise<{ readonly newPeople: number }> {
  const people = await storePeople(ctx, checked, steps)
  const numbers = await numbersOf(ctx, checked)
  const rows = checked.entries.map((entry): NewEntry => {
    const person = people.byRow.get(entry.row)
    const number = numbers.get(entry.row)
    if (!person || !number) throw new Error(`Row ${entry.row} has no person or number`)
    return { entry, id: ctx.newId(), person, number }
  })
  const consultantOf = register === 'consultation' ? await consultants(ctx) : () => ctx.actor.userId
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    await steps.take(some.length, register === 'consultation' ? '登记咨询' : '登记案件')
    if (register === 'consultation') await storeConsultations(ctx, importId, some, consultantOf)
    else await storeCases(ctx, importId, some)
  }
  await insertMany(
    ctx.trx,
    'imported_row',
    rows.map(({ entry, id, person, number }) => ({
      import_id: importId,
      row_number: entry.row,
      subject_kind: register,
      subject_id: id,
      person_id: person.id,
      made_person: person.isNew ? (1 as const) : (0 as const),
      number: number.text,
    })),
  )
  const entered = rows.map(
    ({ entry, id, number }): EnteredNumber => ({ ...number, subjectKind: register, subjectId: id, datedOn: entry.day }),
  )
  await enterNumbers(ctx.trx, entered, { at: ctx.now, by: ctx.actor.userId })
  await steps.index('person', people.newIds)
  await steps.index(
    register,
    rows.map(row => row.id),
  )
  return { newPeople: people.newIds.length }
}

/** The account of a consultant by name; whoever is no member of the staff any more stays a name in the old register. */
async function consultants(ctx: CommandContext): Promise<(name: string | null) => string> {
  const accounts = new Map((await listAccounts(ctx.db)).map(account => [account.name, account.id]))
  return name => accounts.get(name ?? '') ?? ctx.actor.userId
}

async function storeConsultations(
  ctx: CommandContext,
  importId: string,
  rows: readonly NewEntry[],
  consultantOf: (name: string | null) => string,
): Promise<void> {
  const registered = { by: ctx.actor.userId, at: ctx.now }
  await insertMany(
    ctx.trx,
    'consultation',
    rows.map(({ entry, id, person, number }) =>
      consultationRow(
        entry,
        { id, number: number.text, personId: person.id },
        { ...registered, consultantId: consultantOf(entry.consultant) },
      ),
    ),
  )
  await insertMany(
    ctx.trx,
    'imported_consultation',
    rows.map(({ entry, id }) => ({
      consultation_id: id,
      import_id: importId,
      consultant_name: entry.consultant,
      note: entry.note,
    })),
  )
}

async function storeCases(ctx: CommandContext, importId: string, rows: readonly NewEntry[]): Promise<void> {
  await insertMany(
    ctx.trx,
    'aid_case',
    rows.map(({ entry, id, person, number }) =>
      caseRow(entry, { id, number: number.text, personId: person.id }, ctx.inForce.version),
    ),
  )
  await insertMany(
    ctx.trx,
    'case_category',
    rows.flatMap(({ entry, id }) => entry.person.categories.map(category => ({ case_id: id, category }))),
  )
  await insertMany(
    ctx.trx,
    'imported_case',
    rows.map(({ entry, id }) => ({
      case_id: id,
      import_id: importId,
      provider_name: entry.providerName,
      handler_name: entry.handlerName,
      closing: entry.closing,
      archive_number: entry.archiveNumber,
      note: entry.note,
    })),
  )
}
