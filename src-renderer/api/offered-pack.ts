import { useMemo } from 'react'
import type { RulePack } from '../../src-main/domain/rule-pack/rule-pack.ts'

/**
 * The rule pack as a form offers it: without the retired codes (停用), except those that `held` (the stored record, what is typed) has, so
 * that a record of earlier days shows its words. Texts and lists about signed papers read the whole pack.
 */
export function useOffered<Pack extends RulePack | null>(pack: Pack, ...held: readonly unknown[]): Pack {
  const retired = useMemo(() => retiredCodes(pack), [pack])
  const kept =
    retired.size === 0
      ? ''
      : [...wordsIn(held)]
          .filter(word => retired.has(word))
          .sort()
          .join(' ')
  return useMemo(() => (retired.size === 0 ? pack : offeredPack(pack, new Set(kept.split(' ')))), [pack, retired, kept])
}

/** A part of a rule pack without its retired entries, but for the codes (of causes: the words) that are kept. */
export function offeredPack<Part>(part: Part, kept: ReadonlySet<string>): Part {
  return without(part, entry => isRetired(entry) && !namesOf(entry).some(name => kept.has(name))) as Part
}

function without(value: unknown, isOut: (entry: unknown) => boolean): unknown {
  if (Array.isArray(value)) return value.filter(one => !isOut(one)).map(one => without(one, isOut))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, without(one, isOut)]))
}

/** The codes and words of every retired entry of a pack. */
function retiredCodes(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (value === null || typeof value !== 'object') return found
  if (isRetired(value)) for (const name of namesOf(value)) found.add(name)
  for (const one of Object.values(value)) retiredCodes(one, found)
  return found
}

function isRetired(entry: unknown): boolean {
  return entry !== null && typeof entry === 'object' && Reflect.get(entry, 'retired') === true
}

function namesOf(entry: unknown): readonly string[] {
  const { code, label } = entry as { readonly code?: unknown; readonly label?: unknown }
  return [code, label].filter(one => typeof one === 'string')
}

function wordsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value)
  else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) wordsIn(one, found)
  return found
}
