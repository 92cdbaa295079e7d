/** What the head of a PNG file says. Lengths are pixels. */
export type PngHead = { readonly width: number; readonly height: number; readonly isTransparent: boolean }

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const GREY_WITH_ALPHA = 4
const COLOUR_WITH_ALPHA = 6

/** Reads the head of a PNG, or null when the bytes are none. Transparent: it has an alpha channel, or a transparent colour (tRNS). */
export function readPngHead(bytes: Uint8Array): PngHead | null {
  if (bytes.length < 33 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (nameAt(bytes, 12) !== 'IHDR') return null
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  if (width === 0 || height === 0) return null
  const colour = bytes[25]
  return {
    width,
    height,
    isTransparent: colour === GREY_WITH_ALPHA || colour === COLOUR_WITH_ALPHA || hasChunk(bytes, view, 'tRNS'),
  }
}

function hasChunk(bytes: Uint8Array, view: DataView, name: string): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const found = nameAt(bytes, at + 4)
    if (found === name) return true
    if (found === 'IDAT') return false
  }
  return false
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
