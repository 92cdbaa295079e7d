/** One field of a form that somebody else saved in the meantime. */
export type StaleRow = {
  readonly key: string
  readonly label: string
  readonly kind: 'conflict' | 'theirs' | 'mine'
  /** As the form was opened, as they saved it, and as it stands here; in words for people. */
  readonly opened: string
  readonly theirs: string
  readonly mine: string
}

export type StaleField<Values> = {
  readonly key: keyof Values & string
  readonly label: string
  /** The value in words, e.g. 2,760.00 or 农民工、妇女. */
  readonly words: (values: Values) => string
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
}

/**
 * Compares three states of a form field by field. A field only one side changed is theirs or mine; changed by both to unlike
 * values it is a conflict; like values and untouched fields are left out. Conflicts come first.
 */
export function staleRows<Values extends object>(
  fields: readonly StaleField<Values>[],
  states: { readonly opened: Values; readonly theirs: Values; readonly mine: Values },
): readonly StaleRow[] {
  const rows = fields.flatMap((field): readonly StaleRow[] => {
    const opened = states.opened[field.key]
    const theirs = states.theirs[field.key]
    const mine = states.mine[field.key]
    const theyChanged = !same(opened, theirs)
    const iChanged = !same(opened, mine)
    if ((!theyChanged && !iChanged) || same(theirs, mine)) return []
    const kind = theyChanged && iChanged ? 'conflict' : theyChanged ? 'theirs' : 'mine'
    return [
      {
        key: field.key,
        label: field.label,
        kind,
        opened: field.words(states.opened),
        theirs: field.words(states.theirs),
        mine: field.words(states.mine),
      },
    ]
  })
  return [...rows.filter(row => row.kind === 'conflict'), ...rows.filter(row => row.kind !== 'conflict')]
}

export type StaleChoice = Readonly<Record<string, 'theirs' | 'mine'>>

/** The conflicts nobody has chosen for yet. A conflict has no default. */
export function openConflicts(rows: readonly StaleRow[], choice: StaleChoice): readonly StaleRow[] {
  return rows.filter(row => row.kind === 'conflict' && choice[row.key] === undefined)
}

/**
 * The form's values to save: theirs as the ground, with every field that only I changed, and each conflict as chosen.
 * Throws when a conflict is still open, because nothing may be merged silently.
 */
export function mergeStale<Values extends object>(
  rows: readonly StaleRow[],
  choice: StaleChoice,
  states: { readonly theirs: Values; readonly mine: Values },
): Values {
  if (openConflicts(rows, choice).length > 0) throw new Error('a conflicting field has no choice yet')
  const chosen = rows.filter(row => (row.kind === 'conflict' ? choice[row.key] === 'mine' : row.kind === 'mine'))
  const mine = new Map<string, unknown>(Object.entries(states.mine))
  return { ...states.theirs, ...Object.fromEntries(chosen.map(row => [row.key, mine.get(row.key)])) }
}
