import { sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from '../schema.ts'

/** How the key of a line divides the opponents who stand in it together: 李四、王五. */
const DIVIDER = /[、,;]/

/** Word for word the condition of the indexes over these lines: only so are they read instead of every file. */
const NAMES_SEVERAL = sql<boolean>`instr(opponent_key, '、') + instr(opponent_key, ',') + instr(opponent_key, ';') > 0`

/** Selects the keys of all lines in which several opponents (对方当事人) stand together, of applications and cases, each once. */
export function selectOpponentLines(db: ReadonlyKysely<Database>) {
  const applications = db.selectFrom('application').select('opponent_key as line').where(NAMES_SEVERAL)
  return applications.union(db.selectFrom('aid_case').select('opponent_key as line').where(NAMES_SEVERAL))
}

/** Which of these name keys stand in a line: the line as a whole, or some of several. */
export function opponentsIn(line: string, keys: readonly string[]): string[] {
  const parts = new Set([line, ...line.split(DIVIDER)])
  return keys.filter(key => parts.has(key))
}
