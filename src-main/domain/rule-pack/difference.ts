import { clauseOf } from '../rule-basis.ts'
import { packItemIdentity, packItemWords, packPathWords } from './field-words.ts'
import type { RulePack } from './rule-pack.ts'
import { type PackGroup, type PackLine, packSections } from './sections.ts'

/** A rule that a new pack adds, drops or changes; texts as people read them, null on the side where there is none. */
export type PackChange = {
  readonly key: string
  readonly section: string
  readonly title: string
  readonly before: string | null
  readonly after: string | null
}

/** What a new pack changes against the one in force, in the order of the new one's chapters; dropped rules close each chapter. */
export function packChanges(inForce: RulePack, next: RulePack): readonly PackChange[] {
  const before = new Map(packSections(inForce).map(section => [section.id, section]))
  return packSections(next).flatMap(section => {
    const old = linesOf(before.get(section.id)?.groups ?? [])
    const now = linesOf(section.groups)
    const changed = [...now].flatMap(([key, line]) => {
      const was = old.get(key)
      const [left, right] = [was ? wordsOf(was) : null, wordsOf(line)]
      return left === right
        ? []
        : [{ key: `${section.id}/${key}`, section: section.title, title: line.title, before: left, after: right }]
    })
    const dropped = [...old].flatMap(([key, line]) =>
      now.has(key)
        ? []
        : [{ key: `${section.id}/${key}`, section: section.title, title: line.title, before: wordsOf(line), after: null }],
    )
    return [...changed, ...dropped]
  })
}

/** Rules by group and key; what a group says of all its rules (its dates, what it is used for) counts as a rule of its own. */
function linesOf(groups: readonly PackGroup[]): Map<string, PackLine> {
  return new Map(
    groups.flatMap(group => [
      ...(group.note === undefined
        ? []
        : [[`${group.title}#`, { key: '#', title: group.title, text: group.note, basis: null }] as const]),
      ...group.lines.map(line => [`${group.title}#${line.key}`, line] as const),
    ]),
  )
}

function wordsOf(line: PackLine): string {
  const basis = line.basis ? `${clauseOf(line.basis)}${line.basis.confidence === 'H' ? '' : '　待核实'}` : ''
  return [line.text, basis].filter(Boolean).join('　')
}

/** Whether the rules of two packs are the same to the last letter, whatever their names, versions and dates. */
export function isSamePack(left: RulePack, right: RulePack): boolean {
  return rulesText(left) === rulesText(right)
}

function rulesText({ id: _, version: __, name: ___, effectiveFrom: ____, note: _____, ...rules }: RulePack): string {
  return JSON.stringify(rules)
}

/**
 * Everything that differs between two packs: the rules in plain words, then whatever the words of a chapter do not tell (identifiers,
 * conditions nobody reads), place by place, so that no change can hide.
 */
export function packDifference(before: RulePack, after: RulePack): readonly PackChange[] {
  const told = packChanges(before, after)
  const titles = new Map(packSections(after).map(section => [section.id, section.title]))
  const untold = placeChanges(before, after).filter(change => !isTold(change, told))
  return [
    ...told,
    ...untold.map(change => {
      const [top = ''] = change.path
      const holder = change.after === undefined ? before : after
      return {
        key: `place/${change.path.join('/')}`,
        section: titles.get(CHAPTER_OF[top] ?? '') ?? '规则包',
        title: packPathWords(holder, change.path),
        before: change.before === undefined ? null : valueWords(change.before),
        after: change.after === undefined ? null : valueWords(change.after),
      }
    }),
  ]
}

/** A value of the file that differs. `undefined` on the side where there is none; list items are matched by what they are known by. */
export type PlaceChange = {
  /** Where it stands, in the later pack where it is there, else in the earlier one. */
  readonly path: readonly (string | number)[]
  readonly before: unknown
  readonly after: unknown
  /** What the items around it are known by, outermost first. */
  readonly identities: readonly string[]
}

