import { type Kysely, sql } from 'kysely'

/**
 * The lines in which several opponents (对方当事人) stand together, 李四、王五, have an index of their own: the check for conflicts of interest
 * reads them at every save, and all the other lines stay unread. The assignments (指派) of a case, ended ones too, are found by its id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['application', 'aid_case'])
    await sql`create index ${sql.ref(`ix_${table}__several_opponents`)} on ${sql.table(table)} (opponent_key)
      where instr(opponent_key, '、') + instr(opponent_key, ',') + instr(opponent_key, ';') > 0`.execute(db)
  await sql`create index ix_assignment__case on assignment (case_id)`.execute(db)
}
