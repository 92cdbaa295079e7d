import { type Kysely, sql } from 'kysely'

/**
 * Search by two characters: FTS5 has no tokenizer for that, so code splits the text into two-character tokens. `kind` and `subject_id`
 * say what a row stands for; `sort_day` lets a hit list be ordered by date, which costs far less than by rank.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_entry (
    id integer primary key, kind text not null check (kind in ('person', 'consultation', 'application', 'case')), subject_id text not null, sort_day text not null
  ) strict`.execute(db)
  await sql`create unique index ux_search_entry__subject on search_entry (subject_id, kind)`.execute(db)
  await sql`create virtual table search_bigram using fts5 (words, tokenize = 'unicode61', content = '', contentless_delete = 1, detail = none)`.execute(
    db,
  )
}
