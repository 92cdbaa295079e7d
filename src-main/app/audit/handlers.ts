import { listAuditEntries, verifyAuditChain } from '../../store/audit-store.ts'
import { type HandlersOf, query } from '../context.ts'

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
      before: row.before_json === null ? null : JSON.parse(row.before_json),
      after: row.after_json === null ? null : JSON.parse(row.after_json),
    })),
  ),
  'audit.verify': query(async ({ db }) => {
    const result = await verifyAuditChain(db)
    return { ...result, isWhole: result.brokenAt === null }
  }),
}
