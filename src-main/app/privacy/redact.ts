/** Stands for the id of somebody who must not be found: well formed, and nobody's. */
export const NOBODY = '00000000000000000000000000'

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/
/** Days, instants, clock times. */
const TIME = /^(\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?|\d{2}:\d{2})$/
/** Codes of lists and states: no names, and an answer whose code is missing is no answer. */
const CODE = /^[a-z][a-z0-9-]{0,40}$/
/** Fields that name what a row is about: the first of them that a row has tells that it is hidden. */
const NAMING = [
  'sentence',
  'personName',
  'person_name',
  'name',
  'title',
  'summary',
  'what',
  'visitor',
  'recipient',
  'html',
] as const
/** Numbers and keys that say which row it is and not whose; a screen needs them to draw it. */
const KEPT: ReadonlySet<string> = new Set(['number', 'caseNumber', 'archiveNumber', 'key', 'openPath', 'operation', 'confidence'])
/** Parts that hold no words of a matter: clocks count days. */
const KEPT_WHOLE: ReadonlySet<string> = new Set(['clock', 'clocks'])

/** Whether any text in the data, at whatever depth, is one of these ids. */
export function mentions(data: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof data === 'string') return ids.has(data)
  if (typeof data !== 'object' || data === null) return false
  return Object.values(data).some(part => mentions(part, ids))
}

/**
 * The same data with every row that carries one of these ids stripped of what it says: the naming field becomes `words`, other texts become
 * empty, other ids nobody's. Numbers, days, times, codes and the row's own id stay.
 */
export function redacted<Data>(data: Data, ids: ReadonlySet<string>, words: string): Data {
  return walk(data, ids, words) as Data
}

function walk(data: unknown, ids: ReadonlySet<string>, words: string): unknown {
  if (Array.isArray(data)) return data.map(part => walk(part, ids, words))
  if (typeof data !== 'object' || data === null || data instanceof Uint8Array) return data
  const isHidden = Object.values(data).some(part => typeof part === 'string' && ids.has(part))
  if (isHidden) return stripped(data, ids, words, NAMING.find(key => Object.hasOwn(data, key)) ?? null)
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, walk(part, ids, words)]))
}

function stripped(row: object, ids: ReadonlySet<string>, words: string, naming: string | null): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, part]: [string, unknown]) => {
      if (key === naming) return [key, part === null ? null : words]
      if (KEPT.has(key) || KEPT_WHOLE.has(key)) return [key, part]
      return [key, blank(part, ids, words)]
    }),
  )
}

function blank(part: unknown, ids: ReadonlySet<string>, words: string): unknown {
  if (typeof part === 'string') {
    if (ids.has(part) || TIME.test(part) || CODE.test(part)) return part
    if (ID.test(part)) return NOBODY
    // Lists that a store keeps as text.
    return part.startsWith('[') ? '[]' : ''
  }
  if (Array.isArray(part)) return []
  if (typeof part === 'object' && part !== null) return stripped(part, ids, words, null)
  return part
}
