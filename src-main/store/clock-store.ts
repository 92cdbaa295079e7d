import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ClockCancellationTable } from './schema/rules.ts'
import type { Database } from './schema.ts'

/** What a clock (期限) runs on. */
export type ClockKey = { readonly limit: string; readonly kind: ClockCancellationTable['subject_kind']; readonly id: string }

/** A clock cancelled with a reason (撤销期限), and, once it runs again, who restored it. */
export type ClockCancellation = {
  readonly id: string
  readonly limit: string
  readonly subjectKind: ClockCancellationTable['subject_kind']
  readonly subjectId: string
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly restored: { readonly by: string; readonly at: string; readonly reason: string } | null
}

/** Every cancellation of some subjects' clocks, oldest first. */
export async function listCancellations(
  db: ReadonlyKysely<Database>,
  kind: ClockKey['kind'],
  subjectIds: readonly string[],
): Promise<ClockCancellation[]> {
  if (subjectIds.length === 0) return []
  const rows = await db
    .selectFrom('clock_cancellation as x')
    .innerJoin('user_account as u', 'u.id', 'x.cancelled_by')
    .leftJoin('user_account as r', 'r.id', 'x.restored_by')
    .select([
      'x.id',
      'x.limit_id',
      'x.subject_kind',
      'x.subject_id',
      'x.reason',
      'u.name as by_name',
      'x.cancelled_at',
      'r.name as restored_by_name',
      'x.restored_at',
      'x.restore_reason',
    ])
    .where('x.subject_id', 'in', subjectIds)
    .where('x.subject_kind', '=', kind)
    .orderBy('x.cancelled_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    limit: row.limit_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    reason: row.reason,
    by: row.by_name,
    at: row.cancelled_at,
    restored:
      row.restored_at === null ? null : { by: row.restored_by_name ?? '', at: row.restored_at, reason: row.restore_reason ?? '' },
  }))
}

export async function insertCancellation(
  trx: Transaction<Database>,
  key: ClockKey,
  facts: { readonly id: string; readonly reason: string; readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .insertInto('clock_cancellation')
    .values({
      id: facts.id,
      limit_id: key.limit,
      subject_kind: key.kind,
      subject_id: key.id,
      reason: facts.reason,
      cancelled_by: facts.by,
      cancelled_at: facts.at,
    })
    .execute()
}

/** Lets a cancelled clock run again. Its cancellation stays in the record. */
export async function restoreCancellation(
  trx: Transaction<Database>,
  id: string,
  facts: { readonly reason: string; readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .updateTable('clock_cancellation')
    .set({ restored_by: facts.by, restored_at: facts.at, restore_reason: facts.reason })
    .where('id', '=', id)
    .execute()
}
