import { type Kysely, sql } from 'kysely'

/**
 * A void number stays void, but for one case: a number whose import was undone (导入撤销) belongs to an entry of a paper register, and the
 * next import of that register brings the same entry under the same number.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger number_ledger_keeps_numbers`.execute(db)
  await sql`create trigger number_ledger_keeps_numbers before update on number_ledger
    when (old.status = 'void' and not (old.void_reason = '导入撤销' and new.status = 'used'))
      or (old.status = 'used' and new.status = 'reserved')
      or new.text is not old.text or new.series is not old.series or new.year is not old.year or new.seq is not old.seq
    begin select raise(abort, 'a number keeps its text and a void one stays void'); end`.execute(db)
}
