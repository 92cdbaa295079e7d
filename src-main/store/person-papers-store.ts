import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/** The phones under which a person stands in the parties (当事人) of applications; they may differ from the one of the register. */
export async function listPartyPhones(db: ReadonlyKysely<Database>, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('application_party')
    .select('phone')
    .distinct()
    .where('person_id', '=', personId)
    .where('phone', 'is not', null)
    .execute()
  return rows.flatMap(row => row.phone ?? [])
}

/** Every paper (文书) that was issued about a person's visits, applications, notices and cases, theirs or joined, oldest first. */
export async function listPapersAbout(db: ReadonlyKysely<Database>, personId: string) {
  const applications = db
    .selectFrom('application')
    .select('id')
    .where('person_id', '=', personId)
    .union(db.selectFrom('application_party').select('application_id as id').where('person_id', '=', personId))
  const cases = db
    .selectFrom('aid_case')
    .select('id')
    .where('person_id', '=', personId)
    .union(db.selectFrom('aid_case').select('id').where('application_id', 'in', applications))
  const subjects = db
    .selectFrom('consultation')
    .select('id')
    .where('person_id', '=', personId)
    .union(applications)
    .union(cases)
    .union(db.selectFrom('notice').select('id').where('person_id', '=', personId))
    .union(db.selectFrom('objection').select('id').where('application_id', 'in', applications))
    .union(db.selectFrom('cooperation').select('id').where('application_id', 'in', applications))
    .union(db.selectFrom('subsidy_sheet').select('id').where('case_id', 'in', cases))
    .union(db.selectFrom('volume').select('id').where('case_id', 'in', cases))
    .union(
      db
        .selectFrom('delivery')
        .select('id')
        .where(eb => eb.or([eb('subject_id', 'in', applications), eb('subject_id', 'in', cases)])),
    )
  return db
    .selectFrom('paper')
    .select(['id', 'form', 'title', 'number', 'subject_kind', 'subject_id', 'issued_at', 'facts'])
    .where('subject_id', 'in', subjects)
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
}
