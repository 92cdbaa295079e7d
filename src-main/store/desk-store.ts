import type { ReadonlyKysely } from 'kysely/readonly'
import { PAPERS_RETURNED } from './case-event-store.ts'
import type { Database } from './schema.ts'

/** Most rows that a group of the desk shows; the rest is counted and opened from the lists. */
const MOST_ROWS = 200

/** Applications that wait for a decision (待决定), oldest first. `due_on` is the last day for material that is awaited. */
export async function listDeciding(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('user_account as registrar', 'registrar.id', 'a.registered_by')
    .leftJoin('supplement as s', join => join.onRef('s.application_id', '=', 'a.id').on('s.answered_on', 'is', null))
    .select([
      'a.id',
      'a.received_on',
      'a.matter_type',
      'a.cause',
      'a.aid_forms',
      'a.facts',
      'a.hardship_result',
      'a.hardship_outcome',
      'a.status',
      'a.pack_version',
      'p.name',
      'registrar.name as registrar_name',
      's.due_on',
    ])
    .where('a.status', 'in', ['deciding', 'supplementing'])
    .orderBy('a.received_on')
    .limit(MOST_ROWS)
    .execute()
}

/** Applications whose notice of missing material (补正) is past its last day without a full answer. */
export async function listLapsedSupplements(db: ReadonlyKysely<Database>, today: string) {
  return db
    .selectFrom('supplement as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.matter_type', 'a.cause', 'p.name', 's.number', 's.due_on', 's.missing'])
    .where('a.status', '=', 'supplementing')
    .where('s.answered_on', 'is', null)
    .where('s.due_on', '<', today)
    .orderBy('s.due_on')
    .limit(MOST_ROWS)
    .execute()
}

/** Cases on which the center or a handler owes a step, with the days from which the clocks run. */
export async function listOwedCases(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('assignment as s', join => join.onRef('s.case_id', '=', 'c.id').on('s.ended_on', 'is', null))
    .leftJoin('handler as h', 'h.id', 's.handler_id')
    .leftJoin('provider as o', 'o.id', 's.provider_id')
    .select(eb => [
      'c.id',
      'c.number',
      'c.matter_type',
      'c.cause',
      'c.status',
      'c.closed_on',
      'c.papers_received_on',
      'c.papers_reviewed_on',
      'c.door',
      'c.opened_on',
      'c.pack_version',
      'p.name',
      'h.name as handler_name',
      'o.name as provider_name',
      eb
        .selectFrom('case_event as e')
        .whereRef('e.case_id', '=', 'c.id')
        .where('e.title', '=', PAPERS_RETURNED)
        .select(one => one.fn.max('e.happened_on').as('day'))
        .as('papers_returned_on'),
    ])
    .where('c.status', 'in', ['awaiting-assignment', 'awaiting-papers', 'reviewing-papers', 'awaiting-volume'])
    .orderBy('c.opened_on')
    .limit(MOST_ROWS * 3)
    .execute()
}

/** Subsidy sheets that wait: for the director's approval, or, returned, for their preparer. */
export async function listWaitingSubsidies(db: ReadonlyKysely<Database>) {
  return db
    .selectFrom('subsidy_sheet as s')
    .innerJoin('aid_case as c', 'c.id', 's.case_id')
    .innerJoin('handler as h', 'h.id', 's.handler_id')
    .innerJoin('provider as o', 'o.id', 'h.provider_id')
    .innerJoin('user_account as u', 'u.id', 's.prepared_by')
    .select([
      's.id',
      's.status',
      's.tier_label',
      's.total_fen',
      's.times_returned',
      's.prepared_at',
      's.prepared_by',
      'c.number as case_number',
      'c.cause',
      'h.name as handler_name',
      'o.name as provider_name',
      'u.name as preparer_name',
    ])
    .where('s.status', 'in', ['awaiting-approval', 'returned'])
    .orderBy('s.prepared_at')
    .limit(MOST_ROWS)
    .execute()
}

/** The newest entries of the audit trail that say what the office did, for 最近动态. */
export async function listRecentActs(db: ReadonlyKysely<Database>, limit: number) {
  return db
    .selectFrom('audit_entry as e')
    .innerJoin('user_account as u', 'u.id', 'e.actor_id')
    .select(['e.at', 'u.name as actor_name', 'e.summary', 'e.subject_id'])
    .where('e.operation', 'not in', ['people.reveal', 'papers.issue', 'papers.exportDocx', 'papers.exportPdf'])
    .orderBy('e.seq', 'desc')
    .limit(limit)
    .execute()
}
