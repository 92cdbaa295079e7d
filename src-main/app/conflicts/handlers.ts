import { listAssignments } from '../../store/assignment-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { invalid } from '../refusal.ts'
import { findMatterConflicts } from './find-matter-conflicts.ts'
import { onceEach, partiesTyped } from './matter-parties.ts'
import { conflictsOfApplication, conflictsOfCase } from './recorded-conflicts.ts'
import { requireReasons } from './require-reasons.ts'

/** Conflicts of interest (利益冲突): asked for while typing, and reasons given afterwards. */
export const conflictHandlers: HandlersOf<'conflicts'> = {
  'conflicts.check': query(async (ctx, { applicationId, caseId, parties, handlerId }) => {
    if (parties !== null) {
      const typed = onceEach(await partiesTyped(ctx, parties))
      return findMatterConflicts(ctx, { parties: typed, except: { applicationId, caseId }, handlerId })
    }
    if (caseId !== null) return conflictsOfCase(ctx, caseId, handlerId)
    return applicationId === null ? [] : conflictsOfApplication(ctx, applicationId)
  }),
  'conflicts.acknowledge': command(async (ctx, { subject, reasons }) => {
    const findings =
      subject.kind === 'application'
        ? await conflictsOfApplication(ctx, subject.id)
        : await conflictsOfCase(
            ctx,
            subject.id,
            (await listAssignments(ctx.db, subject.id)).find(one => one.endedOn === null)?.handlerId ?? null,
          )
    const known = new Set(findings.map(one => one.key))
    const unknown = reasons.findIndex(one => !known.has(one.key))
    if (unknown !== -1) throw invalid(['reasons', unknown, 'key'], '这项冲突现在查不到，请刷新后再填')
    const wanted = new Set(reasons.map(one => one.key))
    const asked = findings.filter(one => wanted.has(one.key))
    return { acknowledged: await requireReasons(ctx, subject, asked, reasons) }
  }),
}
