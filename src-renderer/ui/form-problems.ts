/** What is wrong with a form: a sentence for each field's name. The order is that of the form. */
export type Problems = Readonly<Record<string, string>>

/** One wrong field as the bar under the form tells it. */
export type ShownProblem = { readonly name: string; readonly message: string }

/**
 * The problems to show now: those of fields that were left once, all of them after a try to save, and what the core refused.
 * A field is meant by its own name or by a longer path that begins with it (`members` covers `members.0.name`).
 */
export function shownProblems(
  all: Problems,
  seen: { readonly touched: ReadonlySet<string>; readonly isTried: boolean; readonly refused: Problems },
): Problems {
  const own = Object.entries(all).filter(([name]) => seen.isTried || isTouched(name, seen.touched))
  return { ...Object.fromEntries(own), ...seen.refused }
}

function isTouched(name: string, touched: ReadonlySet<string>): boolean {
  if (touched.has(name)) return true
  const parts = name.split('.')
  return parts.some((_, index) => touched.has(parts.slice(0, index).join('.')))
}

/** Leaves out what was refused about a field that has been changed since. */
export function withoutChanged(refused: Problems, changed: readonly string[]): Problems {
  return Object.fromEntries(
    Object.entries(refused).filter(([name]) => !changed.some(field => name === field || name.startsWith(`${field}.`))),
  )
}

/** 还有 2 项要改：联系电话、案由. Names the first two. */
export function problemLine(problems: Problems, labelOf: (name: string) => string): string {
  const names = [...new Set(Object.keys(problems).map(labelOf))]
  const named = names.slice(0, 2).join('、')
  return `还有 ${names.length} 项要改：${named}${names.length > 2 ? ' 等' : ''}`
}

/** The problems under the form's own field names; of two on one field the first stays. */
export function renamedProblems(problems: Problems, nameOf: (path: string) => string): Problems {
  const renamed: Record<string, string> = {}
  for (const [path, message] of Object.entries(problems)) renamed[nameOf(path)] ??= message
  return renamed
}
