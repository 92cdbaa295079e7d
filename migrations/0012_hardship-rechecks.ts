import { type Kysely, sql } from 'kysely'

const statements = [
  // A draw (抽取) keeps everything that repeats it: the applications it drew from, the rule, the seed.
  `create table recheck_draw (
    id text primary key, from_day text not null, to_day text not null, seed text not null, percent text not null, at_least integer not null,
    population text not null, size integer not null, drawn_on text not null,
    drawn_by text not null references user_account (id) on delete restrict, drawn_at text not null, pack_version text not null
  ) strict`,
  `create table recheck (
    id text primary key, draw_id text references recheck_draw (id) on delete restrict,
    application_id text not null references application (id) on delete restrict, reason text not null,
    status text not null check (status in ('open', 'true', 'false')), checked_on text, way text, finding text, recover_fen integer,
    checked_by text references user_account (id) on delete restrict, checked_at text, version integer not null
  ) strict`,
  `create unique index ux_recheck__open on recheck (application_id) where status = 'open'`,
  `create index ix_recheck__application on recheck (application_id)`,
  `create index ix_recheck__status on recheck (status, id)`,
] as const

/** Spot re-checks (抽查核实) of applications that were granted on a declaration, with what was found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
