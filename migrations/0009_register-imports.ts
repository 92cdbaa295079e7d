import { type Kysely, sql } from 'kysely'

const statements = [
  // An import (旧台账导入) keeps the plan by which the file was read; the file itself is an attachment.
  `create table register_import (
    id text primary key, register text not null check (register in ('consultation', 'case')), file_name text not null,
    sha256 text not null references attachment (sha256) on delete restrict, sheet text not null, plan text not null,
    row_count integer not null, new_people integer not null, known_people integer not null, warnings integer not null, skipped integer not null,
    imported_by text not null references user_account (id) on delete restrict, imported_at text not null, pack_version text not null,
    undone_by text references user_account (id) on delete restrict, undone_at text, undo_reason text
  ) strict`,
  `create index ix_register_import__sha256 on register_import (sha256)`,
  // What each row of the file became; it outlives an undo, so subjects are named and not referred to.
  `create table imported_row (
    import_id text not null references register_import (id) on delete restrict, row_number integer not null,
    subject_kind text not null check (subject_kind in ('consultation', 'case')), subject_id text not null,
    person_id text not null, made_person integer not null check (made_person in (0, 1)), number text not null,
    primary key (import_id, row_number)
  ) strict, without rowid`,
  `create index ix_imported_row__subject on imported_row (subject_id)`,
  `create index ix_imported_row__person on imported_row (person_id)`,
  // What an old register says that the rows of today have no place for.
  `create table imported_consultation (
    consultation_id text primary key references consultation (id) on delete cascade,
    import_id text not null references register_import (id) on delete restrict, consultant_name text, note text
  ) strict, without rowid`,
  `create table imported_case (
    case_id text primary key references aid_case (id) on delete cascade,
    import_id text not null references register_import (id) on delete restrict,
    provider_name text, handler_name text, closing text, archive_number text, note text
  ) strict, without rowid`,
  `create table import_mapping (
    register text not null, header_hash text not null, plan text not null, saved_at text not null, primary key (register, header_hash)
  ) strict, without rowid`,
] as const

/** Imports of old consultation and case registers (旧台账导入): their history, what they made, and how each shape of register was read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
