import type { OutputOf } from '../../contract/index.ts'
import { listAuditEntries, verifyAuditChain } from '../../store/audit-store.ts'
import { type HandlersOf, query } from '../context.ts'
import { maskParticulars } from '../people/masking.ts'

/** The audit trail (操作日志): who did what, when, before and after. */
export const auditHandlers: HandlersOf<'audit'> = {
  'audit.list': query(async ({ db }, filter) =>
    (await listAuditEntries(db, filter)).map(row => ({
      seq: row.seq,
      at: row.at,
      actor: row.actor_name ?? '（已删除）',
      operation: row.operation,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      summary: row.summary,
      before: shown(row.before_json),
      after: shown(row.after_json),
    })),
  ),
  'audit.verify': query(async ({ db }) => {
    const result = await verifyAuditChain(db)
    return { ...result, isWhole: result.brokenAt === null }
  }),
}

type Shown = OutputOf<'audit.list'>[number]['before']

/** What an entry kept, for the screen: the trail holds whole numbers as evidence, and nobody reads them there unasked. */
function shown(stored: string | null): Shown {
  return stored === null ? null : (maskParticulars(JSON.parse(stored)) as Shown)
}
