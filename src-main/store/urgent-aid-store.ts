import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { UrgentAidTable } from './schema/applications.ts'
import type { Database } from './schema.ts'

/** Writes that aid was provided first (先行提供), and the papers owed. */
export async function insertUrgentAid(
  trx: Transaction<Database>,
  row: Omit<UrgentAidTable, 'completed_on'>,
  owed: readonly string[],
): Promise<void> {
  await trx
    .insertInto('urgent_aid')
    .values({ ...row, completed_on: null })
    .execute()
  await trx
    .insertInto('urgent_paper')
    .values(owed.map((name, index) => ({ application_id: row.application_id, position: index + 1, name, handed_in_on: null })))
    .execute()
}

/** Prior aid of an application with the papers owed in order, or undefined. */
export async function findUrgentAid(db: ReadonlyKysely<Database>, applicationId: string) {
  const row = await db.selectFrom('urgent_aid').selectAll().where('application_id', '=', applicationId).executeTakeFirst()
  if (!row) return undefined
  const papers = await db
    .selectFrom('urgent_paper')
    .select(['position', 'name', 'handed_in_on'])
    .where('application_id', '=', applicationId)
    .orderBy('position')
    .execute()
  return { ...row, papers }
}

export async function handInUrgentPapers(
  trx: Transaction<Database>,
  applicationId: string,
  positions: readonly number[],
  handedInOn: string,
): Promise<void> {
  await trx
    .updateTable('urgent_paper')
    .set({ handed_in_on: handedInOn })
    .where('application_id', '=', applicationId)
    .where('position', 'in', positions)
    .execute()
}

export async function completeUrgentAid(trx: Transaction<Database>, applicationId: string, completedOn: string): Promise<void> {
  await trx.updateTable('urgent_aid').set({ completed_on: completedOn }).where('application_id', '=', applicationId).execute()
}

/** Prior aid whose papers have not all come, the earliest due first. */
export async function listOwedUrgentPapers(db: ReadonlyKysely<Database>, limit: number) {
  // The few open ones first, by their index: joined freely, the database reads every file to find them.
  return db
    .selectFrom(eb =>
      eb.selectFrom('urgent_aid').selectAll().where('completed_on', 'is', null).orderBy('due_on').limit(limit).as('g'),
    )
    .innerJoin('application as a', 'a.id', 'g.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('aid_case as c', 'c.id', 'g.case_id')
    .innerJoin('decision as d', 'd.id', 'g.decision_id')
    .select([
      'a.id',
      'a.matter_type',
      'a.cause',
      'p.name',
      'c.number as case_number',
      'g.due_on',
      'g.pack_version',
      'd.decided_on',
    ])
    .select(eb =>
      eb
        .selectFrom('urgent_paper as u')
        .whereRef('u.application_id', '=', 'g.application_id')
        .where('u.handed_in_on', 'is', null)
        .select(count => count.fn.countAll<number>().as('owed'))
        .as('owed'),
    )
    .orderBy('g.due_on')
    .execute()
}
