import type { z } from 'zod'
import type { Problems } from './form-problems.ts'

/**
 * What the contract's schema refuses about an input, by the names of the form's fields. `nameOf` turns a path of the input
 * (`person.name`) into the form's field. Fields listed in `missing` that are empty get that sentence instead of the schema's.
 */
export function contractProblems(
  schema: z.ZodType,
  input: unknown,
  nameOf: (path: string) => string,
  missing: Problems = {},
): Problems {
  const parsed = schema.safeParse(input)
  const problems: Record<string, string> = { ...missing }
  if (parsed.success) return problems
  for (const issue of parsed.error.issues) {
    const name = nameOf(issue.path.join('.'))
    problems[name] ??= issue.message
  }
  return problems
}
