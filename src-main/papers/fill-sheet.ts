/** Heights in mm that a list has on its first sheet and on each further one, head not counted, and of an empty row. */
export type SheetRoom = { readonly firstMm: number; readonly nextMm: number; readonly rowMm: number }

/**
 * Counts the empty rows that fill a list to the end of its last sheet (空行补足). `heightsMm` are the heights of the filled
 * rows in order; a row never breaks, so one that does not fit starts the next sheet.
 */
export function blankRowsToFill(heightsMm: readonly number[], room: SheetRoom): number {
  let left = room.firstMm
  for (const height of heightsMm) left = height <= left ? left - height : room.nextMm - height
  return Math.max(0, Math.floor(left / room.rowMm + 1e-9))
}
