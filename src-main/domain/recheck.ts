import { percentOfFen } from './money.ts'
import type { RecheckRules } from './rule-pack/hardship.ts'

/** How many of `population` are drawn: the pack's share, rounded up, but at least its number, and never more than there are. */
export function sampleSize(population: number, { percent, atLeast }: Pick<RecheckRules, 'percent' | 'atLeast'>): number {
  return Math.min(population, Math.max(percentOfFen(population, percent, 'up'), atLeast))
}

/**
 * Draws a sample that anybody can draw again: the numbers in the order of a hash over seed and number, the first `size` of them.
 * `hashOf` is a cryptographic hash in hex.
 */
export function drawSample<Item extends { readonly number: string }>(
  items: readonly Item[],
  size: number,
  seed: string,
  hashOf: (text: string) => string,
): readonly Item[] {
  return items
    .map(item => ({ item, rank: hashOf(`${seed}|${item.number}`) }))
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    .slice(0, size)
    .map(({ item }) => item)
}
