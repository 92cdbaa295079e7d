import { useState } from 'react'
import { mergeStale, type StaleChoice, type StaleField, type StaleRow, staleRows } from './stale-merge.ts'

/** A record as it was opened: its content in the form and its version. */
export type Opened<Values> = { readonly values: Values; readonly version: number }

export type StaleSave<Values> = {
  /** The rows of the dialog while a late save waits; null when none does. */
  readonly rows: readonly StaleRow[] | null
  /** Holds a late save against what is stored now. */
  readonly hold: (opened: Values, mine: Values, theirs: Opened<Values>) => void
  /** The content to save on top of theirs, as chosen, and the version it stands on. */
  readonly merged: (choice: StaleChoice) => Opened<Values> | null
  /** What is stored now, when the person gives their own changes up. */
  readonly theirs: Opened<Values> | null
  readonly close: () => void
}

/** A save that came too late: keeps the three states until the person has chosen. Nothing is merged silently. */
export function useStaleSave<Values extends object>(fields: readonly StaleField<Values>[]): StaleSave<Values> {
  const [held, setHeld] = useState<{
    readonly mine: Values
    readonly theirs: Opened<Values>
    readonly rows: readonly StaleRow[]
  } | null>(null)
  return {
    rows: held?.rows ?? null,
    hold: (opened, mine, theirs) => setHeld({ mine, theirs, rows: staleRows(fields, { opened, theirs: theirs.values, mine }) }),
    merged: choice =>
      held && {
        values: mergeStale(held.rows, choice, { theirs: held.theirs.values, mine: held.mine }),
        version: held.theirs.version,
      },
    theirs: held?.theirs ?? null,
    close: () => setHeld(null),
  }
}
