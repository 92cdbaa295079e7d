import { formatNumber } from '../numbering.ts'
import type { NumberSeries } from '../rule-pack/rule-pack.ts'
import type { ImportEntry, ImportFault } from './entry.ts'
import { bareNumber } from './number.ts'

/** Where a number stands in the ledger (编号登记簿). `seq` null: still to be drawn in that year, since the register gives none. */
export type LedgerPlace = {
  readonly row: number
  readonly series: string
  readonly year: number
  readonly seq: number | null
  readonly text: string | null
}

/** Numbers of an old register whose form is not the pack's own are counted in a series of their own, named by their form. */
export const OLD_SERIES = 'old:'

export type NumberingGround = {
  readonly series: NumberSeries
  readonly short: string
  /** The word (民 刑 …) for a kind of matter. */
  readonly kindWordOf: (matterType: string) => string
}

/**
 * Gives every entry its place in the ledger, in its true year: a number written by the pack's form, whatever its brackets, and a bare count
 * stand in the pack's own series; any other form is a series of its own, so that two old counts do not collide. A number that stands twice
 * in the file is an error at each of its rows; one whose year is not that of the day is a warning.
 */
export function placeNumbers(
  entries: readonly ImportEntry[],
  ground: NumberingGround,
): { readonly places: readonly LedgerPlace[]; readonly faults: readonly ImportFault[] } {
  const faults: ImportFault[] = []
  const places: LedgerPlace[] = []
  const firstRow = new Map<string, number>()
  for (const entry of entries) {
    const year = entry.number?.year ?? (entry.day === null ? null : Number(entry.day.slice(0, 4)))
    if (year === null) continue
    const place = placeOf(entry, year, ground)
    places.push(place)
    const fault = (severity: ImportFault['severity'], message: string) =>
      faults.push({ row: entry.row, column: null, field: 'number', severity, message })
    if (place.seq === null) {
      fault('warning', '没有编号，导入时按日期补编')
      continue
    }
    if (entry.day !== null && year !== Number(entry.day.slice(0, 4))) fault('warning', `编号是 ${year} 年的，日期是 ${entry.day}`)
    const key = `${place.series} ${place.year} ${place.seq}`
    const before = firstRow.get(key)
    if (before === undefined) firstRow.set(key, entry.row)
    else fault('error', `编号 ${place.text ?? ''} 与第 ${before} 行重复`)
  }
  return { places, faults }
}

/** The text of a number of the pack's own series. */
export function numberText(ground: NumberingGround, matterType: string | null, year: number, seq: number): string {
  const kind = ground.series.perKind && matterType !== null ? ground.kindWordOf(matterType) : ''
  return formatNumber(ground.series, { short: ground.short, kind, year, seq })
}

function placeOf(entry: ImportEntry, year: number, ground: NumberingGround): LedgerPlace {
  const { series, short } = ground
  const kind = series.perKind && entry.matterType !== null ? ground.kindWordOf(entry.matterType) : ''
  const own = {
    row: entry.row,
    series: kind === '' ? series.id : `${series.id}:${kind}`,
    year: series.reset === 'never' ? 0 : year,
  }
  const { number } = entry
  if (!number) return { ...own, seq: null, text: null }
  const text = number.shape === null ? formatNumber(series, { short, kind, year, seq: number.seq }) : number.text
  const ownShape = series.pattern.replace('{short}', short).replace('{kind}', kind)
  if (number.shape === null || bareNumber(number.shape) === bareNumber(ownShape)) return { ...own, seq: number.seq, text }
  return { row: entry.row, series: `${OLD_SERIES}${number.shape}`, year, seq: number.seq, text }
}
