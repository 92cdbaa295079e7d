import type { SealImage } from '../../papers/model.ts'
import type { AttachmentStore } from '../../store/attachment-store.ts'
import { getSeal } from '../../store/seal-store.ts'
import type { CommandContext } from '../context.ts'
import { forbidden, ruleRefusal } from '../refusal.ts'

/** A seal image (印章图) as a paper row keeps it: which image, and how large it was printed, in tenths of a millimetre. */
export type StoredSeal = { readonly sha256: string; readonly widthTenthsMm: number; readonly heightTenthsMm: number }

/**
 * The seal image for a paper of this form, when it may be overprinted: it is the director who asks, it has been turned on, and the pack
 * lets the form carry it.
 * @throws Refusal FORBIDDEN role, RULE.
 */
export async function sealFor(ctx: CommandContext, form: string, title: string): Promise<StoredSeal> {
  if (!ctx.actor.roles.includes('director')) throw forbidden('role', '只有主任可以套印印章图')
  const seal = await getSeal(ctx.db)
  if (seal.attachment === null || seal.is_on === 0)
    throw ruleRefusal('seal-off', '没有启用印章图，请在设置里上传并启用，或者打印后盖章', null)
  if (!ctx.pack.procedure.sealForms.forms.includes(form))
    throw ruleRefusal('seal-form', `《${title}》不在可以套印印章图的文书里`, null)
  return { sha256: seal.attachment, widthTenthsMm: seal.width_tenths_mm, heightTenthsMm: seal.height_tenths_mm }
}

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
