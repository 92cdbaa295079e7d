import type { DragEvent } from 'react'

/** What a dragged side (页面) and a dragged paper (卷内文件) carry: their ids. */
export const PAGE_DRAG = 'application/x-yuanjuan-page'
export const ITEM_DRAG = 'application/x-yuanjuan-item'

/** Whether files from outside the window are being dragged. */
export function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}
