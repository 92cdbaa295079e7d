/** Rows one PageUp or PageDown moves. */
const PAGE_ROWS = 10

/** The row a key leads to in a list of `count` rows from row `index` (-1 for none), or null when the key moves nothing. */
export function nextRow(key: string, index: number, count: number): number | null {
  if (count === 0) return null
  const last = count - 1
  const clamp = (row: number) => Math.max(0, Math.min(last, row))
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1)
    case 'ArrowUp':
      return index === -1 ? last : clamp(index - 1)
    case 'PageDown':
      return clamp(Math.max(index, 0) + PAGE_ROWS)
    case 'PageUp':
      return clamp(index - PAGE_ROWS)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
