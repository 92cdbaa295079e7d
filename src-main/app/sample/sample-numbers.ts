import type { Insertable } from 'kysely'
import type { NumberLedgerTable, NumberSeriesTable } from '../../store/schema/numbers.ts'

/** Something that gets a number: when, in which series, and what writes the number's text. */
export type NumberWish = {
  readonly series: string
  readonly day: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly drawnAt: string
  readonly drawnBy: string
  readonly format: (year: number, seq: number) => string
  readonly give: (text: string) => void
}

/**
 * Gives numbers in the order of the days, as an office that worked through those years would have drawn them. Each series starts again
 * with each year.
 */
export function drawInOrder(wishes: readonly NumberWish[]): {
  readonly ledger: Insertable<NumberLedgerTable>[]
  readonly series: Insertable<NumberSeriesTable>[]
} {
  const last = new Map<string, { series: string; year: number; last_seq: number }>()
  const inOrder = [...wishes].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const ledger = inOrder.map(wish => {
    const year = Number(wish.day.slice(0, 4))
    const key = `${wish.series} ${year}`
    const counter = last.get(key) ?? { series: wish.series, year, last_seq: 0 }
    counter.last_seq += 1
    last.set(key, counter)
    const text = wish.format(year, counter.last_seq)
    wish.give(text)
    return {
      series: wish.series,
      year,
      seq: counter.last_seq,
      text,
      status: 'used' as const,
      subject_kind: wish.subjectKind,
      subject_id: wish.subjectId,
      drawn_at: wish.drawnAt,
      drawn_by: wish.drawnBy,
      void_reason: null,
      voided_at: null,
      voided_by: null,
    }
  })
  return { ledger, series: [...last.values()] }
}
