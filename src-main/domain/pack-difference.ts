import { type PackGroup, type PackLine, packSections } from './pack-sections.ts'
import { clauseOf } from './rule-basis.ts'
import type { RulePack } from './rule-pack.ts'

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
