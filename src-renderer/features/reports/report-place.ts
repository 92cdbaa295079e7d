import type { InputOf, OutputOf } from '../../../src-main/contract/index.ts'
import { formatYuan } from '../../ui/money-text.ts'

export type Period = InputOf<'reports.compute'>['period']
export type Report = OutputOf<'reports.compute'>
export type ReportRow = Report['sections'][number]['rows'][number]

/** Where the reader stands: a period, and the figure that is open. It lives in the address, so that 后退 works. */
export type Place = { readonly period: Period; readonly row: string | null }

const KINDS: readonly Period['kind'][] = ['month', 'quarter', 'year']
const LAST_INDEX: Readonly<Record<Period['kind'], number>> = { month: 12, quarter: 4, year: 1 }

/** Reads the place from a query; a missing or odd part falls back to the month of `today`. */
export function placeOf(query: string, today: string): Place {
  const asked = new URLSearchParams(query)
  const kind = KINDS.find(one => one === asked.get('kind')) ?? 'month'
  const year = wholeNumber(asked.get('year'), 1990, 2100) ?? Number(today.slice(0, 4))
  const index = wholeNumber(asked.get('index'), 1, LAST_INDEX[kind]) ?? currentIndex(kind, today)
  return { period: { kind, year, index }, row: asked.get('row') }
}

/** The address of a place. */
export function pathOf(place: Place): string {
  const { kind, year, index } = place.period
  const query = new URLSearchParams({ kind, year: String(year), index: String(index) })
  if (place.row !== null) query.set('row', place.row)
  return `/reports?${query}`
}

/** The period before or after, across the end of a year. */
export function neighbourPeriod(period: Period, step: 1 | -1): Period {
  const last = LAST_INDEX[period.kind]
  const index = period.index + step
  if (index < 1) return { ...period, year: period.year - 1, index: last }
  if (index > last) return { ...period, year: period.year + 1, index: 1 }
  return { ...period, index }
}

/** The period of another kind that holds the last month of this one. */
export function samePlaceAs(period: Period, kind: Period['kind']): Period {
  const month = period.kind === 'month' ? period.index : period.kind === 'quarter' ? period.index * 3 : 12
  const index = kind === 'month' ? month : kind === 'quarter' ? Math.ceil(month / 3) : 1
  return { kind, year: period.year, index }
}

/** A figure as it is read: counts with separators, 元 with two decimals, a share with one; — where there is nothing to share. */
export function figureText(row: Pick<ReportRow, 'unit' | 'value'>): string {
  if (row.value === null) return '—'
  if (row.unit === '元') return formatYuan(row.value)
  if (row.unit === '%') return row.value.toFixed(1)
  return String(row.value).replace(/\B(?=(\d{3})+$)/g, ',')
}

function currentIndex(kind: Period['kind'], today: string): number {
  const month = Number(today.slice(5, 7))
  return kind === 'month' ? month : kind === 'quarter' ? Math.ceil(month / 3) : 1
}

function wholeNumber(text: string | null, least: number, most: number): number | null {
  const number = Number(text)
  return text !== null && Number.isInteger(number) && number >= least && number <= most ? number : null
}
