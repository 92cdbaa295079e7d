import { type Kysely, sql } from 'kysely'

const statements = [
  `create table clock_cancellation (
    id text primary key, limit_id text not null, subject_kind text not null check (subject_kind in ('application', 'case')), subject_id text not null,
    reason text not null, cancelled_by text not null references user_account (id) on delete restrict, cancelled_at text not null,
    restored_by text references user_account (id) on delete restrict, restored_at text, restore_reason text
  ) strict`,
  `create unique index ux_clock_cancellation__standing on clock_cancellation (subject_id, limit_id, subject_kind) where restored_at is null`,
  `create index ix_clock_cancellation__subject on clock_cancellation (subject_id, limit_id)`,
  `create trigger clock_cancellation_keeps_rows before delete on clock_cancellation begin select raise(abort, 'cancelled clocks are never deleted'); end`,
  `create table pack_draft (
    id text primary key, name text not null, base_version text not null, content text not null,
    created_by text not null references user_account (id) on delete restrict, created_at text not null,
    changed_by text not null references user_account (id) on delete restrict, changed_at text not null,
    trial text, version integer not null
  ) strict`,
  `create table pack_draft_change (
    draft_id text not null references pack_draft (id) on delete cascade, seq integer not null, place text not null, path text not null,
    before_json text, after_json text, changed_by text not null references user_account (id) on delete restrict, changed_at text not null,
    primary key (draft_id, seq)
  ) strict`,
  `alter table rule_pack add column withdrawn_at text`,
  `alter table rule_pack add column withdrawn_by text references user_account (id) on delete restrict`,
  `alter table rule_pack add column withdrawn_reason text`,
  `create table holiday_import (
    id text primary key, year integer not null, file_name text not null, attachment text not null,
    imported_by text not null references user_account (id) on delete restrict, imported_at text not null,
    undone_by text references user_account (id) on delete restrict, undone_at text, undo_reason text
  ) strict`,
  `create index ix_holiday_import__year on holiday_import (year, imported_at)`,
  `create table holiday_day (
    import_id text not null references holiday_import (id) on delete cascade, date text not null, name text not null,
    is_working integer not null check (is_working in (0, 1)), primary key (import_id, date)
  ) strict`,
] as const

/** Clocks (期限) cancelled with a reason, drafts of rule packs (规则包草稿), packs withdrawn before their day, and holiday orders (放假安排) from files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
