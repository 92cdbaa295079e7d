import { CATALOGUE } from '../../papers/catalogue.ts'
import { renderHtml } from '../../papers/render-html.ts'
import { findPaper, listPapers } from '../../store/paper-store.ts'
import { command, type HandlersOf, job, query } from '../context.ts'
import { notFound, Refusal } from '../refusal.ts'
import { sealOffer } from '../seal/seal-use.ts'
import { compose, formsOf } from './compose.ts'
import { issuePaper, printPaper, sealPaper } from './issue-paper.ts'
import { composition } from './stored-composition.ts'

type PaperRecord = NonNullable<Awaited<ReturnType<typeof findPaper>>>

function viewOf(paper: PaperRecord) {
  return {
    id: paper.id,
    form: paper.form,
    title: paper.title,
    number: paper.number,
    issuedAt: paper.issued_at,
    issuedBy: paper.issuer_name,
    timesPrinted: paper.times_printed,
    isSealed: paper.seal_sha256 !== null,
    sha256: paper.html_sha256,
  }
}

/** Papers (文书): preview, issue, reprint, export. */
export const paperHandlers: HandlersOf<'papers'> = {
  'papers.available': query(async (ctx, { subject }) => {
    const issued = await listPapers(ctx.db, subject.kind, subject.id)
    const found = []
    for (const form of formsOf(subject.kind)) {
      if (await canCompose(() => compose(ctx, form, subject, null)))
        found.push({ form, title: CATALOGUE[form].title, isIssued: issued.some(paper => paper.form === form) })
    }
    return found.filter(one => !DECIDED_ONLY.has(one.form) || one.isIssued)
  }),
  'papers.preview': query(async (ctx, { form, subject, pending }) => {
    const paper = await compose(ctx, form, subject, pending)
    const options = paper.placeholder ? { numberPlaceholder: paper.placeholder } : {}
    return {
      title: paper.composition.title,
      html: renderHtml(paper.composition, options),
      landscape: paper.composition.page.orientation === 'landscape',
    }
  }),
  'papers.issue': command(async (ctx, input) => issuePaper(ctx, input)),
  'papers.print': command(async (ctx, { id }) => printPaper(ctx, id)),
  'papers.seal': command(async (ctx, { id }) => sealPaper(ctx, id)),
  'papers.list': query(async ({ db }, { subject }) => (await listPapers(db, subject.kind, subject.id)).map(viewOf)),
  'papers.get': query(async (ctx, { id }) => {
    const paper = await findPaper(ctx.db, id)
    if (!paper) throw notFound('文书')
    const { form, number } = paper
    return {
      ...viewOf(paper),
      html: new TextDecoder().decode(ctx.attachments.get(paper.html_sha256)),
      landscape: paper.is_landscape === 1,
      seal:
        paper.seal_sha256 === null
          ? await sealOffer(ctx, { form, subject: { kind: paper.subject_kind, id: paper.subject_id }, number })
          : null,
    }
  }),
  'papers.exportDocx': command(async (ctx, { id, handle }) => {
    const paper = await findPaper(ctx.db, id)
    if (!paper) throw notFound('文书')
    // Read when the first file is asked for: the library is large and most days need none.
    const { renderDocx } = await import('../../papers/render-docx.ts')
    const content = await renderDocx(composition(paper.facts), {})
    ctx.files.write(handle, content)
    await ctx.audit({ subjectKind: paper.subject_kind, subjectId: paper.subject_id, summary: `导出《${paper.title}》DOCX` })
    return { bytes: content.length }
  }),
  'papers.exportPdf': job(async (ctx, { id, handle }) => {
    const paper = await findPaper(ctx.db, id)
    if (!paper) throw notFound('文书')
    ctx.progress(0, 1, paper.title)
    const html = new TextDecoder().decode(ctx.attachments.get(paper.html_sha256))
    const content = await ctx.printer(html, { landscape: paper.is_landscape === 1 })
    ctx.files.write(handle, content)
    await ctx.audit({ subjectKind: paper.subject_kind, subjectId: paper.subject_id, summary: `导出《${paper.title}》PDF` })
    return { bytes: content.length }
  }),
}

/** Forms that exist only once the act they record has happened: they are issued with it and never before. */
const DECIDED_ONLY: ReadonlySet<string> = new Set([
  'grant-decision',
  'refusal-decision',
  'not-ours-notice',
  'deemed-withdrawal-notice',
  'hand-over-letter',
])

async function canCompose(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Refusal && error.error.code === 'NOT_FOUND') return false
    throw error
  }
}
