import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { sha256Hex } from './keyring.ts'
import type { Database } from './schema.ts'

export type AuditFacts = {
  readonly at: string
  readonly actorId: string
  readonly operation: string
  readonly subjectKind: string
  readonly subjectId: string
  /** One line for the person who reads the trail. */
  readonly summary: string
  readonly before: unknown
  readonly after: unknown
}

const FIRST_HASH = '0'.repeat(64)
const PAGE = 2_000

/** Appends one entry to the audit trail (操作日志). Each entry's hash covers its content and the hash before it. */
export async function appendAuditEntry(trx: Transaction<Database>, facts: AuditFacts): Promise<void> {
  const last = await trx.selectFrom('audit_entry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: facts.at,
    actor_id: facts.actorId,
    operation: facts.operation,
    subject_kind: facts.subjectKind,
    subject_id: facts.subjectId,
    summary: facts.summary,
    before_json: facts.before === null || facts.before === undefined ? null : JSON.stringify(facts.before),
    after_json: facts.after === null || facts.after === undefined ? null : JSON.stringify(facts.after),
    previous_hash: last?.hash ?? FIRST_HASH,
  }
  await trx
    .insertInto('audit_entry')
    .values({ ...row, hash: hashEntry(row) })
    .execute()
}

/** Hash of one entry, lower-case hex: SHA-256 over its fields in a fixed order. */
export function hashEntry(row: {
  readonly seq: number
  readonly at: string
  readonly actor_id: string
  readonly operation: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly summary: string
  readonly before_json: string | null
  readonly after_json: string | null
  readonly previous_hash: string
}): string {
  return sha256Hex(
    JSON.stringify([
      row.previous_hash,
      row.seq,
      row.at,
      row.actor_id,
      row.operation,
      row.subject_kind,
      row.subject_id,
      row.summary,
      row.before_json,
      row.after_json,
    ]),
  )
}

/** Walks the whole chain. `brokenAt` is the number of the first entry that does not fit, or null. */
export async function verifyAuditChain(
  db: ReadonlyKysely<Database>,
): Promise<{ entries: number; brokenAt: number | null; headHash: string }> {
  let previous = FIRST_HASH
  let expected = 1
  for (;;) {
    const rows = await db.selectFrom('audit_entry').selectAll().where('seq', '>=', expected).orderBy('seq').limit(PAGE).execute()
    for (const row of rows) {
      if (row.seq !== expected || row.previous_hash !== previous || hashEntry(row) !== row.hash) {
        return { entries: expected - 1, brokenAt: expected, headHash: previous }
      }
      previous = row.hash
      expected += 1
    }
    if (rows.length < PAGE) return { entries: expected - 1, brokenAt: null, headHash: previous }
  }
}

/** The trail, newest first, with the actors' names. */
export async function listAuditEntries(
  db: ReadonlyKysely<Database>,
  filter: { readonly subjectId: string | null; readonly before: number | null; readonly limit: number },
) {
  let query = db
    .selectFrom('audit_entry as e')
    .leftJoin('user_account as u', 'u.id', 'e.actor_id')
    .select([
      'e.seq',
      'e.at',
      'u.name as actor_name',
      'e.operation',
      'e.subject_kind',
      'e.subject_id',
      'e.summary',
      'e.before_json',
      'e.after_json',
    ])
    .orderBy('e.seq', 'desc')
    .limit(filter.limit)
  if (filter.subjectId !== null) query = query.where('e.subject_id', '=', filter.subjectId)
  if (filter.before !== null) query = query.where('e.seq', '<', filter.before)
  return query.execute()
}

/** Who changed one of these subjects last, and when, or undefined. */
export async function findLastChange(db: ReadonlyKysely<Database>, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return undefined
  return db
    .selectFrom('audit_entry as e')
    .innerJoin('user_account as u', 'u.id', 'e.actor_id')
    .select(['u.name as by', 'e.at'])
    .where('e.subject_id', 'in', subjectIds)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The number of the newest entry, which is also how many there are. */
export async function countAuditEntries(db: ReadonlyKysely<Database>): Promise<number> {
  const row = await db.selectFrom('audit_entry').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}
