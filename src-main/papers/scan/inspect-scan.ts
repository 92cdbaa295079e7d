import { imageSize } from 'image-size'
import { hasBytes } from './bytes.ts'
import { inspectJpeg } from './jpeg.ts'
import { inspectPdf } from './pdf.ts'
import { inspectPng } from './png.ts'
import { inspectTiff } from './tiff.ts'
import { type ScanVerdict, unreadable } from './verdict.ts'

/** A PDF's header may stand anywhere in this many bytes (ISO 32000-1 annex H). */
const PDF_HEADER_WITHIN = 1024
const FOREIGN_IMAGES: Readonly<Record<string, string>> = {
  bmp: 'BMP 图片',
  gif: 'GIF 图片',
  webp: 'WebP 图片',
  heif: 'HEIF 图片',
  svg: 'SVG 图形',
  j2c: 'JPEG 2000 图片',
  jp2: 'JPEG 2000 图片',
  jxl: 'JPEG XL 图片',
  psd: 'PSD 图片',
}

/**
 * Says by a file's content, never by its name, whether it is a scan (扫描件) that a volume can take: a PDF, JPEG, PNG or TIFF that is
 * whole, not encrypted, and has at least one page. `pages` counts its sides.
 */
export async function inspectScan(content: Uint8Array): Promise<ScanVerdict> {
  if (content.length === 0) return unreadable({ kind: 'empty' })
  if (isPdf(content)) return inspectPdf(content)
  if (hasBytes(content, 0, [0xff, 0xd8, 0xff])) return inspectJpeg(content)
  if (hasBytes(content, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return inspectPng(content)
  if (hasBytes(content, 0, [0x49, 0x49, 0x2a, 0x00]) || hasBytes(content, 0, [0x4d, 0x4d, 0x00, 0x2a]))
    return inspectTiff(content)
  return unreadable({ kind: 'foreign', what: foreignKind(content) })
}

function isPdf(content: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(content.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-')
}

function foreignKind(content: Uint8Array): string {
  if (hasBytes(content, 0, 'PK\u0003\u0004')) return '压缩包或办公文档（如 DOCX、XLSX、OFD）'
  if (hasBytes(content, 0, [0xd0, 0xcf, 0x11, 0xe0])) return '旧版办公文档（如 DOC、XLS、WPS）'
  if (hasBytes(content, 0, 'Rar!') || hasBytes(content, 0, [0x37, 0x7a, 0xbc, 0xaf])) return '压缩包'
  const image = foreignImage(content)
  if (image !== null) return image
  return isText(content) ? '文字' : '不认识的数据'
}

function foreignImage(content: Uint8Array): string | null {
  try {
    return FOREIGN_IMAGES[imageSize(content).type ?? ''] ?? null
  } catch {
    return null
  }
}

function isText(content: Uint8Array): boolean {
  const start = content.subarray(0, 4096)
  return !start.includes(0)
}
