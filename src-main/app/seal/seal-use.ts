import { CATALOGUE, isFormId } from '../../papers/catalogue.ts'
import { findCase } from '../../store/case-store.ts'
import { listDecisions } from '../../store/decision-store.ts'
import { findNumberByText } from '../../store/number-store.ts'
import { getSeal } from '../../store/seal-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { QueryContext } from '../context.ts'
import { forbidden, ruleRefusal } from '../refusal.ts'
import type { StoredSeal } from './seal-image.ts'

/** A paper that is to carry the seal image: its form, whose it is, and the number that its act drew. */
export type SealedPaper = {
  readonly form: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly number: string | null
}

/** What only a director can sign. */
const DECISIONS: ReadonlySet<string> = new Set(['grant-decision', 'refusal-decision'])

type Context = Pick<QueryContext, 'db' | 'actor' | 'pack'>

/**
 * The seal image (印章图) for a paper, when it may be overprinted: the director asks, it has been turned on, the pack lets the form carry it,
 * and the director approved what the paper says. @throws Refusal FORBIDDEN role, RULE.
 */
export async function sealFor(ctx: Context, paper: SealedPaper): Promise<StoredSeal> {
  if (!ctx.actor.roles.includes('director')) throw forbidden('role', '只有主任可以套印印章图')
  const seal = await getSeal(ctx.db)
  if (seal.attachment === null || seal.is_on === 0)
    throw ruleRefusal('seal-off', '没有启用印章图，请在设置里上传并启用，或者打印后盖章', null)
  if (!mayCarrySeal(ctx, paper.form)) throw ruleRefusal('seal-form', `《${titleOf(paper.form)}》不在可以套印印章图的文书里`, null)
  const because = await unapprovedBecause(ctx, paper)
  if (because !== null) throw ruleRefusal('seal-unapproved', because, null)
  return { sha256: seal.attachment, widthTenthsMm: seal.width_tenths_mm, heightTenthsMm: seal.height_tenths_mm }
}

/**
 * Whether this person is offered the seal image for a paper, and why not where the paper could carry it. Null when there is nothing to
 * offer: another role, no image in use, a form without it.
 */
export async function sealOffer(ctx: Context, paper: SealedPaper): Promise<{ may: boolean; because: string | null } | null> {
  if (!ctx.actor.roles.includes('director') || !mayCarrySeal(ctx, paper.form)) return null
  const seal = await getSeal(ctx.db)
  if (seal.attachment === null || seal.is_on === 0) return null
  const because = await unapprovedBecause(ctx, paper)
  return { may: because === null, because }
}

function mayCarrySeal({ pack }: Context, form: string): boolean {
  return pack.procedure.sealForms.forms.includes(form)
}

/**
 * Why the director did not approve what a paper says, or null. Whoever drew a paper's number signed its act, and only a director decides;
 * what is done in a case rests on the grant that opened it.
 */
async function unapprovedBecause(ctx: Context, { form, subject, number }: SealedPaper): Promise<string | null> {
  if (number === null) return `《${titleOf(form)}》还没有经主任审批，不能套印印章图`
  if (DECISIONS.has(form) || (subject.kind === 'case' && (await wasGranted(ctx, subject.id)))) return null
  const drawn = await findNumberByText(ctx.db, number)
  const signer = (await listAccounts(ctx.db)).find(one => one.id === drawn?.drawn_by)
  if (signer?.roles.includes('director')) return null
  return `《${titleOf(form)}》由${signer?.name ?? '他人'}办理，没有经主任审批，不能套印印章图，请打印后盖章`
}

async function wasGranted({ db }: Context, caseId: string): Promise<boolean> {
  const application = (await findCase(db, caseId))?.application
  if (!application) return false
  return (await listDecisions(db, application.id)).some(one => one.outcome === 'granted' && one.set_aside_on === null)
}

function titleOf(form: string): string {
  return isFormId(form) ? CATALOGUE[form].title : form
}
