import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table person add column kind text not null default 'person' check (kind in ('person', 'organisation'))`,
  `alter table person add column merged_into text references person (id) on delete restrict`,
  `alter table person add column protection text`,
  `alter table person add column protection_note text`,
  `create index ix_person__merged_into on person (merged_into) where merged_into is not null`,
  // A name without its n-th character: names that differ in one character meet in one of these.
  `create index ix_person__name_without_1 on person (substr(name_key, 2))`,
  `create index ix_person__name_without_2 on person (substr(name_key, 1, 1) || substr(name_key, 3))`,
  `create index ix_person__name_without_3 on person (substr(name_key, 1, 2) || substr(name_key, 4))`,
  `create index ix_person__name_without_4 on person (substr(name_key, 1, 3) || substr(name_key, 5))`,
  `create table person_merge (
    id text primary key, survivor_id text not null references person (id) on delete restrict,
    merged_id text not null references person (id) on delete restrict,
    merged_at text not null, merged_by text not null references user_account (id) on delete restrict, reason text not null,
    survivor_before text not null, survivor_after text not null,
    undone_at text, undone_by text references user_account (id) on delete restrict, undone_reason text, version integer not null
  ) strict`,
  `create unique index ux_person_merge__standing on person_merge (merged_id) where undone_at is null`,
  `create index ix_person_merge__survivor on person_merge (survivor_id)`,
  `create table person_merge_row (
    merge_id text not null references person_merge (id) on delete restrict, table_name text not null, column_name text not null,
    row_key text not null, primary key (merge_id, table_name, column_name, row_key)
  ) strict, without rowid`,
  `create table conflict_acknowledgement (
    id text primary key, subject_kind text not null check (subject_kind in ('application', 'case')), subject_id text not null,
    conflict_key text not null, rule text not null, sentence text not null, party_role text not null, party_name text not null,
    matter_kind text not null check (matter_kind in ('application', 'case')), matter_id text not null, matter_number text not null,
    strength text not null, reason text not null, acknowledged_by text not null references user_account (id) on delete restrict,
    acknowledged_at text not null, pack_version text not null
  ) strict`,
  `create unique index ux_conflict_acknowledgement__key on conflict_acknowledgement (subject_id, conflict_key)`,
  `create table matter_restriction (
    subject_kind text not null check (subject_kind in ('application', 'case')), subject_id text not null, ground text not null, note text not null,
    set_by text not null references user_account (id) on delete restrict, set_at text not null, version integer not null,
    primary key (subject_kind, subject_id)
  ) strict, without rowid`,
  `create table matter_viewer (
    subject_kind text not null, subject_id text not null, user_id text not null references user_account (id) on delete cascade,
    granted_by text not null references user_account (id) on delete restrict, granted_at text not null,
    primary key (subject_kind, subject_id, user_id),
    foreign key (subject_kind, subject_id) references matter_restriction (subject_kind, subject_id) on delete cascade
  ) strict, without rowid`,
] as const

/** Organisations beside persons, merging them, reasons given for conflicts of interest, and what is hidden from whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
