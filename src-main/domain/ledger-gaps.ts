/** A statement (空号说明) that explains the missing numbers from `first` to `last`. */
export type Explained = { readonly first: number; readonly last: number }

/** Neighbouring numbers that the ledger does not hold, with the statement that explains them; null when nothing does. */
export type Gap<Statement> = { readonly first: number; readonly last: number; readonly statement: Statement | null }

/**
 * The numbers (编号) of a series that no row of the ledger accounts for (空号): those from 1 up to the counter that are missing, in runs
 * of one explanation. `held` may be in any order; where statements overlap the first one counts.
 */
export function gapsOf<Statement extends Explained>(
  held: readonly number[],
  statements: readonly Statement[],
  counter: number,
): readonly Gap<Statement>[] {
  const known = new Set(held)
  const highest = held.reduce((most, one) => Math.max(most, one), counter)
  const gaps: { first: number; last: number; statement: Statement | null }[] = []
  for (let seq = 1; seq <= highest; seq += 1) {
    if (known.has(seq)) continue
    const statement = statements.find(({ first, last }) => first <= seq && seq <= last) ?? null
    const before = gaps.at(-1)
    if (before && before.last === seq - 1 && before.statement === statement) before.last = seq
    else gaps.push({ first: seq, last: seq, statement })
  }
  return gaps
}
