import type { FormId } from '../../papers/catalogue.ts'
import { composeVolumePaper } from '../archives/volume-papers.ts'
import { withoutProtectedContact } from '../privacy/withheld-contact.ts'
import { notFound } from '../refusal.ts'
import {
  composeApplicationForm,
  composeGrantDecision,
  composeHardshipSheet,
  composeMandate,
  composeMaterialsReceipt,
  composeRefusalDecision,
  composeSupplementNotice,
} from './application-papers.ts'
import { composeAssignmentNotice, composeClosingReport } from './case-papers.ts'
import type { ComposedPaper, PaperContext, PendingDecision } from './composed-paper.ts'
import { composeAidCertificate, composeHardshipStatement, composeRecheckNotice } from './hardship-papers.ts'
import {
  composeCooperationLetter,
  composeDeliveryReceipt,
  composeEndingNotice,
  composeHandOverLetter,
  composeObjectionReceipt,
  composeReviewSheet,
} from './procedure-papers.ts'
import { composeConsultationRegister, composeGuidanceSlip, composePaymentList, composeSubsidySheet } from './register-papers.ts'

export type PaperSubject = { readonly kind: string; readonly id: string }

/** The forms (文书格式) that each kind of subject has, in the order in which they arise. */
const FORMS_OF: Readonly<Record<string, readonly FormId[]>> = {
  consultation: ['consultation-register', 'guidance-slip'],
  application: [
    'application-form',
    'mandate',
    'hardship-statement',
    'materials-receipt',
    'supplement-notice',
    'hardship-check-sheet',
    'review-sheet',
    'grant-decision',
    'refusal-decision',
    'aid-certificate',
    'recheck-notice',
    'not-ours-notice',
    'deemed-withdrawal-notice',
    'hand-over-letter',
  ],
  cooperation: ['cooperation-letter'],
  objection: ['objection-receipt'],
  delivery: ['delivery-receipt'],
  case: ['assignment-notice', 'closing-report'],
  subsidy: ['subsidy-sheet'],
  'payment-list': ['payment-list'],
  volume: ['volume-cover', 'volume-contents', 'volume-note'],
}

/** The forms that a subject of this kind can have. */
export function formsOf(kind: string): readonly FormId[] {
  return FORMS_OF[kind] ?? []
}

/**
 * Fills a form from the records of a subject; phone and addresses of protected people (保密住址和电话) are left out. `drawn` is a number that
 * was drawn for this very issue. @throws Refusal NOT_FOUND.
 */
export async function compose(
  ctx: PaperContext,
  form: string,
  subject: PaperSubject,
  pending: PendingDecision | null,
  drawn: string | null = null,
): Promise<ComposedPaper> {
  const paper = await fill(ctx, form, subject, pending, drawn)
  return { ...paper, composition: await withoutProtectedContact(ctx, subject, paper.composition) }
}

async function fill(
  ctx: PaperContext,
  form: string,
  subject: PaperSubject,
  pending: PendingDecision | null,
  drawn: string | null,
): Promise<ComposedPaper> {
  const known = formsOf(subject.kind).find(one => one === form)
  switch (known) {
    case 'consultation-register':
      return composeConsultationRegister(ctx, subject.id)
    case 'application-form':
      return composeApplicationForm(ctx, subject.id)
    case 'guidance-slip':
      return composeGuidanceSlip(ctx, subject.id)
    case 'mandate':
      return composeMandate(ctx, subject.id)
    case 'materials-receipt':
      return composeMaterialsReceipt(ctx, subject.id, drawn)
    case 'supplement-notice':
      return composeSupplementNotice(ctx, subject.id)
    case 'hardship-statement':
      return composeHardshipStatement(ctx, subject.id)
    case 'aid-certificate':
      return composeAidCertificate(ctx, subject.id, drawn)
    case 'recheck-notice':
      return composeRecheckNotice(ctx, subject.id, drawn)
    case 'hardship-check-sheet':
      return composeHardshipSheet(ctx, subject.id)
    case 'grant-decision':
      return composeGrantDecision(ctx, subject.id, pending)
    case 'refusal-decision':
      return composeRefusalDecision(ctx, subject.id, pending)
    case 'review-sheet':
      return composeReviewSheet(ctx, subject.id)
    case 'not-ours-notice':
    case 'deemed-withdrawal-notice':
      return composeEndingNotice(ctx, known, subject.id)
    case 'hand-over-letter':
      return composeHandOverLetter(ctx, subject.id)
    case 'cooperation-letter':
      return composeCooperationLetter(ctx, subject.id)
    case 'objection-receipt':
      return composeObjectionReceipt(ctx, subject.id)
    case 'delivery-receipt':
      return composeDeliveryReceipt(ctx, subject.id)
    case 'assignment-notice':
      return composeAssignmentNotice(ctx, subject.id)
    case 'closing-report':
      return composeClosingReport(ctx, subject.id)
    case 'subsidy-sheet':
      return composeSubsidySheet(ctx, subject.id)
    case 'payment-list':
      return composePaymentList(ctx, subject.id)
    case 'volume-cover':
    case 'volume-contents':
    case 'volume-note':
      return { composition: await composeVolumePaper(ctx, known, subject.id), number: null }
    default:
      throw notFound(`文书 ${form}`)
  }
}
