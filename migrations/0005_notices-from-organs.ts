import { type Kysely, sql } from 'kysely'

/** Notices (通知书) of courts, procuratorates and police, and how the organ was told of the assignment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table notice (
    id text primary key, number text not null unique, kind text not null, organ_kind text not null, organ_name text not null, organ_number text,
    contact_name text, contact_phone text, noticed_on text not null, received_on text not null, received_at text,
    person_id text not null references person (id) on delete restrict,
    matter_type text not null, stage text not null, cause text not null, scope text not null, opponent_name text,
    custody_place text, hearing_on text, facts text not null, documents text not null, categories text not null,
    parent_case_id text references aid_case (id) on delete restrict,
    status text not null check (status in ('accepted', 'returned')), return_reason text, return_explanation text, returned_on text,
    told_on text, told_way text, told_note text,
    registered_by text not null references user_account (id) on delete restrict, registered_at text not null,
    pack_version text not null, version integer not null
  ) strict`.execute(db)
  await sql`create index ix_notice__received_on on notice (received_on, id)`.execute(db)
  await sql`create index ix_notice__person on notice (person_id)`.execute(db)
}