/** Every place at which two packs differ, down to single values; an item that is only on one side is one change. */
export function placeChanges(before: unknown, after: unknown): readonly PlaceChange[] {
  return changesAt(before, after, [], [])
}

function changesAt(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[],
  identities: readonly string[],
): PlaceChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path, identities)
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap(key => changesAt(before[key], after[key], [...path, key], identities))
  }
  return [{ path, before, after, identities }]
}

function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly (string | number)[],
  identities: readonly string[],
): PlaceChange[] {
  const known = (list: readonly unknown[]) => new Map(list.map((item, index) => [packItemIdentity(item), index] as const))
  const old = known(before)
  const now = known(after)
  // A list of plain values, or with items that cannot be told apart, is one thing.
  if (old.has(null) || now.has(null) || old.size !== before.length || now.size !== after.length)
    return [{ path, before, after, identities }]
  const added = after.flatMap((item, index) => {
    const identity = packItemIdentity(item) ?? ''
    const was = old.get(identity)
    const at = [...path, index]
    return was === undefined
      ? [{ path: at, before: undefined, after: item, identities: [...identities, identity] }]
      : changesAt(before[was], item, at, [...identities, identity])
  })
  const dropped = before.flatMap((item, index) => {
    const identity = packItemIdentity(item) ?? ''
    return now.has(identity)
      ? []
      : [{ path: [...path, index], before: item, after: undefined, identities: [...identities, identity] }]
  })
  const order = (list: readonly unknown[], other: ReadonlyMap<string | null, number>) =>
    list.map(packItemIdentity).filter(identity => other.has(identity))
  const moved = JSON.stringify(order(before, now)) !== JSON.stringify(order(after, old))
  return [...added, ...dropped, ...(moved ? [{ path, before: before.map(nameOf), after: after.map(nameOf), identities }] : [])]
}

function nameOf(item: unknown, index: number): string {
  return packItemWords(item, index)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Which chapter tells of a part of the file. */
const CHAPTER_OF: Readonly<Record<string, string>> = {
  hardship: 'hardship',
  codes: 'codes',
  time: 'time',
  numberSeries: 'numbers',
  archiveNumber: 'numbers',
  assignmentRules: 'assignment',
  subsidyTables: 'subsidy',
  filing: 'filing',
  retention: 'retention',
  report: 'report',
  wording: 'papers',
  papers: 'papers',
  backupRetention: 'backups',
  sources: 'sources',
}

/** Names of the pack itself, which stand at the head of every comparison. */
const HEAD = new Set(['format', 'id', 'version', 'name', 'effectiveFrom', 'note'])

function isTold(change: PlaceChange, told: readonly PackChange[]): boolean {
  const [top = ''] = change.path
  if (HEAD.has(String(top))) return true
  const own = change.identities.at(-1)
  const texts = [change.before, change.after].map(value => valueWords(value))
  // What stands in no list is told only where its own words are: another change of the same chapter says nothing of it.
  if (own === undefined)
    return told.some(
      one =>
        one.key.startsWith(`${CHAPTER_OF[top] ?? ''}/`) &&
        texts.every(text => text === '' || `${one.before ?? ''}${one.after ?? ''}${one.title}`.includes(text)),
    )
  return told.some(
    one =>
      one.key.includes(own) ||
      // Lists of words (案由、代码表) are told by their labels.
      texts.some(text => text !== '' && `${one.before ?? ''}${one.after ?? ''}`.includes(text)),
  )
}

/** A value of the file in words: names of items, 是 and 否, or the value as it stands. */
function valueWords(value: unknown): string {
  if (value === undefined || value === null) return value === null ? '（空）' : ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((item, index) => packItemWords(item, index)).join('、')
  if (isRecord(value)) return packItemIdentity(value) === null ? JSON.stringify(value) : packItemWords(value, 0)
  return String(value)
}
