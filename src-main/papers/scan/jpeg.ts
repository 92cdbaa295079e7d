import { viewOf } from './bytes.ts'
import { isSaneSize, readable, type ScanVerdict, unreadable } from './verdict.ts'

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/**
 * Walks a JPEG from marker to marker, through the coded image, to its end marker. A picture that was cut off has none. Previews inside
 * the camera's own segments have end markers of their own, so that looking for the bytes alone would not do.
 */
export function inspectJpeg(content: Uint8Array): ScanVerdict {
  const view = viewOf(content)
  let offset = 2
  let hasFrame = false
  let hasScan = false
  while (offset + 1 < content.length) {
    if (content[offset] !== 0xff) return unreadable({ kind: hasScan ? 'incomplete' : 'broken' })
    const marker = content[offset + 1] ?? 0
    if (marker === 0xff) {
      offset += 1
      continue
    }
    if (marker === END_OF_IMAGE) return hasFrame && hasScan ? readable('image/jpeg', 1) : unreadable({ kind: 'broken' })
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      offset += 2
      continue
    }
    if (offset + 4 > content.length) break
    const length = view.getUint16(offset + 2)
    if (length < 2) return unreadable({ kind: 'broken' })
    if (offset + 2 + length > content.length) break
    if (isFrameStart(marker)) {
      if (length < 8) return unreadable({ kind: 'broken' })
      if (!isSaneSize(view.getUint16(offset + 7), view.getUint16(offset + 5))) {
        return unreadable({ kind: view.getUint16(offset + 7) === 0 ? 'broken' : 'too-large' })
      }
      hasFrame = true
    }
    offset += 2 + length
    if (marker === START_OF_SCAN) {
      hasScan = true
      offset = endOfCodedImage(content, offset)
    }
  }
  return unreadable({ kind: 'incomplete' })
}

/** Baseline, extended, progressive and lossless frames; 0xc4, 0xc8 and 0xcc are tables. */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfCodedImage(content: Uint8Array, start: number): number {
  for (let offset = start; ; offset += 1) {
    offset = content.indexOf(0xff, offset)
    if (offset < 0) return content.length
    const next = content[offset + 1]
    if (next !== 0x00 && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return offset
  }
}
