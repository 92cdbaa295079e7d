import type { ConflictFinding, ConflictReason } from '../../src-main/contract/conflicts.ts'

/** What a conflict panel needs of its form. */
export type ConflictsShown = {
  readonly findings: readonly ConflictFinding[]
  /** Whether the files have been asked at all: nothing found is an answer only then. */
  readonly isAsked: boolean
  /** Typed reasons (处理理由) by the finding's key. */
  readonly reasons: Readonly<Record<string, string>>
  readonly setReason: (key: string, reason: string) => void
}

/** Conflicts that ask for a reason, have none on file and none typed. */
export function unanswered(
  findings: readonly ConflictFinding[],
  reasons: Readonly<Record<string, string>>,
): readonly ConflictFinding[] {
  return findings.filter(
    one => one.isCurrent && one.severity === 'reason' && one.acknowledgement === null && (reasons[one.key] ?? '').trim() === '',
  )
}

/** The typed reasons of conflicts that show now and have none on file. */
export function reasonsToSend(
  findings: readonly ConflictFinding[],
  reasons: Readonly<Record<string, string>>,
): readonly ConflictReason[] {
  return findings.flatMap(one => {
    const reason = (reasons[one.key] ?? '').trim()
    return one.isCurrent && one.acknowledgement === null && reason !== '' ? [{ key: one.key, reason }] : []
  })
}

/** One reason for all that still lack one. */
export function sameForAll(
  findings: readonly ConflictFinding[],
  reasons: Readonly<Record<string, string>>,
  reason: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(unanswered(findings, reasons).map(one => [one.key, reason]))
}
