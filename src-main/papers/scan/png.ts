import { crc32 } from '../package/crc32.ts'
import { hasBytes, viewOf } from './bytes.ts'
import { isSaneSize, readable, type ScanVerdict, unreadable } from './verdict.ts'

type Header = { readonly width: number; readonly height: number; readonly bitsPerPixel: number; readonly isInterlaced: boolean }

/** Samples per pixel by PNG's colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** First column and row, and steps, of the seven passes of an interlaced picture (Adam7). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Checks every chunk's sum and unpacks the picture to its last line: a cut or damaged PNG fails one or the other. */
export async function inspectPng(content: Uint8Array): Promise<ScanVerdict> {
  const view = viewOf(content)
  const packed: Uint8Array[] = []
  let header: Header | null = null
  for (let offset = 8; ; ) {
    if (offset + 12 > content.length) return unreadable({ kind: 'incomplete' })
    const length = view.getUint32(offset)
    if (offset + 12 + length > content.length) return unreadable({ kind: 'incomplete' })
    const body = content.subarray(offset + 8, offset + 8 + length)
    if (crc32(content.subarray(offset + 4, offset + 8 + length)) !== view.getUint32(offset + 8 + length))
      return unreadable({ kind: 'broken' })
    if (hasBytes(content, offset + 4, 'IHDR')) header = readHeader(body)
    if (hasBytes(content, offset + 4, 'IDAT')) packed.push(body)
    if (hasBytes(content, offset + 4, 'IEND')) break
    offset += 12 + length
  }
  if (!header) return unreadable({ kind: 'broken' })
  if (!isSaneSize(header.width, header.height))
    return unreadable({ kind: header.width === 0 || header.height === 0 ? 'broken' : 'too-large' })
  const unpacked = await unpackedLength(packed, expectedLength(header))
  if (unpacked === null) return unreadable({ kind: 'broken' })
  return unpacked === expectedLength(header) ? readable('image/png', 1) : unreadable({ kind: 'incomplete' })
}

function readHeader(body: Uint8Array): Header | null {
  if (body.length !== 13) return null
  const view = viewOf(body)
  const samples = SAMPLES[view.getUint8(9)]
  if (samples === undefined) return null
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bitsPerPixel: view.getUint8(8) * samples,
    isInterlaced: view.getUint8(12) === 1,
  }
}

/** Bytes of the unpacked picture: each line has a filter byte before it. */
function expectedLength({ width, height, bitsPerPixel, isInterlaced }: Header): number {
  const lines = (across: number, down: number) => (across === 0 ? 0 : down * (1 + Math.ceil((across * bitsPerPixel) / 8)))
  if (!isInterlaced) return lines(width, height)
  return PASSES.reduce((sum, [x, y, dx, dy]) => sum + lines(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)), 0)
}

/** Counts the unpacked bytes without keeping them, and stops above `most`. Null when the packing is damaged. */
async function unpackedLength(packed: readonly Uint8Array[], most: number): Promise<number | null> {
  const unpacker = new DecompressionStream('deflate')
  const feeding = feed(unpacker.writable, packed)
  const reader = unpacker.readable.getReader()
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > most) {
        await reader.cancel()
        return null
      }
    }
    await feeding
    return length
  } catch {
    return length < most && length > 0 ? length : null
  }
}

async function feed(writable: WritableStream<BufferSource>, packed: readonly Uint8Array[]): Promise<void> {
  const writer = writable.getWriter()
  try {
    for (const part of packed) await writer.write(new Uint8Array(part))
    await writer.close()
  } catch {
    // The reading side meets the same damage and reports it.
  }
}
