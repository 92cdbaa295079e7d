/** The parts in which two states of one thing differ, for the audit trail's before and after. Null when they do not differ. */
export function changedParts<Facts extends Readonly<Record<string, unknown>>>(
  before: Facts,
  after: Facts,
): { readonly before: Partial<Facts>; readonly after: Partial<Facts> } | null {
  const keys = Object.keys(after).filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  if (keys.length === 0) return null
  const only = (facts: Facts) => Object.fromEntries(keys.map(key => [key, facts[key]])) as Partial<Facts>
  return { before: only(before), after: only(after) }
}
