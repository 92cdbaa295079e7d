import { sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from '../schema.ts'

/** A name without its n-th character, as the expression indexes of `person` have it: names that differ in one character meet there. */
const WITHOUT = [
  sql<string>`substr(name_key, 2)`,
  sql<string>`substr(name_key, 1, 1) || substr(name_key, 3)`,
  sql<string>`substr(name_key, 1, 2) || substr(name_key, 4)`,
  sql<string>`substr(name_key, 1, 3) || substr(name_key, 5)`,
] as const
/** Shorter remainders fit too many. */
const SHORTEST = 2

/**
 * Ids of people whose name has one character changed, one more or one less, among the first four; for a name of more than four characters
 * also those that begin with the same four. Every question walks an index. The caller judges how like they really are.
 */
export async function findSimilarNameIds(db: ReadonlyKysely<Database>, nameKey: string, limit: number): Promise<string[]> {
  const characters = Array.from(nameKey)
  const found: { id: string }[] = []
  const people = db.selectFrom('person').select('id')
  for (const [index, expression] of WITHOUT.entries()) {
    const remainder = [...characters.slice(0, index), ...characters.slice(index + 1)].join('')
    if (index < characters.length && Array.from(remainder).length >= SHORTEST) {
      found.push(...(await people.where(expression, '=', remainder).limit(limit).execute()))
      found.push(...(await people.where('name_key', '=', remainder).limit(limit).execute()))
    }
    if (characters.length >= SHORTEST) found.push(...(await people.where(expression, '=', nameKey).limit(limit).execute()))
  }
  if (characters.length > 4) {
    const start = characters.slice(0, 4).join('')
    const rows = people.where('name_key', '>=', start).where('name_key', '<', `${start}\u{10ffff}`)
    found.push(...(await rows.limit(limit).execute()))
  }
  return [...new Set(found.map(row => row.id))]
}
