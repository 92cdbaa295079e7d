import { numberText } from '../../domain/imports/numbers.ts'
import { type EnteredNumber, lastSeqOf } from '../../store/import-number-store.ts'
import type { CommandContext } from '../context.ts'
import type { CheckedRegister } from './check-register.ts'

export type NumberOfRow = Pick<EnteredNumber, 'series' | 'year' | 'seq' | 'text'>

/** The number of each row; rows without one get the next of their year, in the order of their days, above every number of the file. */
export async function numbersOf(
  ctx: Pick<CommandContext, 'db'>,
  checked: CheckedRegister,
): Promise<ReadonlyMap<number, NumberOfRow>> {
  const numbers = new Map<number, NumberOfRow>()
  const highest = new Map<string, number>()
  const bookOf = (place: { readonly series: string; readonly year: number }) => `${place.series} ${place.year}`
  for (const place of checked.places.values()) {
    if (place.seq === null || place.text === null) continue
    numbers.set(place.row, { series: place.series, year: place.year, seq: place.seq, text: place.text })
    highest.set(bookOf(place), Math.max(highest.get(bookOf(place)) ?? 0, place.seq))
  }
  const open = checked.entries
    .filter(entry => !numbers.has(entry.row))
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || a.row - b.row)
  for (const entry of open) {
    const place = checked.places.get(entry.row)
    if (!place || entry.day === null) throw new Error(`Row ${entry.row} has no place in the ledger`)
    const book = bookOf(place)
    const last =
      highest.get(`${book} drawn`) ?? Math.max(highest.get(book) ?? 0, await lastSeqOf(ctx.db, place.series, place.year))
    const seq = last + 1
    highest.set(`${book} drawn`, seq)
    const text = numberText(checked.numbering, entry.matterType, Number(entry.day.slice(0, 4)), seq)
    numbers.set(entry.row, { series: place.series, year: place.year, seq, text })
  }
  return numbers
}
