import type { RulePack, SourceText } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { type Ask, useAsk } from './use-ask.ts'

export type PackAnswer = { readonly version: string; readonly name: string; readonly enactedOn: string; readonly pack: RulePack }

/** The rule pack (规则包) in force, for screens that need its lists and labels. It is read once and again after a pack is signed. */
export function usePackAsk(): Ask<PackAnswer> {
  // The core checked the pack against its schema when it was signed; the contract carries it as plain JSON.
  return useAsk('packs.current', {}) as unknown as Ask<PackAnswer>
}

/** The rule pack in force, or null until the first answer (it comes in milliseconds). */
export function usePack(): RulePack | null {
  return usePackAsk().data?.pack ?? null
}

/** The words for a code of one of the pack's lists; the code itself when an older pack had it and this one has not. */
export function labelOf(list: readonly { readonly code: string; readonly label: string }[] | undefined, code: string): string {
  return list?.find(entry => entry.code === code)?.label ?? code
}

/** A list of codes as options of a Select or SegmentedControl, retired ones marked. A form takes its lists from `useOffered`. */
export function optionsOf(
  list: readonly { readonly code: string; readonly label: string; readonly retired?: true }[],
): { value: string; label: string }[] {
  return list.map(entry => ({ value: entry.code, label: entry.retired ? `${entry.label}（停用）` : entry.label }))
}

/** Type of matter and stage in words, e.g. 民事 and 一审. */
export function matterWords(
  pack: RulePack | null,
  matterType: string,
  stage: string,
): { readonly type: string; readonly stage: string } {
  const entry = pack?.codes.matterTypes.find(one => one.code === matterType)
  return { type: entry?.label ?? matterType, stage: labelOf(entry?.stages, stage) }
}

/** The source that a printed clause such as 法律援助法 第43条 begins with, so that `Clause` can name it in full; null when the pack has none. */
export function sourceOfClause(pack: RulePack | null, clause: string): SourceText | null {
  const named = pack?.sources.filter(source => clause === source.name || clause.startsWith(`${source.name} `)) ?? []
  return named.toSorted((left, right) => right.name.length - left.name.length)[0] ?? null
}
