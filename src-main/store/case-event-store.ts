import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/** Titles of the steps of the closing papers (结案材料) among a case's events. */
export const PAPERS_RECEIVED = '承办人交卷'
export const PAPERS_RETURNED = '退回结案材料'
export const PAPERS_ACCEPTED = '结案材料审核通过'

/** A step of a case that has no column of its own, e.g. papers returned. */
export async function insertCaseEvent(
  trx: Transaction<Database>,
  event: {
    readonly id: string
    readonly caseId: string
    readonly happenedOn: string
    readonly title: string
    readonly detail: string
    readonly enteredBy: string
    readonly enteredAt: string
  },
): Promise<void> {
  await trx
    .insertInto('case_event')
    .values({
      id: event.id,
      case_id: event.caseId,
      happened_on: event.happenedOn,
      title: event.title,
      detail: event.detail,
      entered_by: event.enteredBy,
      entered_at: event.enteredAt,
    })
    .execute()
}

export type CaseStep = { readonly date: string; readonly title: string; readonly detail: string; readonly by: string }

/** What happened in a case, in order, with who entered it. */
export async function listCaseEvents(db: ReadonlyKysely<Database>, caseId: string): Promise<CaseStep[]> {
  return db
    .selectFrom('case_event as e')
    .innerJoin('user_account as u', 'u.id', 'e.entered_by')
    .select(['e.happened_on as date', 'e.title', 'e.detail', 'u.name as by'])
    .where('e.case_id', '=', caseId)
    .orderBy('e.happened_on')
    .orderBy('e.entered_at')
    .orderBy('e.id')
    .execute()
}
