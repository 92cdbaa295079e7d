import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib'
import { readable, type ScanVerdict, unreadable } from './verdict.ts'

/** The end mark may be followed by a little rubbish (ISO 32000-1 annex H lets readers look back this far). */
const TAIL_BYTES = 2048

/** Opens a PDF and counts its pages. Its page tree must be whole, and it must not be encrypted, not even by an empty password. */
export async function inspectPdf(content: Uint8Array): Promise<ScanVerdict> {
  if (!endsProperly(content)) return unreadable({ kind: 'incomplete' })
  try {
    const document = await PDFDocument.load(content, { updateMetadata: false, warnOnInvalidObjects: false })
    const pages = document.getPages()
    if (pages.length === 0) return unreadable({ kind: 'no-pages' })
    const isWhole = pages.every(page => page.getWidth() > 0 && page.getHeight() > 0)
    return isWhole ? readable('application/pdf', pages.length) : unreadable({ kind: 'broken' })
  } catch (error) {
    return unreadable({ kind: error instanceof EncryptedPDFError ? 'encrypted' : 'broken' })
  }
}

function endsProperly(content: Uint8Array): boolean {
  const tail = new TextDecoder('latin1').decode(content.subarray(Math.max(0, content.length - TAIL_BYTES)))
  return tail.includes('%%EOF')
}
