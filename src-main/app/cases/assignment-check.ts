import { type AssignmentFinding, type AssignmentVerdict, mayAssign } from '../../domain/assignment.ts'
import { type ConflictingCase, listConflictingCases } from '../../store/assignment-store.ts'
import type { StoredHandler } from '../../store/provider-store.ts'
import type { QueryContext } from '../context.ts'
import type { LoadedCase } from './load-case.ts'

/** Whether a handler may be assigned to a case: the first rule that refuses, those that warn, and whose cases stand against this one. */
export type Suitability = {
  readonly refusal: AssignmentFinding | null
  readonly warnings: readonly AssignmentFinding[]
  readonly conflicts: readonly string[]
}

/** Open cases that stand against this one (利益冲突), for `suitabilityOf`. */
export async function conflictsOf(ctx: Pick<QueryContext, 'db'>, one: LoadedCase): Promise<ConflictingCase[]> {
  return listConflictingCases(ctx.db, one.record)
}

/**
 * Holds a handler against the pack's assignment rules on a day. A conflict of the handler's own cases goes to the rules; one of a
 * colleague at the same provider is only told, for the office to judge.
 */
export function suitabilityOf(
  ctx: Pick<QueryContext, 'pack'>,
  one: LoadedCase,
  handler: Pick<StoredHandler, 'id' | 'handler'>,
  assignedOn: string,
  conflicting: readonly ConflictingCase[],
): Suitability {
  const own = conflicting.filter(other => other.handlerId === handler.id)
  const colleagues = conflicting.filter(
    other => other.handlerId !== handler.id && other.providerId === handler.handler.providerId,
  )
  const { kind, practisingSince, criminalDefenceSince } = handler.handler
  const verdict = mayAssign(
    { kind, practisingSince, criminalDefenceSince, conflicts: own.map(other => other.number) },
    one.facts,
    assignedOn,
    ctx.pack.assignmentRules,
  )
  return {
    refusal: firstRefusal(verdict),
    warnings: verdict.warnings,
    conflicts: [
      ...own.map(other => sentence(other, '本人')),
      ...colleagues.map(other => sentence(other, `同所 ${other.handlerName}`)),
    ],
  }
}

function firstRefusal(verdict: AssignmentVerdict): AssignmentFinding | null {
  return verdict.allowed ? null : (verdict.refusals[0] ?? null)
}

function sentence(other: ConflictingCase, who: string): string {
  return other.kind === 'person-is-opponent'
    ? `${who}正在办理 ${other.number}，本案受援人是该案对方当事人`
    : `${who}正在办理 ${other.number}，本案对方当事人是该案受援人`
}
