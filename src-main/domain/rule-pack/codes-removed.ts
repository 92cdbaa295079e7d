import type { RulePack } from './rule-pack.ts'

/** A code that one pack has and another has no more. `path` is its list's place in the file. */
export type RemovedCode = {
  readonly list: string
  readonly code: string
  readonly label: string
  readonly path: readonly (string | number)[]
}

type Entry = { readonly code: string; readonly label: string }

/** The codes of closed lists (代码表) that a new pack has dropped. One in use must stay, retired (停用), so that old rows keep their words. */
export function removedCodes(before: RulePack, after: RulePack): readonly RemovedCode[] {
  const now = new Map(codeLists(after).map(list => [list.path.join('/'), list.entries]))
  return codeLists(before).flatMap(({ name, path, entries }) => {
    const kept = new Set((now.get(path.join('/')) ?? []).map(entry => entry.code))
    return entries
      .filter(entry => !kept.has(entry.code))
      .map(entry => ({ list: name, code: entry.code, label: entry.label, path }))
  })
}

type CodeList = { readonly name: string; readonly path: readonly (string | number)[]; readonly entries: readonly Entry[] }

function codeLists(pack: RulePack): readonly CodeList[] {
  const { matterTypes, causes: _, ...lists } = pack.codes
  return [
    ...Object.entries(lists).map(([name, entries]) => ({ name, path: ['codes', name], entries: entries as readonly Entry[] })),
    ...matterTypes.flatMap((type, index) =>
      (['stages', 'closingModes', 'outcomes'] as const).map(name => ({
        name,
        path: ['codes', 'matterTypes', index, name],
        entries: type[name],
      })),
    ),
    ...(['waivedGrounds', 'notApplicableGrounds'] as const).map(name => ({
      name,
      path: ['hardship', name],
      entries: pack.hardship[name],
    })),
  ]
}
