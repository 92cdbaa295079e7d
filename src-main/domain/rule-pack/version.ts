/**
 * The next free version of a rule pack (规则包): `2026.1` is followed by `2026.2`; in a later year by that year's first. Years and numbers
 * count as numbers, so that `2026.10` comes after `2026.9`.
 */
export function nextPackVersion(known: readonly string[], year: number): string {
  const numbers = known.flatMap(version => {
    const [packYear, number] = version.split('.').map(Number)
    return packYear === year && number !== undefined ? [number] : []
  })
  return `${year}.${Math.max(0, ...numbers) + 1}`
}
