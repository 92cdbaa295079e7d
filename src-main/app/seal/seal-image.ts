import type { SealImage } from '../../papers/model.ts'
import type { AttachmentStore } from '../../store/attachment-store.ts'

/** A seal image (印章图) as a paper row keeps it: which image, and how large it was printed, in tenths of a millimetre. */
export type StoredSeal = { readonly sha256: string; readonly widthTenthsMm: number; readonly heightTenthsMm: number }

/** The image ready to draw on a paper. */
export function drawnSeal(attachments: AttachmentStore, seal: StoredSeal): SealImage {
  return {
    dataUri: pngDataUri(attachments.get(seal.sha256)),
    widthMm: seal.widthTenthsMm / 10,
    heightMm: seal.heightTenthsMm / 10,
  }
}

/** PNG bytes as a `data:` address. */
export function pngDataUri(bytes: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
}
