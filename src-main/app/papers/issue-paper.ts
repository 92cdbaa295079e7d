import { CATALOGUE, isFormId } from '../../papers/catalogue.ts'
import { type Composition, renderHtml } from '../../papers/render-html.ts'
import { countPrinting, findPaper, insertPaper, listPapers, recordAttachment } from '../../store/paper-store.ts'
import type { CommandContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { drawnSeal, type StoredSeal, sealFor } from '../seal/seal-image.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { compose, type PaperSubject } from './compose.ts'
import { composition as compositionOf } from './stored-composition.ts'

export type IssuedPaper = {
  readonly id: string
  readonly title: string
  readonly html: string
  readonly landscape: boolean
  readonly isReprint: boolean
}

/**
 * Issues a paper (出具文书): fills it from the records, freezes its words and its page with a SHA-256, and counts the printing. The same
 * paper asked for again is a reprint of the frozen one and says so in its foot; changed records under an unnumbered form give a new paper.
 * With the seal image (印章图) asked for, a paper frozen without it is frozen once more with it, word for word.
 */
export async function issuePaper(
  ctx: CommandContext,
  { form, subject, withSeal = false }: { readonly form: string; readonly subject: PaperSubject; readonly withSeal?: boolean },
): Promise<IssuedPaper> {
  const earlier = (await listPapers(ctx.db, subject.kind, subject.id)).filter(paper => paper.form === form)
  const seal = withSeal ? await sealFor(ctx, form, isFormId(form) ? CATALOGUE[form].title : form) : null
  const receipt = form === 'materials-receipt' ? earlier.at(-1) : undefined
  if (receipt && (await listsTheSame(ctx, receipt, subject))) return reprint(ctx, receipt.id)
  const drawn =
    form === 'materials-receipt'
      ? await drawSeriesNumber(ctx, 'receipt', ctx.today, { kind: 'application', id: subject.id })
      : null
  const paper = await compose(ctx, form, subject, null, drawn)
  if (NUMBERED_ONCE.has(form) && paper.number === null)
    throw ruleRefusal('paper-needs-its-act', '这件事还没有办理，不能出具这份文书', null)
  const frozen = NUMBERED_ONCE.has(form) ? earlier.filter(one => one.number === paper.number) : []
  const first = frozen[0]
  // What was signed does not move on with the records: the seal goes onto the words that were frozen.
  const composition = first ? compositionOf(first.facts) : paper.composition
  const same = seal ? frozen.find(one => one.seal_sha256 !== null) : frozen.at(-1)
  if (same) return reprint(ctx, same.id)
  const html = renderHtml(composition, {
    ...(paper.placeholder ? { numberPlaceholder: paper.placeholder } : {}),
    ...(seal ? { seal: drawnSeal(ctx.attachments, seal) } : {}),
  })
  const content = new TextEncoder().encode(html)
  const sha256 = ctx.attachments.put(content)
  const twin = earlier.find(one => one.html_sha256 === sha256)
  if (twin) return reprint(ctx, twin.id)
  await recordAttachment(ctx.trx, { sha256, bytes: content.length, mediaType: 'text/html', pages: 1, createdAt: ctx.now })
  const id = ctx.newId()
  const { title } = composition
  const landscape = composition.page.orientation === 'landscape'
  await insertPaper(ctx.trx, {
    id,
    form,
    subject_kind: subject.kind,
    subject_id: subject.id,
    title,
    number: paper.number,
    facts: JSON.stringify(composition),
    html_sha256: sha256,
    is_landscape: landscape ? 1 : 0,
    issued_at: ctx.now,
    issued_by: ctx.actor.userId,
    times_printed: 1,
    pack_version: ctx.inForce.version,
    seal_sha256: seal?.sha256 ?? null,
    seal_width_tenths_mm: seal?.widthTenthsMm ?? null,
    seal_height_tenths_mm: seal?.heightTenthsMm ?? null,
  })
  await ctx.audit({
    subjectKind: subject.kind,
    subjectId: subject.id,
    summary: `出具《${title}》${paper.number ?? ''}${seal ? '，套印印章图' : ''}`,
    after: { form, number: paper.number, sha256, ...(seal ? { seal: seal.sha256 } : {}) },
  })
  return { id, title, html, landscape, isReprint: false }
}

/** Papers whose number stands for one frozen text: the records may move on, the paper that was signed does not. */
const NUMBERED_ONCE: ReadonlySet<string> = new Set([
  'grant-decision',
  'refusal-decision',
  'assignment-notice',
  'supplement-notice',
  'cooperation-letter',
  'not-ours-notice',
  'deemed-withdrawal-notice',
  'hand-over-letter',
  'objection-receipt',
  'payment-list',
])

/** Whether a receipt (接收凭证) still lists what is in; more papers since then make a further receipt. */
async function listsTheSame(
  ctx: CommandContext,
  receipt: { readonly facts: string; readonly number: string | null },
  subject: PaperSubject,
): Promise<boolean> {
  const now = await compose(ctx, 'materials-receipt', subject, null, receipt.number)
  const rowsOf = (composition: Composition) => JSON.stringify(composition.blocks.filter(block => block.kind === 'list'))
  return rowsOf(compositionOf(receipt.facts)) === rowsOf(now.composition)
}

async function reprint(ctx: CommandContext, id: string): Promise<IssuedPaper> {
  const paper = await findPaper(ctx.db, id)
  if (!paper) throw notFound('文书')
  await countPrinting(ctx.trx, id)
  const frozen = compositionOf(paper.facts)
  const note = `补打　第 ${paper.times_printed + 1} 次　${shanghaiDay(new Date(ctx.now))}`
  const marked: Composition = {
    ...frozen,
    foot: { ...frozen.foot, text: [frozen.foot.text, note].filter(part => part !== '').join('　') },
  }
  await ctx.audit({
    subjectKind: paper.subject_kind,
    subjectId: paper.subject_id,
    summary: `补打《${paper.title}》${paper.number ?? ''}${paper.seal_sha256 === null ? '' : '，带印章图'}`,
  })
  const seal = sealOf(paper)
  const html = renderHtml(marked, seal ? { seal: drawnSeal(ctx.attachments, seal) } : {})
  return { id, title: paper.title, html, landscape: paper.is_landscape === 1, isReprint: true }
}

/** The seal image that a frozen paper carries, or null. */
function sealOf(paper: {
  readonly seal_sha256: string | null
  readonly seal_width_tenths_mm: number | null
  readonly seal_height_tenths_mm: number | null
}): StoredSeal | null {
  const { seal_sha256: sha256, seal_width_tenths_mm: widthTenthsMm, seal_height_tenths_mm: heightTenthsMm } = paper
  return sha256 === null || widthTenthsMm === null || heightTenthsMm === null ? null : { sha256, widthTenthsMm, heightTenthsMm }
}
