import type { NumberSeriesId } from '../../domain/rule-pack/rule-pack.ts'
import { type Composition, renderHtml } from '../../papers/render-html.ts'
import { countPrinting, findPaper, insertPaper, listPapers, recordAttachment } from '../../store/paper-store.ts'
import type { CommandContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { drawnSeal, type StoredSeal } from '../seal/seal-image.ts'
import { sealFor } from '../seal/seal-use.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { compose, type PaperSubject } from './compose.ts'
import type { ComposedPaper } from './composed-paper.ts'
import { composition as compositionOf } from './stored-composition.ts'

export type IssuedPaper = {
  readonly id: string
  readonly title: string
  readonly html: string
  readonly landscape: boolean
  readonly isReprint: boolean
}

type Asked = {
  readonly form: string
  readonly subject: PaperSubject
  readonly withSeal?: boolean
  /** False where an act makes its paper: the sheet comes out when somebody prints it. */
  readonly isPrinted?: boolean
}

/**
 * Issues a paper (出具文书): fills it from the records, freezes its words and its page with a SHA-256, and counts the printing. The same
 * paper asked for again is a reprint of the frozen one and says so in its foot; changed records under an unnumbered form give a new paper.
 * @throws Refusal NOT_FOUND; RULE before its act, or where the seal image may not stand on it; FORBIDDEN when not the director asks for it.
 */
export async function issuePaper(
  ctx: CommandContext,
  { form, subject, withSeal = false, isPrinted = true }: Asked,
): Promise<IssuedPaper> {
  const earlier = (await listPapers(ctx.db, subject.kind, subject.id)).filter(paper => paper.form === form)
  const numbered = DRAWN_WHEN_ISSUED[form]
  const last = numbered ? earlier.at(-1) : undefined
  if (last && numbered && (await saysTheSame(ctx, last, subject, numbered.words))) return printFrozen(ctx, last, withSeal)
  const drawn = numbered ? await drawSeriesNumber(ctx, numbered.series, ctx.today, subject) : null
  const paper = await compose(ctx, form, subject, null, drawn)
  if (NUMBERED_ONCE.has(form) && paper.number === null)
    throw ruleRefusal('paper-needs-its-act', '这件事还没有办理，不能出具这份文书', null)
  const frozen = NUMBERED_ONCE.has(form) ? earlier.findLast(one => one.number === paper.number) : undefined
  // What was signed does not move on with the records.
  if (frozen) return printFrozen(ctx, frozen, withSeal)
  const seal = withSeal ? await sealFor(ctx, { form, subject, number: paper.number }) : null
  return freeze(ctx, { form, subject, ...paper, seal, isPrinted })
}

/** Prints an issued paper (打印) as it was frozen. @throws Refusal NOT_FOUND. */
export async function printPaper(ctx: CommandContext, id: string): Promise<IssuedPaper> {
  return printAgain(ctx, await frozenPaper(ctx, id))
}

/**
 * Overprints the seal image (套印印章图) on an issued paper: it is frozen once more with it, word for word, and the plain one stays. Asked for
 * again it is the same sealed paper. Nothing is printed yet. @throws Refusal NOT_FOUND; RULE, FORBIDDEN where the image may not stand on it.
 */
export async function sealPaper(ctx: CommandContext, id: string): Promise<IssuedPaper> {
  const sealed = await sealedOf(ctx, await frozenPaper(ctx, id), false)
  return 'isReprint' in sealed ? sealed : shownAs(ctx, sealed)
}

type FrozenPaper = NonNullable<Awaited<ReturnType<typeof findPaper>>>

async function frozenPaper(ctx: CommandContext, id: string): Promise<FrozenPaper> {
  const paper = await findPaper(ctx.db, id)
  if (!paper) throw notFound('文书')
  return paper
}

/** The sealed paper of the same words: one that is there, or one that is frozen now. */
async function sealedOf(ctx: CommandContext, paper: FrozenPaper, isPrinted: boolean): Promise<FrozenPaper | IssuedPaper> {
  if (paper.seal_sha256 !== null) return paper
  const { form, number, facts } = paper
  const subject = { kind: paper.subject_kind, id: paper.subject_id }
  const seal = await sealFor(ctx, { form, subject, number })
  const isSealedTwin = (one: FrozenPaper) => one.form === form && one.facts === facts && one.seal_sha256 !== null
  const twin = (await listPapers(ctx.db, subject.kind, subject.id)).find(isSealedTwin)
  return twin ?? freeze(ctx, { form, subject, composition: compositionOf(facts), number, seal, isPrinted })
}

async function printFrozen(ctx: CommandContext, paper: FrozenPaper, withSeal: boolean): Promise<IssuedPaper> {
  if (!withSeal) return printAgain(ctx, paper)
  const sealed = await sealedOf(ctx, paper, true)
  return 'isReprint' in sealed ? sealed : printAgain(ctx, sealed)
}

/** A frozen paper as it was frozen, without counting a printing. */
function shownAs(ctx: CommandContext, paper: FrozenPaper): IssuedPaper {
  return {
    id: paper.id,
    title: paper.title,
    html: new TextDecoder().decode(ctx.attachments.get(paper.html_sha256)),
    landscape: paper.is_landscape === 1,
    isReprint: paper.times_printed > 0,
  }
}

type ToFreeze = ComposedPaper & {
  readonly form: string
  readonly subject: PaperSubject
  readonly seal: StoredSeal | null
  readonly isPrinted: boolean
}

async function freeze(ctx: CommandContext, paper: ToFreeze): Promise<IssuedPaper> {
  const { form, subject, composition, number, placeholder, seal, isPrinted } = paper
  const { title } = composition
  if (seal && !composition.blocks.some(block => block.kind === 'seal'))
    throw ruleRefusal('seal-place', `《${title}》没有盖章的位置，不能套印印章图`, null)
  const html = renderHtml(composition, {
    ...(placeholder ? { numberPlaceholder: placeholder } : {}),
    ...(seal ? { seal: drawnSeal(ctx.attachments, seal) } : {}),
  })
  const content = new TextEncoder().encode(html)
  const sha256 = ctx.attachments.put(content)
  const isTwin = (one: FrozenPaper) => one.form === form && one.html_sha256 === sha256
  const twin = (await listPapers(ctx.db, subject.kind, subject.id)).find(isTwin)
  if (twin) return printAgain(ctx, twin)
  await recordAttachment(ctx.trx, { sha256, bytes: content.length, mediaType: 'text/html', pages: 1, createdAt: ctx.now })
  const id = ctx.newId()
  const landscape = composition.page.orientation === 'landscape'
  await insertPaper(ctx.trx, {
    id,
    form,
    subject_kind: subject.kind,
    subject_id: subject.id,
    title,
    number,
    facts: JSON.stringify(composition),
    html_sha256: sha256,
    is_landscape: landscape ? 1 : 0,
    issued_at: ctx.now,
    issued_by: ctx.actor.userId,
    times_printed: isPrinted ? 1 : 0,
    pack_version: ctx.inForce.version,
    seal_sha256: seal?.sha256 ?? null,
    seal_width_tenths_mm: seal?.widthTenthsMm ?? null,
    seal_height_tenths_mm: seal?.heightTenthsMm ?? null,
  })
  await ctx.audit({
    subjectKind: subject.kind,
    subjectId: subject.id,
    summary: `出具《${title}》${number ?? ''}${seal ? '，套印印章图' : ''}`,
    after: { form, number, sha256, ...(seal ? { seal: seal.sha256 } : {}) },
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

type Numbered = { readonly series: NumberSeriesId; readonly words: readonly Composition['blocks'][number]['kind'][] }

/**
 * Papers that no act has numbered before: the number is drawn with the paper (接收凭证、法律援助证明、抽查核实告知书). `words` are the blocks that
 * say what it is about; while they stay the same the paper is printed again, when they change a further one gets a number of its own.
 */
const DRAWN_WHEN_ISSUED: Readonly<Record<string, Numbered>> = {
  'materials-receipt': { series: 'receipt', words: ['list'] },
  'aid-certificate': { series: 'aid-certificate', words: ['salutation', 'paragraph'] },
  'recheck-notice': { series: 'recheck-notice', words: ['salutation', 'paragraph'] },
}

async function saysTheSame(
  ctx: CommandContext,
  paper: { readonly form: string; readonly facts: string; readonly number: string | null },
  subject: PaperSubject,
  words: Numbered['words'],
): Promise<boolean> {
  const now = await compose(ctx, paper.form, subject, null, paper.number)
  const wordsOf = (composition: Composition) => JSON.stringify(composition.blocks.filter(block => words.includes(block.kind)))
  return wordsOf(compositionOf(paper.facts)) === wordsOf(now.composition)
}

/** Counts a printing of a frozen paper. The first one is the paper itself; every later one says in its foot that it is one (补打). */
async function printAgain(ctx: CommandContext, paper: FrozenPaper): Promise<IssuedPaper> {
  await countPrinting(ctx.trx, paper.id)
  const isReprint = paper.times_printed > 0
  const frozen = compositionOf(paper.facts)
  const note = `补打　第 ${paper.times_printed + 1} 次　${shanghaiDay(new Date(ctx.now))}`
  const foot = { ...frozen.foot, text: [frozen.foot.text, note].filter(part => part !== '').join('　') }
  await ctx.audit({
    subjectKind: paper.subject_kind,
    subjectId: paper.subject_id,
    summary: `${isReprint ? '补打' : '打印'}《${paper.title}》${paper.number ?? ''}${paper.seal_sha256 === null ? '' : '，带印章图'}`,
  })
  const seal = sealOf(paper)
  const first = shownAs(ctx, paper)
  return isReprint
    ? { ...first, html: renderHtml({ ...frozen, foot }, seal ? { seal: drawnSeal(ctx.attachments, seal) } : {}) }
    : first
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
