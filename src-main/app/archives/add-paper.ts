import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { inspectScan } from '../../papers/scan/inspect-scan.ts'
import { recordAttachment } from '../../store/paper-store.ts'
import { storageError } from '../../store/storage-error.ts'
import { findPaperOfCase, findVolume } from '../../store/volume-store.ts'
import type { JobContext } from '../context.ts'
import { notFound } from '../refusal.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { addItem, addSides } from './add-item.ts'
import { loadVolumeCase } from './volume-case.ts'
import { editVolume, mustBeOpen } from './volume-state.ts'

/** Files one of the center's own issued papers (文书) of the case: its frozen page, printed to PDF, becomes a paper of the volume. */
export async function addPaper(
  ctx: JobContext,
  input: ParsedInputOf<'archives.addPaper'>,
): Promise<OutputOf<'archives.addPaper'>> {
  const volume = await findVolume(ctx.db, input.id)
  if (!volume) throw notFound('案卷')
  mustBeOpen(volume, input.version)
  const { record } = await loadVolumeCase(ctx.db, ctx.pack, volume.case_id)
  const paper = await findPaperOfCase(ctx.db, input.paperId, record)
  if (!paper) throw notFound('本案的文书')
  ctx.progress(0, 1, paper.title)
  const html = new TextDecoder().decode(ctx.attachments.get(paper.html_sha256))
  const content = await ctx.printer(html, { landscape: paper.is_landscape === 1 })
  const verdict = await inspectScan(content)
  if (!verdict.isReadable) throw storageError('printer')
  const itemId = ctx.newId()
  const { version } = await editVolume(ctx, input, async state => {
    const sha256 = ctx.attachments.put(content)
    await recordAttachment(ctx.trx, {
      sha256,
      bytes: content.length,
      mediaType: verdict.mediaType,
      pages: verdict.pages,
      createdAt: ctx.now,
    })
    const facts = { title: paper.title, number: paper.number, issuedOn: shanghaiDay(new Date(paper.issued_at)) }
    const item = await addItem(ctx, state, { id: itemId, templateItem: input.templateItem, fileName: '', paper: facts })
    await addSides(
      ctx,
      item,
      Array.from({ length: verdict.pages }, (_, index) => ({ attachment: sha256, sourcePage: index + 1 })),
    )
    return { summary: `加入本中心文书“${paper.title}”${paper.number ?? ''}`, after: { item: itemId, paper: paper.id } }
  })
  return { itemId, addedPages: verdict.pages, version }
}
