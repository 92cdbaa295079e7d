import type { Fault } from './schema-faults.ts'

type Dated = { readonly id: string; readonly from: string; readonly to: string | null }

/** Tables that are chosen by date: a range that runs backwards, or two that cover the same day (both ends belong to a range). */
export function dateRangeFaults(tables: readonly Dated[], path: readonly (string | number)[], what: string): Fault[] {
  const reversed = tables.flatMap((table, index): Fault[] =>
    table.to !== null && table.to < table.from
      ? [{ path: [...path, index, 'to'], message: `${what}“${table.id}”的止期 ${table.to} 早于起期 ${table.from}` }]
      : [],
  )
  const inOrder = tables.map((table, index) => ({ table, index })).sort((a, b) => (a.table.from < b.table.from ? -1 : 1))
  const overlapping = inOrder.flatMap(({ table, index }, place): Fault[] => {
    const earlier = inOrder.slice(0, place).find(one => one.table.to === null || one.table.to >= table.from)
    return earlier
      ? [{ path: [...path, index, 'from'], message: `${what}“${table.id}”与“${earlier.table.id}”的起止日期重叠` }]
      : []
  })
  return [...reversed, ...overlapping]
}
