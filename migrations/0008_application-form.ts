import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table person add column ethnicity text`,
  `alter table person add column education text`,
  `alter table person add column occupation text`,
  `alter table person add column workplace text`,
  `alter table person add column registration_kind text`,
  `alter table application add column agency_number text`,
  `alter table application add column is_group integer check (is_group in (0, 1))`,
  `alter table application add column representation text`,
  `alter table application add column custody text`,
  `alter table application add column filling text`,
  `alter table application add column reading text`,
  `alter table application_material add column code text`,
] as const

/**
 * The rest of the official form (法律援助申请表): what it asks of a person, the agency's own case number (办案机关案号), who applies for
 * whom (代为申请), custody and the hand-over (在押、转交), who filled the form in (代填) and read it aloud (宣读). Materials (材料) carry the
 * code of the rule pack's list. Nothing of an older application changes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
