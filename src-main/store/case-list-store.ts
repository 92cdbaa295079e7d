import type { ReadonlyKysely } from 'kysely/readonly'
import type { CaseStatus } from '../contract/cases.ts'
import { PAPERS_RETURNED } from './case-event-store.ts'
import type { AidCaseTable } from './schema/cases.ts'
import type { Database } from './schema.ts'

/** One line of the case list. */
export type CaseLine = {
  readonly id: string
  readonly number: string
  readonly door: AidCaseTable['door']
  readonly openedOn: string
  readonly personId: string
  readonly personName: string
  readonly matterType: string
  readonly stage: string
  readonly cause: string
  readonly opponentName: string | null
  readonly providerName: string | null
  readonly handlerName: string | null
  readonly status: CaseStatus
  readonly closedOn: string | null
  readonly papersReceivedOn: string | null
  /** The last day on which the closing papers were returned to the handler. */
  readonly papersReturnedOn: string | null
  readonly packVersion: string
  readonly version: number
}

export type CaseFilter = {
  readonly status: CaseStatus | null
  readonly matterType: string | null
  /** Part of a name, number, cause of action or opponent. */
  readonly words: string
  readonly offset: number
  readonly limit: number
}

/** One page of cases, newest first, and how many there are in all. */
export async function listCases(db: ReadonlyKysely<Database>, filter: CaseFilter): Promise<{ rows: CaseLine[]; total: number }> {
  let query = db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('assignment as a', join => join.onRef('a.case_id', '=', 'c.id').on('a.ended_on', 'is', null))
    .leftJoin('provider as o', 'o.id', 'a.provider_id')
    .leftJoin('handler as h', 'h.id', 'a.handler_id')
    .leftJoin('imported_case as old', 'old.case_id', 'c.id')
  if (filter.status !== null) query = query.where('c.status', '=', filter.status)
  if (filter.matterType !== null) query = query.where('c.matter_type', '=', filter.matterType)
  // % and _ stand for anything in a pattern and are in no name or number.
  const words = filter.words.trim().replaceAll(/[%_]/g, '')
  if (words !== '') {
    const part = `%${words}%`
    query = query.where(eb =>
      eb.or([
        eb('p.name', 'like', part),
        eb('c.number', 'like', part),
        eb('c.cause', 'like', part),
        eb('c.opponent_name', 'like', part),
        eb('h.name', 'like', part),
        eb('o.name', 'like', part),
        eb('old.handler_name', 'like', part),
        eb('old.provider_name', 'like', part),
        eb('old.archive_number', 'like', part),
      ]),
    )
  }
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(eb => [
      'c.id',
      'c.number',
      'c.door',
      'c.opened_on as openedOn',
      'c.person_id as personId',
      'p.name as personName',
      'c.matter_type as matterType',
      'c.stage',
      'c.cause',
      'c.opponent_name as opponentName',
      eb.fn.coalesce('o.name', 'old.provider_name').as('providerName'),
      eb.fn.coalesce('h.name', 'old.handler_name').as('handlerName'),
      'c.status',
      'c.closed_on as closedOn',
      'c.papers_received_on as papersReceivedOn',
      'c.pack_version as packVersion',
      'c.version',
      eb
        .selectFrom('case_event as e')
        .whereRef('e.case_id', '=', 'c.id')
        .where('e.title', '=', PAPERS_RETURNED)
        .select(one => one.fn.max('e.happened_on').as('day'))
        .as('papersReturnedOn'),
    ])
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}
