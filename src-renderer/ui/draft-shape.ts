/**
 * Reads a stored draft into the shape of a form: each field of `ground` is taken from the draft when it is of the same kind (a field
 * that is null in `ground` takes text, truth values, and null). Null when the draft is not of this form at all.
 */
export function draftOf<Values extends object>(ground: Values, content: unknown): Values | null {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null
  const stored = new Map<string, unknown>(Object.entries(content))
  const fields = Object.entries(ground)
  if (!fields.some(([key]) => stored.has(key))) return null
  const taken = fields.map(([key, value]) => [key, fits(value, stored.get(key)) ? stored.get(key) : value] as const)
  return { ...ground, ...Object.fromEntries(taken) }
}

function fits(ground: unknown, value: unknown): boolean {
  if (value === undefined) return false
  if (value === null || ground === null) return value === null || typeof value === 'string' || typeof value === 'boolean'
  if (Array.isArray(ground)) return Array.isArray(value)
  return typeof value === typeof ground
}

/** A record that is being changed: as it was opened, with its version, and as it stands in the form. */
export type EditStart<Values> = {
  readonly opened: { readonly values: Values; readonly version: number }
  readonly values: Values
}

/** A record just opened, before anything is typed. */
export function editStart<Values>(values: Values, version: number): EditStart<Values> {
  return { opened: { values, version }, values }
}

/**
 * Reads the stored draft of a change. It keeps what it was written upon, so that a save is still seen as late when somebody else saved
 * in the meantime. Null when it is not of this form.
 */
export function editDraftOf<Values extends object>(ground: EditStart<Values>, content: unknown): EditStart<Values> | null {
  if (typeof content !== 'object' || content === null || !('values' in content) || !('opened' in content)) return null
  const { opened } = content
  if (typeof opened !== 'object' || opened === null || !('version' in opened) || !('values' in opened)) return null
  const before = draftOf(ground.values, opened.values)
  const values = draftOf(ground.values, content.values)
  if (before === null || values === null || typeof opened.version !== 'number') return null
  return { opened: { values: before, version: opened.version }, values }
}
