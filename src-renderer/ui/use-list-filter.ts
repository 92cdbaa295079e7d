import { useDebouncedValue } from '@mantine/hooks'
import { type RefObject, useRef, useState } from 'react'
import { recallFilter, rememberFilter } from './list-memory.ts'

/** Rows of a page of a list. */
const PAGE_SIZE = 200
/** Typing settles before the core is asked, in milliseconds. */
const SETTLE_MS = 150

/** Every list is searched for words; most are narrowed by more. */
type Words = { readonly words: string }

export type ListFilter<Filter extends Words = Words> = {
  readonly filter: Filter
  /** What the core is asked: the words without blanks at their ends, once typing has settled. */
  readonly asked: Filter
  /** What the core is asked for a page of the list. */
  readonly page: Filter & { readonly offset: number; readonly limit: number }
  readonly change: (patch: Partial<Filter>) => void
  /** Shows everything. */
  readonly clear: () => void
  /** Whether it is narrowed by more than it was at first, so that an empty list says to look elsewhere. */
  readonly isNarrowed: boolean
  readonly turnTo: (offset: number) => void
  readonly search: RefObject<HTMLInputElement | null>
}

/**
 * What a list is narrowed to, and which page of it is shown. It is kept while somebody is logged in, so that coming back from an entry
 * finds the list as it was left; any change begins at the first page. `everything` narrows nothing, `first` is how the list begins.
 */
export function useListFilter<Filter extends Words>(
  list: string,
  everything: Filter,
  first: Filter = everything,
): ListFilter<Filter> {
  const [filter, setFilter] = useState<Filter>(() => ({ ...first, ...recallFilter(list) }))
  const [offset, turnTo] = useState(0)
  const [words] = useDebouncedValue(filter.words.trim(), SETTLE_MS)
  const search = useRef<HTMLInputElement>(null)
  const change = (patch: Partial<Filter>) => {
    const next = { ...filter, ...patch }
    rememberFilter(list, next)
    setFilter(next)
    turnTo(0)
  }
  const asked = { ...filter, words }
  return {
    filter,
    asked,
    page: { ...asked, offset, limit: PAGE_SIZE },
    change,
    clear: () => change(everything),
    isNarrowed: ![everything, first].some(open => JSON.stringify(open) === JSON.stringify({ ...open, ...asked })),
    turnTo,
    search,
  }
}
