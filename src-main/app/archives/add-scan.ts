import type { FieldProblem } from '../../contract/envelope.ts'
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { inspectScan } from '../../papers/scan/inspect-scan.ts'
import { faultSentence, type ScanMediaType } from '../../papers/scan/verdict.ts'
import { recordAttachment } from '../../store/paper-store.ts'
import type { CommandContext } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { addItem, addSides, type NewSide } from './add-item.ts'
import { editVolume, itemOf } from './volume-state.ts'

type ReadScan = { readonly name: string; readonly content: Uint8Array; readonly mediaType: ScanMediaType; readonly pages: number }

/**
 * Takes scans into a volume against an item of the filing order: onto the paper `itemId`, or as a new paper. Every file is judged by its
 * content first; one that is no scan refuses them all, each bad file with its own sentence.
 */
export async function addScan(
  ctx: CommandContext,
  input: ParsedInputOf<'archives.addScan'>,
): Promise<OutputOf<'archives.addScan'>> {
  const scans = await readScans(ctx, input.files)
  const itemId = input.itemId ?? ctx.newId()
  const { version } = await editVolume(ctx, input, async state => {
    const sides: NewSide[] = []
    for (const scan of scans) {
      const sha256 = ctx.attachments.put(scan.content)
      await recordAttachment(ctx.trx, {
        sha256,
        bytes: scan.content.length,
        mediaType: scan.mediaType,
        pages: scan.pages,
        createdAt: ctx.now,
      })
      for (let page = 1; page <= scan.pages; page += 1) sides.push({ attachment: sha256, sourcePage: page })
    }
    const item =
      input.itemId === null
        ? await addItem(ctx, state, { id: itemId, templateItem: input.templateItem, fileName: scans[0]?.name ?? '' })
        : itemOf(state, itemId)
    await addSides(ctx, item, sides)
    return {
      summary: `加入扫描件 ${scans.length} 个 ${sides.length} 面，归入“${item.title}”`,
      after: { item: itemId, sides: sides.length },
    }
  })
  return { itemId, addedPages: scans.reduce((sum, scan) => sum + scan.pages, 0), version }
}

async function readScans(ctx: CommandContext, files: ParsedInputOf<'archives.addScan'>['files']): Promise<readonly ReadScan[]> {
  const scans: ReadScan[] = []
  const fields: FieldProblem[] = []
  for (const [index, file] of files.entries()) {
    const { name, content } =
      'handle' in file
        ? ctx.files.read(file.handle)
        : { name: file.name, content: new Uint8Array(Buffer.from(file.base64, 'base64')) }
    const verdict = await inspectScan(content)
    if (verdict.isReadable) scans.push({ name, content, mediaType: verdict.mediaType, pages: verdict.pages })
    else fields.push({ path: ['files', index], message: faultSentence(name, verdict.fault) })
  }
  if (fields.length > 0) throw new Refusal({ code: 'VALIDATION', fields })
  return scans
}
