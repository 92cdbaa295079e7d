import { placeOf, type Selection, type Side, type Volume, type VolumeItem } from './volume-types.ts'

/** A volume opens on its first paper; an empty one on the first line of the order that must be filled. */
export function firstSelection(volume: Volume): Selection {
  const missing = volume.order.find(entry => entry.isMissing)
  const first = volume.contents[0]
  if (first) return { templateItem: first.templateItem, itemId: first.id, pageId: first.pages[0]?.id ?? null }
  return { templateItem: (missing ?? volume.order[0])?.no ?? null, itemId: null, pageId: null }
}

/** Where a side goes one step on: inside its paper, or to the near end of the next one. Null at the ends of the volume. */
export function shifted(volume: Volume, side: Side, step: -1 | 1): { itemId: string; position: number } | null {
  const from = placeOf(volume, side.id)
  if (!from) return null
  const position = from.position + step
  if (position >= 1 && position <= from.item.pages.length) return { itemId: from.item.id, position }
  const next = volume.contents[volume.contents.indexOf(from.item) + step]
  if (!next) return null
  return { itemId: next.id, position: step === 1 ? 1 : next.pages.length + 1 }
}

/** The place before a side, counted without the dragged one. */
export function dropPosition(target: VolumeItem, dragged: string, before: Side): number {
  return target.pages.filter(page => page.id !== dragged || page.id === before.id).findIndex(page => page.id === before.id) + 1
}
