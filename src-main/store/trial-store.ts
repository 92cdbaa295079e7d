import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/** Applications with what a trial (试算) of other rules works from, in order of their ids, after one of them. */
export async function applicationsAfter(db: ReadonlyKysely<Database>, afterId: string, limit: number) {
  return db
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'a.id',
      'a.number',
      'a.received_on',
      'a.closed_on',
      'a.status',
      'a.pack_version',
      'a.hardship_input',
      'a.scope',
      'a.cause',
      'a.hardship_outcome',
      'p.name as person_name',
    ])
    .where('a.id', '>', afterId)
    .orderBy('a.id')
    .limit(limit)
    .execute()
}

/** Cases with the days from which their clocks run, in order of their ids, after one of them. */
export async function casesAfter(db: ReadonlyKysely<Database>, afterId: string, limit: number) {
  return db
    .selectFrom('aid_case as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select([
      'c.id',
      'c.number',
      'c.status',
      'c.door',
      'c.opened_on',
      'c.closed_on',
      'c.papers_received_on',
      'c.pack_version',
      'p.name as person_name',
    ])
    .where('c.id', '>', afterId)
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

/** Subsidy sheets with what they were worked out from, in order of their ids, after one of them. */
export async function sheetsAfter(db: ReadonlyKysely<Database>, afterId: string, limit: number) {
  return db
    .selectFrom('subsidy_sheet as s')
    .innerJoin('aid_case as c', 'c.id', 's.case_id')
    .select([
      's.id',
      's.number',
      's.case_id',
      's.handler_id',
      's.input',
      's.total_fen',
      's.pack_version',
      'c.number as case_number',
    ])
    .where('s.id', '>', afterId)
    .orderBy('s.id')
    .limit(limit)
    .execute()
}

/** The place of a number in the ledger. */
export type LedgerPlace = { readonly series: string; readonly year: number; readonly seq: number }

/** Numbers that were drawn and stand (使用中的编号) after a place, by series, year and count, with the matter that each was drawn for. */
export async function drawnNumbersAfter(db: ReadonlyKysely<Database>, after: LedgerPlace, limit: number) {
  const page = db
    .selectFrom('number_ledger')
    .select(['series', 'year', 'seq', 'text', 'subject_kind', 'subject_id', 'drawn_at'])
    .where('status', '=', 'used')
    .where(({ eb, refTuple, tuple }) => eb(refTuple('series', 'year', 'seq'), '>', tuple(after.series, after.year, after.seq)))
    .orderBy('series')
    .orderBy('year')
    .orderBy('seq')
    .limit(limit)
  return db
    .selectFrom(page.as('l'))
    .leftJoin('application as a', 'a.id', 'l.subject_id')
    .leftJoin('aid_case as c', 'c.id', 'l.subject_id')
    .leftJoin('notice as n', 'n.id', 'l.subject_id')
    .leftJoin('consultation as v', 'v.id', 'l.subject_id')
    .selectAll('l')
    .select(eb => [
      eb.fn.coalesce('a.matter_type', 'c.matter_type', 'n.matter_type', 'v.matter_type').as('matter_type'),
      eb.fn.coalesce('a.stage', 'c.stage', 'n.stage').as('stage'),
    ])
    .orderBy('l.series')
    .orderBy('l.year')
    .orderBy('l.seq')
    .execute()
}

/** How many rows of each kind a trial goes through. */
export async function countForTrial(db: ReadonlyKysely<Database>) {
  const count = async (table: 'application' | 'aid_case' | 'subsidy_sheet' | 'number_ledger') =>
    (
      await db
        .selectFrom(table)
        .select(eb => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
    ).total
  return {
    applications: await count('application'),
    cases: await count('aid_case'),
    sheets: await count('subsidy_sheet'),
    numbers: await count('number_ledger'),
  }
}
