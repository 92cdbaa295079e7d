import { deflateSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { crc32 } from '../../src-main/papers/package/crc32.ts'

const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/wAALCAAgABgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFxAAAwEAAAAAAAAAAAAAAAAAABViof/aAAgBAQAAPwDQb6w+sPrJO+rQ+rQ+rSTvq0Pq0Pq0lD6w+sPrP//Z',
  'base64',
)
/** 40 × 60, black and white, packed by CCITT group 4, as office scanners write it. */
export const GROUP_4_TIFF = new Uint8Array(
  Buffer.from(
    'SUkqADgBAAD//zNQQITUjaBBSOhNEIjZRwhOI2iOjCURLrEQghCCZHyOi+XQQQhBMpyuKcIVEaCCFIECSHI6CCHCCZNUR0CBCIQTQkdAgQtBBCKi0YShlXI6DBM9hBYQTBCCBJAiskdBBYQIQQSqN4QWwmd17hBbDKHCSCCaVBBBaSQQIMJpUkggmkggQaCSSSSQSSCCaSSSQSSBJBJJJJBBBJIK0kEkEFYSQSSSSQQQQVqkkggmkEEEkEkkkkECpIIIJj/0glQ7taQUIbaENAgmEElENgiOggVmER63T0CCVYsucIIQgQiCCEQgt0ihxaBAkinCCLcbxZHy6BDiIhAhBEc6SCDhBCWPgghWEEIiJx0jjhBCJQ4QT5IcscUsRHEQghFIiD4icccw4ggsR/////gAgAgADQAAAQMAAQAAACgAAAABAQMAAQAAADwAAAACAQMAAQAAAAEAAAADAQMAAQAAAAQAAAAGAQMAAQAAAAAAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAADwAAAAXAQQAAQAAAC8BAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQAAAAAA',
    'base64',
  ),
)

/** A JPEG of 24 × 32 pixels. `word` makes it differ from others; `orientation` is written as EXIF. */
export function jpegScan(word = '', orientation: number | null = null): Uint8Array {
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt16BE(0xff00 + marker, 0)
    head.writeUInt16BE(body.length + 2, 2)
    return Buffer.concat([head, body])
  }
  const extra = [segment(0xfe, Buffer.from(`scan ${word}`))]
  if (orientation !== null) {
    const exif = Buffer.from('45786966000049492a00080000000100120103000100000000000000000000000000', 'hex')
    exif.writeUInt16LE(orientation, 24)
    extra.unshift(segment(0xe1, exif))
  }
  return new Uint8Array(Buffer.concat([JPEG.subarray(0, 2), ...extra, JPEG.subarray(2)]))
}

/** A grey PNG whose brightness rises from left to right; `shade` makes it differ from others. */
export function pngScan(width = 60, height = 80, shade = 0): Uint8Array {
  const chunk = (kind: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind), body])
    const out = Buffer.alloc(named.length + 8)
    out.writeUInt32BE(body.length, 0)
    named.copy(out, 4)
    out.writeUInt32BE(crc32(named), named.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const line = Buffer.from([0, ...Array.from({ length: width }, (_, x) => (x * 4 + shade) % 256)])
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      chunk('IDAT', rows),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

type TiffSide = {
  readonly width: number
  readonly height: number
  readonly isThumbnail?: boolean
  readonly packing?: number
  readonly shade?: number
}

/** A TIFF of grey, unpacked sides, one directory after the other. */
export function tiffScan(sides: readonly TiffSide[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('49492a0000000000', 'hex')]
  let offset = 8
  const pointers = [4]
  for (const { width, height, isThumbnail = false, packing = 1, shade = 200 } of sides) {
    const samples = Buffer.alloc(width * height + ((width * height) % 2), shade)
    const entries: [tag: number, value: number][] = [
      [254, isThumbnail ? 1 : 0],
      [256, width],
      [257, height],
      [258, 8],
      [259, packing],
      [262, 1],
      [273, offset],
      [277, 1],
      [278, height],
      [279, width * height],
    ]
    const directory = Buffer.alloc(2 + entries.length * 12 + 4)
    directory.writeUInt16LE(entries.length, 0)
    entries.forEach(([tag, value], index) => {
      directory.writeUInt16LE(tag, 2 + index * 12)
      directory.writeUInt16LE(4, 4 + index * 12)
      directory.writeUInt32LE(1, 6 + index * 12)
      directory.writeUInt32LE(value, 10 + index * 12)
    })
    parts.push(samples, directory)
    pointers.push(offset + samples.length + directory.length - 4)
    offset += samples.length + directory.length
  }
  const whole = Buffer.concat(parts)
  let directory = 8
  sides.forEach(({ width, height }, index) => {
    const samples = width * height + ((width * height) % 2)
    whole.writeUInt32LE(directory + samples, pointers[index] ?? 0)
    directory = (pointers[index + 1] ?? 0) + 4
  })
  return new Uint8Array(whole)
}

/** A PDF of A4 pages, each with its number and a word on it. */
export async function pdfScan(pages: number, word = 'scan'): Promise<Uint8Array> {
  return (await pdfDocument(pages, word)).save()
}

/** A PDF that asks for a password, or (with an empty one) only forbids copying. */
export async function encryptedPdf(userPassword: string): Promise<Uint8Array> {
  const document = await pdfDocument(1, 'secret')
  document.encrypt({ userPassword, ownerPassword: 'owner', permissions: {} })
  return document.save({ useObjectStreams: false })
}

export async function pdfWithoutPages(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  return document.save({ addDefaultPage: false })
}

async function pdfDocument(pages: number, word: string): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1)
    document.addPage([595.28, 841.89]).drawText(`${word} ${page}`, { x: 60, y: 760, size: 24, font })
  return document
}
