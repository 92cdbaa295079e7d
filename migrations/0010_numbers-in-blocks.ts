import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table number_block (
    id text primary key, series text not null, year integer not null, first_seq integer not null, last_seq integer not null,
    holder text not null, reason text not null, reserved_at text not null, reserved_by text not null references user_account (id) on delete restrict
  ) strict`,
  `create index ix_number_block__series on number_block (series, year, first_seq)`,
  `create table number_statement (
    id text primary key, series text not null, year integer not null, first_seq integer not null, last_seq integer not null,
    kind text not null check (kind in ('before-start', 'other')), reason text not null,
    stated_at text not null, stated_by text not null references user_account (id) on delete restrict,
    withdrawn_at text, withdrawn_by text references user_account (id) on delete restrict, withdraw_reason text
  ) strict`,
  `create index ix_number_statement__series on number_statement (series, year, first_seq)`,
  `create table number_ledger_wider (
    series text not null, year integer not null, seq integer not null, text text not null,
    status text not null check (status in ('used', 'void', 'reserved')), subject_kind text not null, subject_id text not null,
    drawn_at text not null, drawn_by text not null references user_account (id) on delete restrict,
    void_reason text, voided_at text, voided_by text references user_account (id) on delete restrict,
    dated_on text, back_reason text, parent_text text, block_id text references number_block (id) on delete restrict,
    primary key (series, year, seq)
  ) strict, without rowid`,
  `insert into number_ledger_wider (series, year, seq, text, status, subject_kind, subject_id, drawn_at, drawn_by, void_reason, voided_at, voided_by)
    select series, year, seq, text, status, subject_kind, subject_id, drawn_at, drawn_by, void_reason, voided_at, voided_by from number_ledger`,
  `drop table number_ledger`,
  `alter table number_ledger_wider rename to number_ledger`,
  `create unique index ux_number_ledger__text on number_ledger (text)`,
  `create index ix_number_ledger__block on number_ledger (block_id, seq) where block_id is not null`,
  `create trigger number_ledger_keeps_rows before delete on number_ledger begin select raise(abort, 'numbers are never deleted'); end`,
  `create trigger number_ledger_keeps_numbers before update on number_ledger
    when old.status = 'void' or (old.status = 'used' and new.status = 'reserved')
      or new.text is not old.text or new.series is not old.series or new.year is not old.year or new.seq is not old.seq
    begin select raise(abort, 'a number keeps its text and a void one stays void'); end`,
  `create trigger number_block_keeps_rows before delete on number_block begin select raise(abort, 'blocks of numbers are never deleted'); end`,
  `create trigger number_statement_keeps_rows before delete on number_statement
    begin select raise(abort, 'statements about numbers are never deleted'); end`,
]

/**
 * The number ledger (编号台账) learns three things: numbers reserved in blocks (预留号段), numbers of old files entered late in their true
 * year (补录), and the number a number grew out of (阶段变更). Statements of the director (空号说明) explain the holes of old registers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
