import { collidingSeries } from '../../src-main/domain/number-collisions.ts'
import { patternProblems } from '../../src-main/domain/number-pattern.ts'
import type { NumberCodes } from '../../src-main/domain/numbering.ts'
import type { NumberSeries } from '../../src-main/domain/rule-pack/rule-pack.ts'

/** What is wrong with a series among the others of its pack, as sentences; empty when it can be signed. */
export function seriesProblems(
  value: NumberSeries,
  others: readonly NumberSeries[],
  codes: NumberCodes,
  short: string,
): readonly string[] {
  const problems = patternProblems(value)
  if (problems.length > 0) return problems
  const nameOf = (id: string) => others.find(one => one.id === id)?.label ?? id
  return collidingSeries([value, ...others.filter(one => one.id !== value.id)], codes, short)
    .filter(({ first }) => first === value.id)
    .map(({ second, example }) =>
      second === value.id ? `不同类型会得出同样的号，如 ${example}` : `与“${nameOf(second)}”会得出同样的号，如 ${example}`,
    )
}
