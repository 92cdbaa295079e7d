/** The first letter of the pinyin (拼音首字母) of each character; other characters stand for themselves. One entry for each character. */
export type Initials = (text: string) => readonly string[]

/** A run of characters of a text and whether it is what was searched for. */
export type MarkedRun = { readonly text: string; readonly isMatch: boolean }

let loading: Promise<Initials> | null = null

/** Brings the pinyin dictionary in when it is first needed: it is too large to load with the window. */
export function loadInitials(): Promise<Initials> {
  loading ??= import('pinyin-pro').then(
    ({ pinyin }) =>
      text =>
        pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }),
  )
  return loading
}

function runs(text: readonly string[], from: number, length: number): readonly MarkedRun[] {
  return [
    { text: text.slice(0, from).join(''), isMatch: false },
    { text: text.slice(from, from + length).join(''), isMatch: true },
    { text: text.slice(from + length).join(''), isMatch: false },
  ].filter(run => run.text !== '')
}

/**
 * Cuts `text` where it holds `words`, by its characters (letters in either case) or, with `initials`, by the pinyin initials of its
 * characters: 周德明 for `zdm`. One unmarked run when it holds neither.
 */
export function markMatches(text: string, words: string, initials: Initials | null): readonly MarkedRun[] {
  const wanted = [...words.trim().toLowerCase()]
  const characters = [...text]
  if (wanted.length === 0 || characters.length === 0) return [{ text, isMatch: false }]
  const at = placeOf(
    characters.map(character => character.toLowerCase()),
    wanted,
  )
  if (at !== -1) return runs(characters, at, wanted.length)
  const letters = initials?.(text).map(letter => letter.slice(0, 1).toLowerCase())
  const byInitials = letters && letters.length === characters.length ? placeOf(letters, wanted) : -1
  return byInitials === -1 ? [{ text, isMatch: false }] : runs(characters, byInitials, wanted.length)
}

/** Whether `text` holds `words` by its characters or by its pinyin initials. Empty words match everything. */
export function matchesWords(text: string, words: string, initials: Initials | null): boolean {
  return words.trim() === '' || markMatches(text, words, initials).some(run => run.isMatch)
}

function placeOf(where: readonly string[], wanted: readonly string[]): number {
  return where.findIndex((_, start) => wanted.every((letter, offset) => where[start + offset] === letter))
}
