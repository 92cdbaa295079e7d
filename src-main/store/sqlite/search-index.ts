import { sql, type Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { foldText } from '../folded-text.ts'
import type { Database } from '../schema.ts'

export type SearchKind = 'person' | 'consultation' | 'application' | 'case'

/** What one person, consultation, application or case can be found by. */
export type SearchSubject = {
  readonly kind: SearchKind
  readonly subjectId: string
  /** Calendar day by which hits are ordered, newest first. */
  readonly sortDay: string
  /** The name of the person it is about: found by its first character, any part of two characters or more, initials and sound. */
  readonly name: string
  /** Pinyin initials of that name (`nameInitials`) and its sound (`nameSound`). */
  readonly initials: string
  readonly sound: string
  /** Certificate number of that person; only its last six characters are indexed. */
  readonly tail: string | null
  /** Other texts, found by any part of two characters or more: number, cause, opponent, phone. */
  readonly words: readonly (string | null)[]
}

/** A row of the index. `id` grows with the day, so that it also says where to go on. */
export type SearchHit = { readonly id: number; readonly kind: SearchKind; readonly subjectId: string }

/** Room for the entries of one day in `search_entry.id`, which is day × this + n: FTS5 then gives hits newest first without sorting. */
const ENTRIES_PER_DAY = 1_000_000
const DAY_IN_MILLISECONDS = 86_400_000
const SHORTEST_TAIL = 4
const LONGEST_TAIL = 6
/** From this many letters on, a word is also taken as the beginning of a name written out in pinyin. */
const SHORTEST_SOUND = 3
// Longer than any piece of text that is indexed, so that none can be taken for one of these.
const MARK = { first: 'first', initials: 'init', sound: 'sound', tail: 'tail', digit: 'digit' } as const
/** Every entry carries the mark of its kind, and every file that of a file. */
const KIND_MARK = {
  person: 'inperson',
  file: 'infile',
  consultation: 'inconsultation',
  application: 'inapplication',
  case: 'incase',
} as const
export type SearchAmong = keyof typeof KIND_MARK

/** Puts a subject into the index, in the place of what it was found by before. */
export async function indexSubject(trx: Transaction<Database>, subject: SearchSubject): Promise<void> {
  const old = await trx
    .selectFrom('search_entry')
    .select('id')
    .where('subject_id', '=', subject.subjectId)
    .where('kind', '=', subject.kind)
    .executeTakeFirst()
  if (old) {
    await trx.deleteFrom('search_bigram').where('rowid', '=', old.id).execute()
    await trx.deleteFrom('search_entry').where('id', '=', old.id).execute()
  }
  await insertEntries(trx, [{ ...subject, id: await nextId(trx, subject.sortDay) }])
}

/** Puts many new subjects into the index at once; none of them may be in it yet. For the sample generator and for imports. */
export async function indexNewSubjects(trx: Transaction<Database>, subjects: readonly SearchSubject[]): Promise<void> {
  const next = new Map<string, number>()
  const entries: Entry[] = []
  for (const subject of subjects) {
    const id = next.get(subject.sortDay) ?? (await nextId(trx, subject.sortDay))
    next.set(subject.sortDay, id + 1)
    entries.push({ ...subject, id })
  }
  // FTS5 flushes whenever a row id is smaller than the one before.
  entries.sort((a, b) => a.id - b.id)
  for (let from = 0; from < entries.length; from += 200) await insertEntries(trx, entries.slice(from, from + 200))
}

/** Takes subjects out of the index; those that are not in it are passed over. */
export async function removeSubjects(trx: Transaction<Database>, subjectIds: readonly string[]): Promise<void> {
  for (let from = 0; from < subjectIds.length; from += 1000) {
    const some = subjectIds.slice(from, from + 1000)
    const rows = await trx.selectFrom('search_entry').select('id').where('subject_id', 'in', some).execute()
    if (rows.length === 0) continue
    const ids = rows.map(row => row.id)
    await trx.deleteFrom('search_bigram').where('rowid', 'in', ids).execute()
    await trx.deleteFrom('search_entry').where('id', 'in', ids).execute()
  }
}

type Entry = SearchSubject & { readonly id: number }

async function insertEntries(trx: Transaction<Database>, entries: readonly Entry[]): Promise<void> {
  await trx
    .insertInto('search_entry')
    .values(
      entries.map(entry => ({
        id: entry.id,
        kind: entry.kind,
        subject_id: entry.subjectId,
        sort_day: entry.sortDay,
      })),
    )
    .execute()
  await trx
    .insertInto('search_bigram')
    .values(entries.map(entry => ({ rowid: entry.id, words: tokensOf(entry).join(' ') })))
    .execute()
}

async function nextId(trx: Transaction<Database>, sortDay: string): Promise<number> {
  const first = (Date.parse(`${sortDay}T00:00:00Z`) / DAY_IN_MILLISECONDS) * ENTRIES_PER_DAY
  const last = await trx
    .selectFrom('search_entry')
    .select('id')
    .where('id', '>=', first)
    .where('id', '<', first + ENTRIES_PER_DAY)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? last.id + 1 : first
}

/** The pieces of folded text with this many characters, each beginning one character after the one before. */
function piecesOf(folded: string, length: number): string[] {
  const characters = Array.from(folded)
  return characters.slice(length - 1).map((_, index) => characters.slice(index, index + length).join(''))
}

/**
 * The pieces that stand for a whole text in a question: the text itself where it has two characters, else all its pieces of three. Pieces of
 * two would also fit 1112 for 1211; of three they hardly ever fit what does not hold the text.
 */
function piecesToFind(folded: string): string[] {
  return piecesOf(folded, Array.from(folded).length === 2 ? 2 : 3)
}

/** Digits that stand alone in a text, as in 〔2026〕7号: pieces of two would lose them. */
function loneDigits(text: string | null): string[] {
  return (text ?? '').normalize('NFKC').match(/(?<!\d)\d(?!\d)/g) ?? []
}

function tokensOf(subject: SearchSubject): string[] {
  const name = foldText(subject.name)
  const tail = foldText(subject.tail ?? '')
  const tokens = new Set<string>([KIND_MARK[subject.kind]])
  if (subject.kind !== 'person') tokens.add(KIND_MARK.file)
  for (const folded of [name, ...subject.words.map(word => foldText(word ?? ''))])
    for (const length of [2, 3]) for (const piece of piecesOf(folded, length)) tokens.add(piece)
  for (const word of subject.words) for (const digit of loneDigits(word)) tokens.add(`${MARK.digit}${digit}`)
  const [first] = Array.from(name)
  if (first !== undefined) tokens.add(`${MARK.first}${first}`)
  for (let length = 1; length <= subject.initials.length; length += 1)
    tokens.add(`${MARK.initials}${subject.initials.slice(0, length)}`)
  if (subject.sound !== '') tokens.add(`${MARK.sound}${subject.sound}`)
  for (let length = SHORTEST_TAIL; length <= Math.min(LONGEST_TAIL, tail.length); length += 1)
    tokens.add(`${MARK.tail}${tail.slice(-length)}`)
  return [...tokens]
}

/** One piece of what was typed, folded: everything between blanks, with Latin letters and the rest kept apart where they meet. */
export type SearchTerm = { readonly text: string; readonly isLetters: boolean }

/** Splits what was typed into terms, each of which a hit must meet. */
export function searchTerms(words: string): SearchTerm[] {
  return words
    .split(/\s+/u)
    .map(foldText)
    .flatMap(folded => (/^[a-z0-9]*$/.test(folded) ? [folded] : (folded.match(/[a-z]+|[^a-z]+/g) ?? [])))
    .filter(text => text !== '')
    .map(text => ({ text, isLetters: /^[a-z]+$/.test(text) }))
}

/**
 * Hits for all terms, newest first, from below the entry `below` on (null: from the newest). A long text is sought by its pieces of three
 * characters; whoever must be sure that a hit holds it as a whole asks `meetsTerms`.
 */
export async function findHits(
  db: ReadonlyKysely<Database>,
  among: SearchAmong,
  terms: readonly SearchTerm[],
  below: number | null,
  limit: number,
): Promise<SearchHit[]> {
  if (terms.length === 0) return []
  let query = db
    .selectFrom('search_bigram as b')
    .innerJoin('search_entry as e', 'e.id', 'b.rowid')
    .select(['e.id', 'e.kind', 'e.subject_id'])
    .where(matches(among, terms))
    .orderBy('b.rowid', 'desc')
    .limit(limit)
  if (below !== null) query = query.where('b.rowid', '<', below)
  const rows = await query.execute()
  return rows.map(row => ({ id: row.id, kind: row.kind, subjectId: row.subject_id }))
}

/** The ids of all hits, as a subquery for lists: `where('a.id', 'in', foundIds(db, 'application', terms))`. */
export function foundIds(db: ReadonlyKysely<Database>, among: SearchAmong, terms: readonly SearchTerm[]) {
  return db
    .selectFrom('search_bigram as found')
    .innerJoin('search_entry as entry', 'entry.id', 'found.rowid')
    .select('entry.subject_id')
    .where(matches(among, terms))
}

function matches(among: SearchAmong, terms: readonly SearchTerm[]) {
  const expression = [quote(KIND_MARK[among]), ...terms.map(termExpression)].join(' AND ')
  return sql<boolean>`search_bigram match ${expression}`
}

function termExpression({ text, isLetters }: SearchTerm): string {
  if (Array.from(text).length === 1 && !isLetters) return quote(`${/^\d$/.test(text) ? MARK.digit : MARK.first}${text}`)
  const choices: string[] = []
  if (text.length > 1) choices.push(`(${piecesToFind(text).map(quote).join(' AND ')})`)
  if (isLetters) {
    choices.push(quote(`${MARK.initials}${text}`))
    if (text.length >= SHORTEST_SOUND) choices.push(`${quote(`${MARK.sound}${text}`)} *`)
  } else if (/^[a-z0-9]+$/.test(text) && text.length >= SHORTEST_TAIL) {
    choices.push(quote(`${MARK.tail}${text.slice(-LONGEST_TAIL)}`))
  }
  return `(${choices.join(' OR ')})`
}

/** Whether a subject really meets every term: the whole term in one of its texts, or in its initials, sound or certificate tail. */
export function meetsTerms(
  terms: readonly SearchTerm[],
  subject: Omit<SearchSubject, 'kind' | 'subjectId' | 'sortDay'>,
): boolean {
  const name = foldText(subject.name)
  const texts = [name, ...subject.words.map(word => foldText(word ?? ''))]
  const tail = foldText(subject.tail ?? '')
  return terms.every(({ text, isLetters }) => {
    if (Array.from(text).length === 1 && !isLetters)
      return name.startsWith(text) || subject.words.some(word => loneDigits(word).includes(text))
    if (texts.some(one => one.includes(text)) || (text.length >= SHORTEST_TAIL && tail.endsWith(text))) return true
    return isLetters && (subject.initials.startsWith(text) || (text.length >= SHORTEST_SOUND && subject.sound.startsWith(text)))
  })
}

function quote(token: string): string {
  return `"${token.replaceAll('"', '""')}"`
}
