import type { ImportEntry } from '../../domain/imports/entry.ts'
import { insertMany } from '../../store/bulk-store.ts'
import type { CommandContext } from '../context.ts'
import type { CheckedRegister } from './check-register.ts'
import { type ImportSteps, ROWS_AT_ONCE } from './import-steps.ts'
import { mergedPerson, personRow } from './new-rows.ts'

/** The person of a row, and whether this import made them. */
export type PersonOfRow = { readonly id: string; readonly isNew: boolean }

/** Registers the new people of a register, each once, and says who the person of every row is. */
export async function storePeople(
  ctx: CommandContext,
  checked: CheckedRegister,
  steps: ImportSteps,
): Promise<{ readonly byRow: ReadonlyMap<number, PersonOfRow>; readonly newIds: readonly string[] }> {
  const entryOf = new Map(checked.entries.map(entry => [entry.row, entry]))
  const rowsOfNew = new Map<number, ImportEntry[]>()
  for (const person of checked.people.values()) {
    const entry = entryOf.get(person.row)
    if (person.kind !== 'new' || !entry) continue
    rowsOfNew.set(person.key, [...(rowsOfNew.get(person.key) ?? []), entry])
  }
  const newIds = new Map([...rowsOfNew.keys()].map(key => [key, ctx.newId()]))
  const people = [...rowsOfNew].map(([key, entries]) => ({
    id: newIds.get(key) ?? '',
    person: mergedPerson(entries.map(entry => entry.person)),
  }))
  for (let from = 0; from < people.length; from += ROWS_AT_ONCE) {
    const some = people.slice(from, from + ROWS_AT_ONCE)
    await steps.take(some.length, '登记人员')
    await insertMany(
      ctx.trx,
      'person',
      some.map(({ id, person }) => personRow(id, person, ctx.now)),
    )
    await insertMany(
      ctx.trx,
      'person_category',
      some.flatMap(({ id, person }) => person.categories.map(category => ({ person_id: id, category }))),
    )
  }
  const byRow = new Map(
    [...checked.people.values()].map((person): readonly [number, PersonOfRow] => [
      person.row,
      person.kind === 'known' ? { id: person.personId, isNew: false } : { id: newIds.get(person.key) ?? '', isNew: true },
    ]),
  )
  return { byRow, newIds: [...newIds.values()] }
}
