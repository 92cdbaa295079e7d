import { placeOf, type Side, type Volume, type VolumeItem } from './volume-types.ts'

/** The volume with a side moved, as the core will have it: `toPosition` counts from 1 without the moved side; beyond the end is the end. */
export function withPageMoved(volume: Volume, pageId: string, toItemId: string, toPosition: number): Volume {
  const side = placeOf(volume, pageId)?.side
  if (!side) return volume
  return renumbered(
    volume,
    volume.contents.map(item => {
      const pages = item.pages.filter(page => page.id !== pageId)
      return { ...item, pages: item.id === toItemId ? inserted(pages, side, toPosition) : pages }
    }),
  )
}

/** The volume with a paper moved to a place in the contents, counted from 1. */
export function withItemMoved(volume: Volume, itemId: string, toPosition: number): Volume {
  const item = volume.contents.find(one => one.id === itemId)
  if (!item) return volume
  const others = volume.contents.filter(one => one.id !== itemId)
  return renumbered(volume, inserted(others, item, toPosition))
}

/** The volume with a side marked as blank, or not. */
export function withBlank(volume: Volume, pageId: string, isBlank: boolean): Volume {
  const mark = (side: Side) => (side.id === pageId ? { ...side, isBlank } : side)
  return renumbered(
    volume,
    volume.contents.map(item => ({ ...item, pages: item.pages.map(mark) })),
  )
}

function inserted<Entry>(list: readonly Entry[], entry: Entry, position: number): Entry[] {
  return [...list.slice(0, position - 1), entry, ...list.slice(position - 1)]
}

/** Page numbers run through the written sides from 1; each paper and each line of the order knows its first and last. */
function renumbered(volume: Volume, items: readonly VolumeItem[]): Volume {
  let last = 0
  const contents = items.map((item, index) => {
    const pages = item.pages.map(page => {
      if (page.isBlank) return { ...page, number: null }
      last += 1
      return { ...page, number: last }
    })
    const numbers = pages.flatMap(page => page.number ?? [])
    return { ...item, pages, position: index + 1, firstPage: numbers[0] ?? null, lastPage: numbers.at(-1) ?? null }
  })
  const order = volume.order.map(entry => {
    const spans = contents.filter(item => item.templateItem === entry.no && item.firstPage !== null)
    return { ...entry, firstPage: lowest(spans.map(item => item.firstPage)), lastPage: highest(spans.map(item => item.lastPage)) }
  })
  return { ...volume, contents, order, pages: last }
}

function lowest(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter(number => number !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function highest(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter(number => number !== null)
  return known.length === 0 ? null : Math.max(...known)
}
