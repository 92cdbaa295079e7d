type Remembered = { readonly keys: readonly string[]; readonly current: string | null; readonly shouldFocus: boolean }

const lists = new Map<string, Remembered>()
const filters = new Map<string, object>()

/** Notes the rows of a list in the order they are shown. The current row stays if it is still among them. */
export function rememberList(list: string, keys: readonly string[]): void {
  const before = lists.get(list)
  lists.set(list, { keys, current: before?.current ?? null, shouldFocus: before?.shouldFocus ?? false })
}

/** Notes the row that was opened, so that closing it brings the focus back there. */
export function rememberRow(list: string, key: string): void {
  const before = lists.get(list)
  lists.set(list, { keys: before?.keys ?? [], current: key, shouldFocus: true })
}

/** The row of the list the person came from, or null. `shouldFocus` is true once after it was opened. */
export function recallRow(list: string): { readonly key: string; readonly shouldFocus: boolean } | null {
  const remembered = lists.get(list)
  if (!remembered || remembered.current === null) return null
  lists.set(list, { ...remembered, shouldFocus: false })
  return { key: remembered.current, shouldFocus: remembered.shouldFocus }
}

export type Neighbours = {
  /** 1-based place of the row in its list, or null when it is not in the list the person came from. */
  readonly place: number | null
  readonly count: number
  readonly previous: string | null
  readonly next: string | null
}

/** The rows before and after one in the list the person came from, for Alt+← / Alt+→ and 2 / 4 in the crumb. */
export function neighbours(list: string, key: string): Neighbours {
  const keys = lists.get(list)?.keys ?? []
  const index = keys.indexOf(key)
  if (index === -1) return { place: null, count: keys.length, previous: null, next: null }
  return { place: index + 1, count: keys.length, previous: keys[index - 1] ?? null, next: keys[index + 1] ?? null }
}

/** Notes what a list is narrowed to. */
export function rememberFilter(list: string, filter: object): void {
  filters.set(list, filter)
}

/** What a list was narrowed to when it was last left, or null. */
export function recallFilter(list: string): object | null {
  return filters.get(list) ?? null
}

/** Forgets every list and what it was narrowed to, at log-out: the next person starts clean. */
export function forgetLists(): void {
  lists.clear()
  filters.clear()
}
