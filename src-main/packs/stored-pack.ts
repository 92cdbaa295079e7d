import { rulePack } from '../contract/rule-pack.ts'
import { collidingSeries } from '../domain/number-collisions.ts'
import type { NumberSeries, RulePack } from '../domain/rule-pack/rule-pack.ts'
import { type ParsedRulePack, parseRulePack, shippedPack } from './load-pack.ts'

/** Lists whose every entry the program asks for by its id. */
const CLOSED_LISTS = [['numberSeries'], ['time', 'limits'], ['wording'], ['papers']] as const

type Path = readonly PropertyKey[]

/**
 * Reads a rule pack that a center signed, perhaps under an earlier version of the program. Parts that this version needs and that pack
 * could not have are taken from the shipped pack; nothing that was signed is changed, and the stored text with its hash stays as it is.
 */
export function parseStoredPack(text: string): ParsedRulePack {
  const known = lastRead.get(text)
  if (known) return known
  const read = readStored(text)
  if (lastRead.size >= MOST_KEPT) lastRead.clear()
  lastRead.set(text, read)
  return read
}

/** Packs of a center are read again after each signing, and again for each center; a pack is a tenth of a second of work. */
const MOST_KEPT = 8
const lastRead = new Map<string, ParsedRulePack>()

function readStored(text: string): ParsedRulePack {
  const parsed = parseRulePack(text)
  if (parsed.ok) return parsed
  const document = jsonOf(text)
  const shipped = shippedPack()
  const signedSeries = listAt(document, ['numberSeries']).map(nameOf)
  for (const path of CLOSED_LISTS) appendMissing(valueAt(document, path), valueAt(shipped, path), () => true)
  const verdict = rulePack.safeParse(document)
  for (const { path } of verdict.success ? [] : verdict.error.issues) fillIn(document, shipped, path)
  const filled = rulePack.safeParse(document)
  if (filled.success) keepNumbersApart(document, filled.data, signedSeries)
  const whole = parseRulePack(JSON.stringify(document))
  if (whole.ok) return { ...whole, text }
  // What was taken over may speak of codes and texts that came with it; nothing else comes back that a center has taken out.
  const asked = new Set(whole.problems.flatMap(problem => [...problem.message.matchAll(/“([^”]+)”/g)].map(match => match[1])))
  for (const path of [['sources'], ...Object.keys(shipped.codes).map(list => ['codes', list])])
    appendMissing(valueAt(document, path), valueAt(shipped, path), entry => asked.has(String(nameOf(entry))))
  const mended = parseRulePack(JSON.stringify(document))
  return mended.ok ? { ...mended, text } : parsed
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function appendMissing(list: unknown, shipped: unknown, isAsked: (entry: unknown) => boolean): void {
  if (!Array.isArray(list) || !Array.isArray(shipped)) return
  const known = new Set(list.map(nameOf))
  list.push(...structuredClone(shipped.filter(entry => !known.has(nameOf(entry)) && isAsked(entry))))
}

/** A series that came with a later version may not give a number of a signed one: then its own label stands in it instead. */
function keepNumbersApart(document: unknown, { codes }: Pick<RulePack, 'codes'>, signed: readonly unknown[]): void {
  const series = listAt(document, ['numberSeries']) as readonly NumberSeries[]
  if (signed.length === series.length) return
  const colliding = new Set(collidingSeries(series, codes).flatMap(({ first, second }) => [first, second]))
  for (const one of series)
    if (colliding.has(one.id) && !signed.includes(one.id)) Object.assign(one, { pattern: `{short}${one.label}〔{year}〕{seq}号` })
}

/** Puts the shipped value at a place where the stored pack has none. Entries of lists are the same when they bear the same id or code. */
function fillIn(document: unknown, shipped: unknown, path: Path): void {
  const key = path.at(-1)
  const parent = valueAt(document, path.slice(0, -1))
  if (key === undefined || typeof parent !== 'object' || parent === null || Object.hasOwn(parent, key)) return
  let source = shipped
  let place = document
  for (const step of path.slice(0, -1)) {
    place = valueAt(place, [step])
    source = Array.isArray(source) ? source.find(entry => nameOf(entry) === nameOf(place)) : valueAt(source, [step])
  }
  const value = valueAt(source, [key])
  if (value !== undefined) Object.assign(parent, { [key]: structuredClone(value) })
}

function listAt(from: unknown, path: Path): readonly unknown[] {
  const list = valueAt(from, path)
  return Array.isArray(list) ? list : []
}

function valueAt(from: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    from,
  )
}

/** What a list knows an entry by: its id, its code, or, of a text of law, its name. */
function nameOf(entry: unknown): unknown {
  return valueAt(entry, ['id']) ?? valueAt(entry, ['code']) ?? valueAt(entry, ['name'])
}
