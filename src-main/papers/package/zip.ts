import yazl from 'yazl'
import { crc32 } from './crc32.ts'
import type { PackageFile } from './package-file.ts'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const CENTRAL_END = 0x06054b50
const CENTRAL_END_BYTES = 22
const LOCAL_HEADER_BYTES = 30
const CENTRAL_HEADER_BYTES = 46
const LONGEST_COMMENT = 65_535
const STORED = 0

/** What a zip file may hold before its old 32-bit fields overflow; 1 GiB is far more than a volume or a parcel has. */
export const LARGEST_PACKAGE_BYTES = 1024 * 1024 * 1024

/** A zip that is damaged, or not of the kind that `writeZip` makes. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
}

/**
 * Puts files into one zip, in their order, uncompressed: scans are packed already, and a stored file can be cut out of a damaged zip by
 * hand. Names are UTF-8. `at` is the UTC instant that all files carry, so that the same files give the same bytes.
 */
export async function writeZip(files: readonly PackageFile[], at: string): Promise<Uint8Array> {
  const zip = new yazl.ZipFile()
  const mtime = new Date(at)
  const parts: Uint8Array[] = []
  const written = new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.outputStream.on('data', (part: Uint8Array) => parts.push(part))
    zip.outputStream.on('error', reject)
    zip.outputStream.on('end', resolve)
  })
  for (const file of files) {
    const { buffer, byteOffset, byteLength } = file.content
    zip.addBuffer(Buffer.from(buffer, byteOffset, byteLength), file.path, { mtime, compress: false, mode: 0o100644 })
  }
  zip.end()
  await written
  return joined(parts)
}

/**
 * Reads a zip back, checking each file's sum. Views into `content`, no copies.
 * @throws ZipFault when it is damaged, has a path that leaves its folder, or holds packed files.
 */
export function readZip(content: Uint8Array): readonly PackageFile[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const end = findCentralEnd(view)
  const count = view.getUint16(end + 10, true)
  const files: PackageFile[] = []
  try {
    let entry = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(entry, true) !== CENTRAL_HEADER) throw new ZipFault('a directory entry is damaged')
      const nameBytes = view.getUint16(entry + 28, true)
      const path = new TextDecoder('utf-8', { fatal: true }).decode(
        content.subarray(entry + CENTRAL_HEADER_BYTES, entry + CENTRAL_HEADER_BYTES + nameBytes),
      )
      files.push({ path: insidePath(path), content: readEntry(view, content, entry) })
      entry += CENTRAL_HEADER_BYTES + nameBytes + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw new ZipFault('the file is cut off')
    throw error
  }
  return files
}

function readEntry(view: DataView, content: Uint8Array, entry: number): Uint8Array {
  if (view.getUint16(entry + 10, true) !== STORED) throw new ZipFault('a file is packed')
  const length = view.getUint32(entry + 20, true)
  const local = view.getUint32(entry + 42, true)
  if (view.getUint32(local, true) !== LOCAL_HEADER) throw new ZipFault('a file header is damaged')
  const start = local + LOCAL_HEADER_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const body = content.subarray(start, start + length)
  if (body.length !== length || crc32(body) !== view.getUint32(entry + 16, true)) throw new ZipFault('a file is damaged')
  return body
}

function findCentralEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - CENTRAL_END_BYTES - LONGEST_COMMENT)
  for (let offset = view.byteLength - CENTRAL_END_BYTES; offset >= earliest; offset -= 1) {
    if (view.getUint32(offset, true) === CENTRAL_END) return offset
  }
  throw new ZipFault('the directory is missing')
}

function insidePath(path: string): string {
  const isInside =
    path !== '' && !path.startsWith('/') && !/[\\\0:]/.test(path) && path.split('/').every(part => part !== '..' && part !== '.')
  if (!isInside) throw new ZipFault('a path leaves the package')
  return path
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
