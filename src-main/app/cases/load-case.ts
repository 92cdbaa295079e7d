import type { CaseFacts } from '../../domain/case-facts.ts'
import { type AssignmentRecord, listAssignments } from '../../store/assignment-store.ts'
import { type CaseRecord, findCase, listSupplementDays } from '../../store/case-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound, stale } from '../refusal.ts'
import { caseFactsOf } from './case-facts.ts'

/** A case with what its rules need: every assignment, the one that stands, the days of 补正, and the facts that rules may ask for. */
export type LoadedCase = {
  readonly record: CaseRecord
  readonly assignments: readonly AssignmentRecord[]
  readonly assignment: AssignmentRecord | null
  readonly supplements: Awaited<ReturnType<typeof listSupplementDays>>
  readonly facts: CaseFacts
}

/** Loads a case. @throws Refusal NOT_FOUND. */
export async function loadCase(ctx: Pick<QueryContext, 'db' | 'pack'>, id: string): Promise<LoadedCase> {
  const record = await findCase(ctx.db, id)
  if (!record) throw notFound('案件')
  const assignments = await listAssignments(ctx.db, id)
  const supplements = record.application ? await listSupplementDays(ctx.db, record.application.id) : []
  const assignment = assignments.find(one => one.endedOn === null) ?? null
  return { record, assignments, assignment, supplements, facts: caseFactsOf(record, { assignments, supplements }, ctx.pack) }
}

/** Loads a case for a change on the version that the person saw. @throws Refusal NOT_FOUND, STALE. */
export async function loadCaseForChange(
  ctx: Pick<QueryContext, 'db' | 'pack'>,
  id: string,
  version: number,
): Promise<LoadedCase> {
  const loaded = await loadCase(ctx, id)
  if (loaded.record.version !== version) throw stale('案件', loaded.record.version)
  return loaded
}
