import { type Kysely, sql } from 'kysely'

const statements = [
  `create table center (
    id integer primary key check (id = 1),
    full_name text not null, short_name text not null, region_code text not null, fonds_name text not null, fonds_code text not null,
    address text not null, phone text not null, bureau_name text not null,
    idle_minutes integer not null, is_practice integer not null check (is_practice in (0, 1)),
    created_at text not null, version integer not null
  ) strict`,
  `create table user_account (
    id text primary key, name text not null, is_active integer not null check (is_active in (0, 1)),
    created_at text not null, version integer not null
  ) strict`,
  `create table user_role (
    user_id text not null references user_account (id) on delete cascade,
    role text not null check (role in ('clerk', 'archivist', 'director', 'administrator')),
    primary key (user_id, role)
  ) strict, without rowid`,
  `create table draft (
    user_id text not null references user_account (id) on delete cascade, form text not null, content text not null, saved_at text not null,
    primary key (user_id, form)
  ) strict, without rowid`,
  `create table rule_pack (
    id text primary key, version text not null, name text not null, content text not null, sha256 text not null,
    enacted_on text not null, enacted_by text references user_account (id) on delete restrict, enacted_at text not null
  ) strict`,
  `create unique index ux_rule_pack__version on rule_pack (version)`,
  `create table number_ledger (
    series text not null, year integer not null, seq integer not null, text text not null,
    status text not null check (status in ('used', 'void')), subject_kind text not null, subject_id text not null,
    drawn_at text not null, drawn_by text not null references user_account (id) on delete restrict,
    void_reason text, voided_at text, voided_by text references user_account (id) on delete restrict,
    primary key (series, year, seq)
  ) strict, without rowid`,
  `create unique index ux_number_ledger__text on number_ledger (text)`,
  `create table number_series (
    series text not null, year integer not null, last_seq integer not null, primary key (series, year)
  ) strict, without rowid`,
  `create table person (
    id text primary key, name text not null, name_key text not null, pinyin text not null, pinyin_initials text not null,
    certificate_kind text, certificate_number text, certificate_note text,
    sex text check (sex in ('male', 'female')), birth_date text, phone text, household_address text, address text,
    created_at text not null, version integer not null
  ) strict`,
  `create index ix_person__name_key on person (name_key)`,
  `create index ix_person__pinyin on person (pinyin)`,
  `create index ix_person__phone on person (phone) where phone is not null`,
  `create index ix_person__certificate_number on person (certificate_number) where certificate_number is not null`,
  `create table person_category (
    person_id text not null references person (id) on delete cascade, category text not null, primary key (person_id, category)
  ) strict, without rowid`,
  `create table consultation (
    id text primary key, number text not null unique, channel text not null, received_on text not null, received_at text,
    person_id text not null references person (id) on delete restrict,
    matter_type text not null, cause text not null, opponent_name text, content text not null, answer text,
    told_of_right integer not null check (told_of_right in (0, 1)), outcome text not null,
    consultant_id text not null references user_account (id) on delete restrict,
    registered_by text not null references user_account (id) on delete restrict, registered_at text not null, version integer not null
  ) strict`,
  `create index ix_consultation__received_on on consultation (received_on, id)`,
  `create index ix_consultation__person on consultation (person_id)`,
  `create table application (
    id text primary key, number text not null unique, consultation_id text references consultation (id) on delete restrict,
    received_on text not null, person_id text not null references person (id) on delete restrict,
    matter_type text not null, stage text not null, cause text not null, scope text not null, aid_forms text not null,
    opponent_name text, opponent_key text, agency text, facts text not null,
    hardship_input text not null, hardship_result text not null, hardship_outcome text not null, pack_version text not null,
    status text not null check (status in ('deciding', 'supplementing', 'granted', 'refused', 'withdrawn')),
    closed_on text, registered_by text not null references user_account (id) on delete restrict, registered_at text not null,
    version integer not null
  ) strict`,
  `create index ix_application__status on application (status, received_on)`,
  `create index ix_application__received_on on application (received_on)`,
  `create index ix_application__person on application (person_id)`,
  `create index ix_application__opponent_key on application (opponent_key) where opponent_key is not null`,
  `create index ix_application__consultation on application (consultation_id) where consultation_id is not null`,
  `create table application_category (
    application_id text not null references application (id) on delete cascade, category text not null, primary key (application_id, category)
  ) strict, without rowid`,
  `create table application_material (
    application_id text not null references application (id) on delete cascade, position integer not null,
    name text not null, copies integer not null, is_original integer not null check (is_original in (0, 1)),
    primary key (application_id, position)
  ) strict, without rowid`,
  `create table supplement (
    id text primary key, application_id text not null references application (id) on delete restrict,
    number text not null, asked_on text not null, answered_on text, due_on text, missing text not null
  ) strict`,
  `create index ix_supplement__application on supplement (application_id)`,
  `create table decision (
    id text primary key, application_id text not null unique references application (id) on delete restrict,
    outcome text not null check (outcome in ('granted', 'refused')), number text not null unique, decided_on text not null,
    decided_by text not null references user_account (id) on delete restrict, aid_forms text not null, refusal_reasons text not null,
    opinion text not null, pack_version text not null, decided_at text not null
  ) strict`,
  `create index ix_decision__decided_on on decision (decided_on)`,
  `create table provider (
    id text primary key, kind text not null, name text not null, credit_code text, phone text, address text,
    is_active integer not null check (is_active in (0, 1)), version integer not null
  ) strict`,
  `create table handler (
    id text primary key, provider_id text not null references provider (id) on delete restrict, name text not null, kind text not null,
    licence_number text, practising_since text, criminal_defence_since text,
    is_public_employee integer not null check (is_public_employee in (0, 1)), phone text, certificate_number text, bank_name text, bank_account text,
    is_active integer not null check (is_active in (0, 1)), version integer not null
  ) strict`,
  `create index ix_handler__provider on handler (provider_id)`,
  `create table aid_case (
    id text primary key, number text not null unique, application_id text not null unique references application (id) on delete restrict,
    person_id text not null references person (id) on delete restrict, opened_on text not null,
    matter_type text not null, stage text not null, cause text not null, opponent_name text,
    is_life_or_death integer not null check (is_life_or_death in (0, 1)),
    status text not null check (status in ('awaiting-assignment', 'handling', 'awaiting-papers', 'reviewing-papers', 'awaiting-volume', 'sealed')),
    closed_on text, closing_basis text, closing_mode text, outcome text, recovered_fen integer, persons_helped integer, hearings integer,
    complexity text check (complexity in ('ordinary', 'complex')), closing_summary text, closed_by text references user_account (id) on delete restrict,
    papers_received_on text, papers_reviewed_on text, pack_version text not null, version integer not null
  ) strict`,
  `create index ix_aid_case__status on aid_case (status, opened_on)`,
  `create index ix_aid_case__opened_on on aid_case (opened_on, id)`,
  `create index ix_aid_case__closed_on on aid_case (closed_on) where closed_on is not null`,
  `create index ix_aid_case__person on aid_case (person_id)`,
  `create table assignment (
    id text primary key, case_id text not null references aid_case (id) on delete restrict,
    provider_id text not null references provider (id) on delete restrict, handler_id text not null references handler (id) on delete restrict,
    number text not null unique, assigned_on text not null, ended_on text, end_reason text, pack_version text not null,
    assigned_by text not null references user_account (id) on delete restrict
  ) strict`,
  `create unique index ux_assignment__current on assignment (case_id) where ended_on is null`,
  `create index ix_assignment__handler on assignment (handler_id)`,
  `create table case_event (
    id text primary key, case_id text not null references aid_case (id) on delete restrict, happened_on text not null,
    title text not null, detail text not null, entered_by text not null references user_account (id) on delete restrict, entered_at text not null
  ) strict`,
  `create index ix_case_event__case on case_event (case_id, happened_on)`,
  `create table payment_list (
    id text primary key, number text not null unique, made_on text not null, made_by text not null references user_account (id) on delete restrict,
    total_fen integer not null, paid_on text, receipt text, version integer not null
  ) strict`,
  `create table subsidy_sheet (
    id text primary key, number text not null unique, case_id text not null unique references aid_case (id) on delete restrict,
    handler_id text not null references handler (id) on delete restrict,
    input text not null, computation text not null, tier_label text not null, total_fen integer not null, pack_version text not null,
    status text not null check (status in ('awaiting-approval', 'returned', 'approved', 'listed', 'paid')),
    prepared_by text not null references user_account (id) on delete restrict, prepared_at text not null,
    approved_by text references user_account (id) on delete restrict, approved_at text, approved_on text, times_returned integer not null,
    payment_list_id text references payment_list (id) on delete restrict, version integer not null
  ) strict`,
  `create index ix_subsidy_sheet__status on subsidy_sheet (status, prepared_at)`,
  `create index ix_subsidy_sheet__approved_on on subsidy_sheet (approved_on) where approved_on is not null`,
  `create index ix_subsidy_sheet__payment_list on subsidy_sheet (payment_list_id) where payment_list_id is not null`,
  `create table subsidy_act (
    id text primary key, subsidy_id text not null references subsidy_sheet (id) on delete restrict,
    act text not null check (act in ('prepared', 'revised', 'returned', 'approved', 'listed', 'paid')),
    opinion text not null, acted_by text not null references user_account (id) on delete restrict, acted_at text not null
  ) strict`,
  `create index ix_subsidy_act__subsidy on subsidy_act (subsidy_id)`,
  `create table attachment (
    sha256 text primary key, bytes integer not null, media_type text not null, pages integer not null, created_at text not null
  ) strict, without rowid`,
  `create table volume (
    id text primary key, case_id text not null unique references aid_case (id) on delete restrict, archive_number text unique,
    template text not null, title text not null, started_on text not null, ended_on text not null, archive_year integer not null,
    retention text not null, retention_reason text not null, secrecy text not null check (secrecy in ('none', 'restricted')), location text,
    note text not null, excuses text not null, arranged_by text references user_account (id) on delete restrict,
    checked_by text references user_account (id) on delete restrict,
    status text not null check (status in ('arranging', 'sealed')), sealed_at text, sealed_by text references user_account (id) on delete restrict,
    package_sha256 text references attachment (sha256) on delete restrict, content_digest text, page_count integer not null, item_count integer not null,
    pack_version text not null, created_at text not null, version integer not null
  ) strict`,
  `create index ix_volume__year on volume (archive_year, archive_number)`,
  `create index ix_volume__status on volume (status)`,
  `create table volume_item (
    id text primary key, volume_id text not null references volume (id) on delete cascade, template_item integer not null, position integer not null,
    title text not null, document_number text, author text, dated_on text, remark text
  ) strict`,
  `create index ix_volume_item__volume on volume_item (volume_id, position)`,
  `create table volume_page (
    id text primary key, item_id text not null references volume_item (id) on delete cascade, position integer not null,
    attachment text not null references attachment (sha256) on delete restrict, source_page integer not null,
    is_blank integer not null check (is_blank in (0, 1))
  ) strict`,
  `create index ix_volume_page__item on volume_page (item_id, position)`,
  `create table paper (
    id text primary key, form text not null, subject_kind text not null, subject_id text not null, title text not null, number text,
    facts text not null, html_sha256 text not null references attachment (sha256) on delete restrict,
    is_landscape integer not null check (is_landscape in (0, 1)), issued_at text not null,
    issued_by text not null references user_account (id) on delete restrict, times_printed integer not null, pack_version text not null
  ) strict`,
  `create index ix_paper__subject on paper (subject_kind, subject_id)`,
  `create table parcel (
    id text primary key, number text not null unique, title text not null, period text not null, content text not null,
    sha256 text not null, pack_version text not null, made_at text not null, made_by text not null references user_account (id) on delete restrict
  ) strict`,
  `create table audit_entry (
    seq integer primary key, at text not null, actor_id text not null, operation text not null,
    subject_kind text not null, subject_id text not null, summary text not null, before_json text, after_json text,
    previous_hash text not null, hash text not null
  ) strict`,
  `create index ix_audit_entry__subject on audit_entry (subject_id, seq)`,
  `create trigger audit_entry_keeps_rows before delete on audit_entry begin select raise(abort, 'audit entries are never deleted'); end`,
  `create trigger audit_entry_keeps_words before update on audit_entry begin select raise(abort, 'audit entries are never changed'); end`,
  `create trigger number_ledger_keeps_rows before delete on number_ledger begin select raise(abort, 'numbers are never deleted'); end`,
  `create trigger volume_stays_sealed before update on volume when old.status = 'sealed'
    and (new.archive_number is not old.archive_number or new.title is not old.title or new.status is not old.status or new.content_digest is not old.content_digest
      or new.retention is not old.retention or new.note is not old.note or new.page_count is not old.page_count or new.excuses is not old.excuses)
    begin select raise(abort, 'a sealed volume is never changed'); end`,
  `create trigger sealed_volume_is_kept before delete on volume when old.status = 'sealed'
    begin select raise(abort, 'a sealed volume is never deleted'); end`,
  `create trigger sealed_volume_takes_no_item before insert on volume_item when (select status from volume where id = new.volume_id) = 'sealed'
    begin select raise(abort, 'a sealed volume is never changed'); end`,
  `create trigger sealed_item_stays before update on volume_item
    when 'sealed' in (select status from volume where id in (old.volume_id, new.volume_id))
    begin select raise(abort, 'a sealed volume is never changed'); end`,
  `create trigger sealed_item_is_kept before delete on volume_item when (select status from volume where id = old.volume_id) = 'sealed'
    begin select raise(abort, 'a sealed volume is never changed'); end`,
  `create trigger sealed_volume_takes_no_page before insert on volume_page
    when (select v.status from volume v join volume_item i on i.volume_id = v.id where i.id = new.item_id) = 'sealed'
    begin select raise(abort, 'a sealed volume is never changed'); end`,
  `create trigger sealed_page_stays before update on volume_page
    when 'sealed' in (select v.status from volume v join volume_item i on i.volume_id = v.id where i.id in (old.item_id, new.item_id))
    begin select raise(abort, 'a sealed volume is never changed'); end`,
  `create trigger sealed_page_is_kept before delete on volume_page
    when (select v.status from volume v join volume_item i on i.volume_id = v.id where i.id = old.item_id) = 'sealed'
    begin select raise(abort, 'a sealed volume is never changed'); end`,
] as const

/** Everything that one case needs from the front desk to the report. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
