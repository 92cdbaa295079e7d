/**
 * The numbers (编号) of a series that no row of the ledger accounts for (空号): those from 1 up to the highest drawn that are missing.
 * `drawn` may be in any order. The counter and the ledger are written together, so a gap means that a row came from elsewhere.
 */
export function missingNumbers(drawn: readonly number[]): readonly number[] {
  const known = new Set(drawn)
  const highest = drawn.reduce((most, one) => Math.max(most, one), 0)
  const missing: number[] = []
  for (let seq = 1; seq < highest; seq += 1) if (!known.has(seq)) missing.push(seq)
  return missing
}
