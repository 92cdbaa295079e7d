import { type Kysely, sql } from 'kysely'

/** Stations (工作站) and justice offices (司法所), and the first opinion (初审意见) with which they pass an application up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table station (
    id text primary key, kind text not null, name text not null unique, contact_name text, phone text, address text,
    is_active integer not null check (is_active in (0, 1)), version integer not null
  ) strict`.execute(db)
  await sql`create table station_opinion (
    application_id text primary key references application (id) on delete cascade,
    station_id text not null references station (id) on delete restrict,
    opinion text not null check (opinion in ('grant', 'refuse', 'open')), reason text not null,
    given_by text not null, given_on text not null, passed_on text not null,
    entered_by text not null references user_account (id) on delete restrict, entered_at text not null, version integer not null
  ) strict`.execute(db)
  await sql`create index ix_station_opinion__station on station_opinion (station_id, passed_on)`.execute(db)
}
