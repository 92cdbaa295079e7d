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
      before: shown(row.before_json, row.subject_kind),
      after: shown(row.after_json, row.subject_kind),
    })),
  ),
  'audit.verify': query(async ({ db }) => {
    const result = await verifyAuditChain(db)
    return { ...result, isWhole: result.brokenAt === null }
  }),
}

/** Subjects whose addresses are no secret. */
const OFFICES: ReadonlySet<string> = new Set(['center', 'provider', 'handler'])

type Shown = OutputOf<'audit.list'>[number]['before']

/** What an entry kept, for the screen: the trail holds whole numbers as evidence, and nobody reads them there unasked. */
function shown(stored: string | null, subjectKind: string): Shown {
  const addresses = !OFFICES.has(subjectKind)
  return stored === null ? null : (maskParticulars(JSON.parse(stored), addresses) as Shown)
}
