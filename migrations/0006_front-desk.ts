import { type Kysely, sql } from 'kysely'

const statements = [
  // Rebuilt, because a person may now be missing (匿名咨询).
  `create table consultation_rebuilt (
    id text primary key, number text not null unique, channel text not null, call_number text, received_on text not null, received_at text,
    person_id text references person (id) on delete restrict, anonymous_reason text,
    persons integer not null check (persons >= 1),
    agent_name text, agent_relation text, agent_phone text,
    matter_type text not null, cause text not null, opponent_name text, content text not null, answer text,
    told_of_right integer not null check (told_of_right in (0, 1)), outcome text not null,
    referrals text not null, referral_note text,
    consultant_id text not null references user_account (id) on delete restrict,
    registered_by text not null references user_account (id) on delete restrict, registered_at text not null,
    void_reason text, voided_at text, voided_by text references user_account (id) on delete restrict, version integer not null,
    check ((person_id is null) = (anonymous_reason is not null)),
    check ((agent_name is null) = (agent_relation is null)),
    check ((voided_at is null) = (void_reason is null) and (voided_at is null) = (voided_by is null))
  ) strict`,
  `insert into consultation_rebuilt (
    id, number, channel, received_on, received_at, person_id, persons, matter_type, cause, opponent_name, content, answer,
    told_of_right, outcome, referrals, consultant_id, registered_by, registered_at, version
  ) select
    id, number, channel, received_on, received_at, person_id, 1, matter_type, cause, opponent_name, content, answer,
    told_of_right, outcome, '[]', consultant_id, registered_by, registered_at, version
  from consultation`,
  'drop table consultation',
  'alter table consultation_rebuilt rename to consultation',
  'create index ix_consultation__received_on on consultation (received_on, id)',
  'create index ix_consultation__person on consultation (person_id) where person_id is not null',
  `create table referral_place (code text primary key, phone text, address text, version integer not null) strict, without rowid`,
  `create table queue_setting (
    id integer primary key check (id = 1), is_on integer not null check (is_on in (0, 1)), version integer not null
  ) strict`,
  'insert into queue_setting (id, is_on, version) values (1, 0, 1)',
  `create table queue_ticket (
    id text primary key, day text not null, seq integer not null, ground text, name text, note text,
    status text not null check (status in ('waiting', 'called', 'serving', 'done', 'left')),
    taken_at text not null, taken_by text not null references user_account (id) on delete restrict,
    called_at text, call_order integer, called_by text references user_account (id) on delete restrict, times_called integer not null,
    ended_at text, consultation_id text references consultation (id) on delete restrict, version integer not null
  ) strict`,
  'create unique index ux_queue_ticket__seq on queue_ticket (day, seq)',
  'create unique index ux_queue_ticket__call_order on queue_ticket (day, call_order) where call_order is not null',
]

/**
 * The front desk (前台接待): consultations without a name, on behalf of somebody, by several people, with the hotline's number, sent
 * elsewhere or voided; the places people are sent to; the waiting queue (排队叫号), which is off until the director turns it on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
