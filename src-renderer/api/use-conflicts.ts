import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { ConflictFinding, ConflictReason } from '../../src-main/contract/conflicts.ts'
import type { InputOf } from '../../src-main/contract/index.ts'
import { type ConflictsShown, reasonsToSend, unanswered } from '../ui/conflict-reasons.ts'
import { useAsk } from './use-ask.ts'

/** Pause in typing before the files are asked, in milliseconds. */
const PAUSE_MS = 300

export type ConflictQuestion = InputOf<'conflicts.check'>

/** Conflicts of interest (利益冲突) beside a form, with the reasons typed for going on. */
export type Conflicts = ConflictsShown & {
  /** How many still need a reason before the form can be sent. */
  readonly missing: number
  /** For `conflictReasons` of the command. */
  readonly toSend: readonly ConflictReason[]
  /** Reads again, after a refusal that named a conflict this form had not seen. */
  readonly again: () => void
}

/**
 * Asks who stands on the other side while a form is typed. Null asks nothing. The reasons belong to the form that shows them; those of
 * conflicts that are gone are kept in case they come back, and are not sent.
 */
export function useConflicts(question: ConflictQuestion | null): Conflicts {
  const [settled] = useDebouncedValue(JSON.stringify(question), PAUSE_MS)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const asked: ConflictQuestion | null = JSON.parse(settled)
  const ask = useAsk('conflicts.check', asked ?? { parties: [] }, { enabled: asked !== null, keep: true })
  const findings: readonly ConflictFinding[] = asked === null ? [] : (ask.data ?? [])
  return {
    findings,
    reasons,
    isAsked: asked !== null && ask.data !== undefined,
    setReason: (key, reason) => setReasons(all => ({ ...all, [key]: reason })),
    missing: unanswered(findings, reasons).length,
    toSend: reasonsToSend(findings, reasons),
    again: () => void ask.refetch(),
  }
}
