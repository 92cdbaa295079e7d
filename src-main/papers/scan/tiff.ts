import { viewOf } from './bytes.ts'
import { isSaneSize, readable, type ScanVerdict, unreadable } from './verdict.ts'

const SUBFILE_TYPE = 254
const WIDTH = 256
const HEIGHT = 257
const PACKING = 259
const STRIP_OFFSETS = 273
const STRIP_LENGTHS = 279
const TILE_OFFSETS = 324
const TILE_LENGTHS = 325
const MOST_DIRECTORIES = 5_000
const BYTES_OF_TYPE: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 }

/** Packings that the decoder reads: none, CCITT 2/3/4, LZW, JPEG (old and new), deflate (both codes), PackBits. */
const KNOWN_PACKINGS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32946, 32773])
const PACKING_NAMES: Readonly<Record<number, string>> = {
  34661: 'JBIG',
  34712: 'JPEG 2000',
  34933: 'PNG',
  50000: 'Zstandard',
  50001: 'WebP',
  50002: 'JPEG XL',
}

type Directory = ReadonlyMap<number, readonly number[]>

/**
 * Follows a TIFF's chain of directories (one for each side) and makes sure that all the image data they point at is in the file.
 * Reduced copies (thumbnails) are no sides.
 */
export function inspectTiff(content: Uint8Array): ScanVerdict {
  let directories: readonly Directory[]
  try {
    directories = readDirectories(content)
  } catch (error) {
    // A number read beyond the end: the file stops before its directory does.
    if (error instanceof RangeError) return unreadable({ kind: 'incomplete' })
    throw error
  }
  const sides = directories.filter(isSide)
  if (sides.length === 0) return unreadable({ kind: 'no-pages' })
  for (const side of sides) {
    const width = side.get(WIDTH)?.[0] ?? 0
    const height = side.get(HEIGHT)?.[0] ?? 0
    if (width === 0 || height === 0) return unreadable({ kind: 'broken' })
    if (!isSaneSize(width, height)) return unreadable({ kind: 'too-large' })
    const packing = side.get(PACKING)?.[0] ?? 1
    if (!KNOWN_PACKINGS.has(packing)) return unreadable({ kind: 'packing', what: PACKING_NAMES[packing] ?? String(packing) })
    const offsets = side.get(STRIP_OFFSETS) ?? side.get(TILE_OFFSETS) ?? []
    const lengths = side.get(STRIP_LENGTHS) ?? side.get(TILE_LENGTHS) ?? []
    if (offsets.length === 0) return unreadable({ kind: 'broken' })
    if (offsets.some((offset, index) => offset + (lengths[index] ?? 1) > content.length))
      return unreadable({ kind: 'incomplete' })
  }
  return readable('image/tiff', sides.length)
}

/** Whether a directory, as its tag 254 says, is a side and no reduced copy of one. */
export function isSideByType(subfileType: number | undefined): boolean {
  return ((subfileType ?? 0) & 1) === 0
}

function isSide(directory: Directory): boolean {
  return directory.has(WIDTH) && isSideByType(directory.get(SUBFILE_TYPE)?.[0])
}

function readDirectories(content: Uint8Array): readonly Directory[] {
  const view = viewOf(content)
  const isLittle = content[0] === 0x49
  const directories: Directory[] = []
  const seen = new Set<number>()
  let offset = view.getUint32(4, isLittle)
  while (offset !== 0) {
    // A chain that bites its own tail would never end.
    if (seen.has(offset) || seen.size >= MOST_DIRECTORIES) break
    seen.add(offset)
    const entries = view.getUint16(offset, isLittle)
    const directory = new Map<number, readonly number[]>()
    for (let entry = offset + 2; entry < offset + 2 + entries * 12; entry += 12) {
      directory.set(view.getUint16(entry, isLittle), readNumbers(view, entry, isLittle))
    }
    directories.push(directory)
    offset = view.getUint32(offset + 2 + entries * 12, isLittle)
  }
  return directories
}

/** The numbers of one entry; an entry of another kind than bytes, shorts and longs gives none. */
function readNumbers(view: DataView, entry: number, isLittle: boolean): readonly number[] {
  const type = view.getUint16(entry + 2, isLittle)
  const count = view.getUint32(entry + 4, isLittle)
  const size = BYTES_OF_TYPE[type]
  if (size === undefined) return []
  const start = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle)
  if (start + count * size > view.byteLength) throw new RangeError('the directory points beyond the end of the file')
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size
    if (size === 1) return view.getUint8(at)
    return size === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle)
  })
}
