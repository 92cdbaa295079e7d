import { describe, expect, test } from 'vitest'
import { inspectScan } from '../../src-main/papers/scan/inspect-scan.ts'
import { faultSentence, type ScanFault } from '../../src-main/papers/scan/verdict.ts'
import { encryptedPdf, GROUP_4_TIFF, jpegScan, pdfScan, pdfWithoutPages, pngScan, tiffScan } from '../support/scan-files.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cut = (content: Uint8Array, share: number) => content.slice(0, Math.floor(content.length * share))
const grey = { width: 20, height: 30 }

function withByteFlipped(content: Uint8Array, at: number): Uint8Array {
  const copy = content.slice()
  copy[at] = (copy[at] ?? 0) ^ 0x5a
  return copy
}

describe('files that are scans, by their content', () => {
  test.each([
    ['a JPEG', () => jpegScan(), 'image/jpeg', 1],
    ['a JPEG with EXIF', () => jpegScan('', 6), 'image/jpeg', 1],
    ['a PNG', () => pngScan(), 'image/png', 1],
    ['a TIFF of one side', () => tiffScan([grey]), 'image/tiff', 1],
    ['a TIFF of three sides', () => tiffScan([grey, grey, grey]), 'image/tiff', 3],
    [
      'a TIFF whose second directory is a thumbnail',
      () => tiffScan([grey, { ...grey, isThumbnail: true }, grey]),
      'image/tiff',
      2,
    ],
    ['a black-and-white TIFF by group 4', () => GROUP_4_TIFF, 'image/tiff', 1],
    ['a PDF of one page', () => pdfScan(1), 'application/pdf', 1],
    ['a PDF of 41 pages', () => pdfScan(41), 'application/pdf', 41],
    [
      'a PDF with rubbish before its header',
      async () => new Uint8Array([...utf8('\r\n\r\n'), ...(await pdfScan(2))]),
      'application/pdf',
      2,
    ],
  ])('%s', async (_, make, mediaType, pages) => {
    expect(await inspectScan(await make())).toEqual({ isReadable: true, mediaType, pages })
  })
})

describe('files that are none, each with its own reason', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, ScanFault]>([
    ['0 bytes', () => new Uint8Array(), { kind: 'empty' }],
    ['text under another name', () => utf8('这是一份文字，不是扫描件。'), { kind: 'foreign', what: '文字' }],
    ['a GIF', () => utf8('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), { kind: 'foreign', what: 'GIF 图片' }],
    ['an office document', () => utf8('PK\u0003\u0004rest'), { kind: 'foreign', what: '压缩包或办公文档（如 DOCX、XLSX、OFD）' }],
    ['unknown bytes', () => new Uint8Array([1, 0, 2, 0, 3]), { kind: 'foreign', what: '不认识的数据' }],
    ['a JPEG cut in its picture', () => cut(jpegScan(), 0.95), { kind: 'incomplete' }],
    ['a JPEG cut in its tables', () => cut(jpegScan(), 0.4), { kind: 'incomplete' }],
    ['a JPEG of 16,000 × 16,000 pixels', () => enlargedJpeg(16_000), { kind: 'too-large' }],
    ['a PNG cut in half', () => cut(pngScan(), 0.5), { kind: 'incomplete' }],
    ['a PNG with one wrong byte', () => withByteFlipped(pngScan(), 60), { kind: 'broken' }],
    ['a TIFF cut in its picture', () => cut(GROUP_4_TIFF, 0.3), { kind: 'incomplete' }],
    ['a TIFF cut after its first side', () => cut(tiffScan([grey, grey]), 0.6), { kind: 'incomplete' }],
    ['a TIFF of thumbnails only', () => tiffScan([{ ...grey, isThumbnail: true }]), { kind: 'no-pages' }],
    [
      'a TIFF in a packing that is not read',
      () => tiffScan([{ ...grey, packing: 34712 }]),
      { kind: 'packing', what: 'JPEG 2000' },
    ],
    ['a PDF with a password', () => encryptedPdf('1234'), { kind: 'encrypted' }],
    ['a PDF that only forbids copying', () => encryptedPdf(''), { kind: 'encrypted' }],
    ['a PDF cut in half', async () => cut(await pdfScan(3), 0.5), { kind: 'incomplete' }],
    ['a PDF without pages', () => pdfWithoutPages(), { kind: 'no-pages' }],
    ['a PDF in name only', () => utf8('%PDF-1.7\n not much else \n%%EOF'), { kind: 'broken' }],
  ])('%s', async (_, make, fault) => {
    expect(await inspectScan(await make())).toEqual({ isReadable: false, fault })
    expect(faultSentence('庭审笔录.jpg', fault)).toContain('文件“庭审笔录.jpg”')
  })
})

test('a TIFF whose directories run in a circle comes to an end', async () => {
  const content = tiffScan([grey, grey])
  const view = new DataView(content.buffer)
  view.setUint32(content.length - 4, view.getUint32(4, true), true)
  expect(await inspectScan(content)).toEqual({ isReadable: true, mediaType: 'image/tiff', pages: 2 })
})

test('no two reasons share a sentence', () => {
  const faults: ScanFault[] = [
    { kind: 'empty' },
    { kind: 'foreign', what: '文字' },
    { kind: 'encrypted' },
    { kind: 'broken' },
    { kind: 'incomplete' },
    { kind: 'no-pages' },
    { kind: 'too-large' },
    { kind: 'packing', what: 'JBIG' },
  ]
  expect(new Set(faults.map(fault => faultSentence('a', fault))).size).toBe(faults.length)
})

function enlargedJpeg(side: number): Uint8Array {
  const content = jpegScan()
  const frame = content.findIndex((byte, index) => byte === 0xff && content[index + 1] === 0xc0)
  new DataView(content.buffer).setUint16(frame + 5, side)
  new DataView(content.buffer).setUint16(frame + 7, side)
  return content
}
