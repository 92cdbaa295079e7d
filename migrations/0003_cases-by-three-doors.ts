import { type Kysely, sql } from 'kysely'

const CASE_COLUMNS = `id, number, person_id, opened_on, matter_type, stage, cause, opponent_name, is_life_or_death, status, closed_on,
  closing_basis, closing_mode, outcome, recovered_fen, persons_helped, hearings, complexity, closing_summary, closed_by,
  papers_received_on, papers_reviewed_on, pack_version, version`

const CASE_OF_C = CASE_COLUMNS.split(',')
  .map(column => `c.${column.trim()}`)
  .join(', ')

const statements = [
  `create table new_case (
    id text primary key, number text not null unique,
    door text not null check (door in ('application', 'notice', 'stage-change', 'imported')),
    application_id text references application (id) on delete restrict, notice_id text,
    parent_case_id text references aid_case (id) on delete restrict,
    person_id text not null references person (id) on delete restrict, opened_on text not null,
    matter_type text not null, stage text not null, cause text not null, scope text not null, aid_forms text not null,
    opponent_name text, opponent_key text, agency text, facts text not null,
    is_life_or_death integer not null check (is_life_or_death in (0, 1)),
    status text not null check (status in
      ('awaiting-assignment', 'handling', 'awaiting-papers', 'reviewing-papers', 'awaiting-volume', 'sealed', 'historic')),
    closed_on text, closing_basis text, closing_mode text, outcome text, recovered_fen integer, persons_helped integer, hearings integer,
    complexity text check (complexity in ('ordinary', 'complex')), closing_summary text, closed_by text references user_account (id) on delete restrict,
    papers_received_on text, papers_reviewed_on text, pack_version text not null, version integer not null
  ) strict`,
  `insert into new_case (${CASE_COLUMNS}, door, application_id, scope, aid_forms, opponent_key, agency, facts)
    select ${CASE_OF_C}, 'application', c.application_id, a.scope, d.aid_forms, a.opponent_key, a.agency, a.facts
    from aid_case c join application a on a.id = c.application_id join decision d on d.application_id = a.id`,
  'drop table aid_case',
  'alter table new_case rename to aid_case',
  'create unique index ux_aid_case__application on aid_case (application_id) where parent_case_id is null and application_id is not null',
  'create unique index ux_aid_case__notice on aid_case (notice_id) where parent_case_id is null and notice_id is not null',
  'create index ix_aid_case__parent on aid_case (parent_case_id) where parent_case_id is not null',
  'create index ix_aid_case__status on aid_case (status, opened_on)',
  'create index ix_aid_case__opened_on on aid_case (opened_on, id)',
  'create index ix_aid_case__closed_on on aid_case (closed_on) where closed_on is not null',
  'create index ix_aid_case__person on aid_case (person_id)',
  'create index ix_aid_case__opponent_key on aid_case (opponent_key) where opponent_key is not null',
  `create table case_category (
    case_id text not null references aid_case (id) on delete cascade, category text not null, primary key (case_id, category)
  ) strict, without rowid`,
  `insert into case_category (case_id, category)
    select c.id, g.category from aid_case c join application_category g on g.application_id = c.application_id`,
  `create table application_party (
    application_id text not null references application (id) on delete cascade, position integer not null,
    role text not null check (role in ('co-applicant', 'agent', 'guardian', 'opponent', 'opponent-agent', 'other')),
    kind text not null check (kind in ('person', 'organisation')),
    person_id text references person (id) on delete restrict, name text not null, name_key text not null,
    certificate_kind text, certificate_number text, phone text, relation text, note text,
    primary key (application_id, position)
  ) strict, without rowid`,
  `create index ix_application_party__name_key on application_party (name_key)`,
  `create index ix_application_party__certificate on application_party (certificate_number) where certificate_number is not null`,
  `create index ix_application_party__person on application_party (person_id) where person_id is not null`,
  `alter table application add column end_kind text check (end_kind in ('withdrawn', 'deemed-withdrawn', 'handed-over', 'not-ours'))`,
  `alter table application add column end_reason text`,
  `update application set end_kind = 'withdrawn' where status = 'withdrawn'`,
] as const

/**
 * A case comes by one of three doors: an application that was granted (申请), an organ's notice (通知辩护、通知代理), or a case before it
 * whose stage has ended (转阶段); old registers bring a fourth kind. So it carries its own scope, forms of aid, organ and facts, and no
 * longer borrows them from an application. Everyone who takes part in an application (当事人) gets a row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
