import { type Kysely, sql } from 'kysely'

const DECISION_COLUMNS =
  'id, application_id, outcome, number, decided_on, decided_by, aid_forms, refusal_reasons, opinion, pack_version, decided_at'

const statements = [
  `create table new_decision (
    id text primary key, application_id text not null references application (id) on delete restrict,
    outcome text not null check (outcome in ('granted', 'refused')), number text not null unique, decided_on text not null,
    decided_by text not null references user_account (id) on delete restrict, aid_forms text not null, refusal_reasons text not null,
    opinion text not null, pack_version text not null, decided_at text not null,
    reviewed_by text references user_account (id) on delete restrict,
    last_day text, days_late integer not null check (days_late >= 0),
    held_by text references user_account (id) on delete restrict, held_step text check (held_step in ('review', 'decision')),
    set_aside_on text
  ) strict`,
  `insert into new_decision (${DECISION_COLUMNS}, days_late) select ${DECISION_COLUMNS}, 0 from decision`,
  'drop table decision',
  'alter table new_decision rename to decision',
  'create unique index ux_decision__standing on decision (application_id) where set_aside_on is null',
  'create index ix_decision__application on decision (application_id)',
  'create index ix_decision__decided_on on decision (decided_on)',
  `create table supplement_answer (
    id text primary key, supplement_id text not null references supplement (id) on delete restrict,
    received_on text not null, items text not null, is_last integer not null check (is_last in (0, 1)), note text,
    recorded_by text not null references user_account (id) on delete restrict, recorded_at text not null
  ) strict`,
  'create index ix_supplement_answer__supplement on supplement_answer (supplement_id)',
  `create table cooperation (
    id text primary key, application_id text not null references application (id) on delete restrict,
    number text not null unique, sent_on text not null, to_center text not null, to_contact text, facts text not null,
    items text not null, due_on text not null,
    answered_on text, answer_kind text check (answer_kind in ('answered', 'refused', 'recalled')), answer text,
    sent_by text not null references user_account (id) on delete restrict, sent_at text not null,
    check ((answered_on is null) = (answer_kind is null))
  ) strict`,
  'create index ix_cooperation__application on cooperation (application_id)',
  `create table incoming_cooperation (
    id text primary key, number text not null unique, received_on text not null, from_center text not null, letter_number text,
    about text not null, items text not null, due_on text,
    answered_on text, answer_kind text check (answer_kind in ('answered', 'refused')), answer text,
    registered_by text not null references user_account (id) on delete restrict, registered_at text not null, version integer not null,
    check ((answered_on is null) = (answer_kind is null))
  ) strict`,
  'create index ix_incoming_cooperation__open on incoming_cooperation (due_on) where answered_on is null',
  `create table urgent_aid (
    application_id text primary key references application (id) on delete restrict,
    decision_id text not null references decision (id) on delete restrict,
    case_id text not null references aid_case (id) on delete restrict,
    ground text not null, limit_ends_on text, due_on text not null, completed_on text, pack_version text not null
  ) strict, without rowid`,
  'create index ix_urgent_aid__open on urgent_aid (due_on) where completed_on is null',
  `create table urgent_paper (
    application_id text not null references urgent_aid (application_id) on delete cascade, position integer not null,
    name text not null, handed_in_on text, primary key (application_id, position)
  ) strict, without rowid`,
  `create table review_opinion (
    id text primary key, application_id text not null references application (id) on delete restrict,
    proposal text not null check (proposal in ('grant', 'refuse')), aid_forms text not null, reasons text not null, opinion text not null,
    reviewed_on text not null, reviewed_by text not null references user_account (id) on delete restrict, reviewed_at text not null
  ) strict`,
  'create index ix_review_opinion__application on review_opinion (application_id)',
  `create table objection (
    id text primary key, application_id text not null references application (id) on delete restrict,
    decision_id text not null references decision (id) on delete restrict, number text not null unique,
    filed_on text not null, reasons text not null, served_on text not null, filing_last_day text, late_reason text,
    bureau_received_on text not null,
    answered_on text, answer_result text check (answer_result in ('upheld', 'corrected')), answer_number text, answer_note text,
    recorded_by text not null references user_account (id) on delete restrict, recorded_at text not null, pack_version text not null,
    check ((answered_on is null) = (answer_result is null))
  ) strict`,
  'create unique index ux_objection__decision on objection (decision_id)',
  'create index ix_objection__application on objection (application_id)',
  'create index ix_objection__open on objection (bureau_received_on) where answered_on is null',
  `create table delivery (
    id text primary key, paper_id text not null references paper (id) on delete restrict,
    subject_kind text not null, subject_id text not null, addressee text not null, way text not null, place text not null,
    delivered_on text not null, signed_by text, relation text, tracking_number text, witness text, remark text,
    recorded_by text not null references user_account (id) on delete restrict, recorded_at text not null
  ) strict`,
  'create index ix_delivery__subject on delivery (subject_kind, subject_id)',
  'create index ix_delivery__paper on delivery (paper_id)',
  `create table application_ending (
    application_id text primary key references application (id) on delete restrict,
    number text not null unique, ground text, place text, place_address text, place_phone text,
    received_here_at text, received_there_at text, confirmed_on text, confirmed_by_name text,
    ended_by text not null references user_account (id) on delete restrict, ended_at text not null
  ) strict, without rowid`,
  `create table seal_image (
    id integer primary key check (id = 1), attachment text references attachment (sha256) on delete restrict,
    width_tenths_mm integer not null, height_tenths_mm integer not null, is_on integer not null check (is_on in (0, 1)),
    changed_by text references user_account (id) on delete restrict, changed_at text, version integer not null
  ) strict`,
  'insert into seal_image (id, width_tenths_mm, height_tenths_mm, is_on, version) values (1, 400, 400, 0, 1)',
  'alter table paper add column seal_sha256 text references attachment (sha256) on delete restrict',
  'alter table paper add column seal_width_tenths_mm integer',
  'alter table paper add column seal_height_tenths_mm integer',
] as const

/**
 * What happens to an application between receipt and the end of the objection: answers to the notice of missing material, co-operation
 * letters (异地协作), prior aid (先行提供), the clerk's review opinion (审查意见), endings without a decision, objections (异议), delivery
 * (送达), and the seal image (印章图). A decision that the bureau ordered to be corrected stays beside the one that takes its place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
