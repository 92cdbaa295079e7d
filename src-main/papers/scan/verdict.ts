/** Media types that a volume (案卷) takes in. */
export const SCAN_MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'] as const
export type ScanMediaType = (typeof SCAN_MEDIA_TYPES)[number]

/** Why a file cannot go into a volume. `what` names the foreign format or the packing. */
export type ScanFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'foreign'; readonly what: string }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'no-pages' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'packing'; readonly what: string }

/** What a file turned out to be: a scan (扫描件) with its number of sides, or why it is none. */
export type ScanVerdict =
  | { readonly isReadable: true; readonly mediaType: ScanMediaType; readonly pages: number }
  | { readonly isReadable: false; readonly fault: ScanFault }

/** A side of 20,000 × 20,000 pixels is A3 at 1,200 dpi; anything above is a decompression bomb or a mistake. */
export const LONGEST_SIDE_PIXELS = 20_000
export const MOST_PIXELS = 200_000_000

export function readable(mediaType: ScanMediaType, pages: number): ScanVerdict {
  return { isReadable: true, mediaType, pages }
}

export function unreadable(fault: ScanFault): ScanVerdict {
  return { isReadable: false, fault }
}

/** Whether an image of this size can be a scanned sheet. */
export function isSaneSize(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= LONGEST_SIDE_PIXELS && height <= LONGEST_SIDE_PIXELS && width * height <= MOST_PIXELS
}

/** The sentence for the person at the scanner, naming the file. */
export function faultSentence(name: string, fault: ScanFault): string {
  const file = `文件“${name}”`
  switch (fault.kind) {
    case 'empty':
      return `${file}是空的（0 字节），请重新扫描`
    case 'foreign':
      return `${file}不是扫描件，内容是${fault.what}；请选 PDF、JPEG、PNG 或 TIFF`
    case 'encrypted':
      return `${file}加了密码或权限限制，请先去掉密码再加入`
    case 'broken':
      return `${file}已损坏，打不开，请重新扫描`
    case 'incomplete':
      return `${file}不完整，后半部分缺失，请重新扫描或重新复制`
    case 'no-pages':
      return `${file}里一页也没有，请重新扫描`
    case 'too-large':
      return `${file}的图像尺寸过大，请用 300 dpi 重新扫描`
    case 'packing':
      return `${file}用了本程序不能读的 TIFF 压缩方式（${fault.what}），请存为 PDF 或 JPEG 再加入`
  }
}
