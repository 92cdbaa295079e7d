import type { OutputOf } from '../../../src-main/contract/index.ts'

/** A volume (案卷) as the core describes it. */
export type Volume = OutputOf<'archives.get'>
/** A line of the filing order (归档目录). */
export type OrderEntry = Volume['order'][number]
/** A paper in the volume (卷内文件). */
export type VolumeItem = Volume['contents'][number]
/** One side of a sheet. */
export type Side = VolumeItem['pages'][number]
export type Finding = Volume['findings'][number]

/** What the keys and buttons act on. */
export type Selection = { readonly templateItem: number | null; readonly itemId: string | null; readonly pageId: string | null }

/** First and last page (页号) as the order and the contents show them: 7, or 9–10. */
export function pageRange(first: number | null, last: number | null): string {
  if (first === null || last === null) return ''
  return first === last ? String(first) : `${first}–${last}`
}

/** Where a side stands: its paper, and its place there counted from 1. */
export function placeOf(
  volume: Volume,
  pageId: string,
): { readonly item: VolumeItem; readonly side: Side; readonly position: number } | null {
  for (const item of volume.contents) {
    const index = item.pages.findIndex(page => page.id === pageId)
    const side = item.pages[index]
    if (side) return { item, side, position: index + 1 }
  }
  return null
}
