import { formatNumber, type NumberCodes, seriesBranches } from './numbering.ts'
import type { NumberSeries } from './rule-pack/rule-pack.ts'

/** What a count of a series gives next (示例), and its numbers on both sides of New Year. */
export type NumberExample = {
  readonly label: string
  /** The words that tell it from the other counts; empty for a series with one count. */
  readonly word: string
  readonly next: readonly [string, string, string]
  readonly turn: readonly [string, string]
}

/** Examples of a series after its `last` count of a year; at most `most` of its counts. */
export function exampleNumbers(
  series: NumberSeries,
  codes: NumberCodes,
  at: { readonly short: string; readonly year: number; readonly last: number },
  most = 7,
): readonly NumberExample[] {
  const { short, year, last } = at
  return seriesBranches(series, codes)
    .slice(0, most)
    .map(({ label, words }) => {
      const write = (ofYear: number, seq: number) => formatNumber(series, { ...words, short, year: ofYear, seq })
      return {
        label,
        word: [words.kind, words.stage, words.letter].filter(word => word !== '').join(' '),
        next: [write(year, last + 1), write(year, last + 2), write(year, last + 3)],
        turn: [write(year, last + 3), write(year + 1, series.reset === 'yearly' ? 1 : last + 4)],
      }
    })
}
