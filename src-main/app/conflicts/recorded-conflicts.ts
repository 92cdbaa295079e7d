import type { ConflictFinding } from '../../contract/conflicts.ts'
import { type CaseRecord, findCase } from '../../store/case-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'
import { findMatterConflicts } from './find-matter-conflicts.ts'
import { partiesOfApplication, partiesOfCase } from './matter-parties.ts'

/** The conflicts (利益冲突) of an application as recorded. @throws Refusal NOT_FOUND. */
export async function conflictsOfApplication(ctx: QueryContext, id: string): Promise<ConflictFinding[]> {
  const parties = await partiesOfApplication(ctx, id)
  return findMatterConflicts(ctx, { parties, except: { applicationId: id, caseId: null }, handlerId: null })
}

/** The conflicts of a case, with a handler also that handler's. @throws Refusal NOT_FOUND. */
export async function conflictsOfCase(ctx: QueryContext, id: string, handlerId: string | null): Promise<ConflictFinding[]> {
  const record = await findCase(ctx.db, id)
  if (!record) throw notFound('案件')
  return conflictsOfCaseRecord(ctx, record, handlerId)
}

/** The same for a case that has been read. */
export async function conflictsOfCaseRecord(
  ctx: QueryContext,
  record: CaseRecord,
  handlerId: string | null,
): Promise<ConflictFinding[]> {
  const except = { applicationId: record.application?.id ?? null, caseId: record.id }
  return findMatterConflicts(ctx, { parties: await partiesOfCase(ctx, record), except, handlerId })
}
