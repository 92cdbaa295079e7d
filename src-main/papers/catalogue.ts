import type { ApplicationFormFacts, ApplicationFormWording } from './forms/application-form.ts'
import { applicationForm } from './forms/application-form.ts'
import type { AssignmentNoticeFacts, AssignmentNoticeWording } from './forms/assignment-notice.ts'
import { assignmentNotice } from './forms/assignment-notice.ts'
import type { CenterNoticeFacts, CenterNoticeWording } from './forms/center-notice.ts'
import { deemedWithdrawalNotice, notOursNotice, objectionReceipt } from './forms/center-notice.ts'
import type { ClosingReportFacts } from './forms/closing-report.ts'
import { closingReport } from './forms/closing-report.ts'
import type { ConsultationListFacts } from './forms/consultation-list.ts'
import { consultationList } from './forms/consultation-list.ts'
import type { ConsultationRegisterFacts } from './forms/consultation-register.ts'
import { consultationRegister } from './forms/consultation-register.ts'
import type { CooperationLetterFacts, CooperationLetterWording } from './forms/cooperation-letter.ts'
import { cooperationLetter } from './forms/cooperation-letter.ts'
import type { DeliveryReceiptFacts, DeliveryReceiptWording } from './forms/delivery-receipt.ts'
import { deliveryReceipt } from './forms/delivery-receipt.ts'
import type { GrantDecisionFacts, GrantDecisionWording } from './forms/grant-decision.ts'
import { grantDecision } from './forms/grant-decision.ts'
import type { GuidanceSlipFacts, GuidanceSlipWording } from './forms/guidance-slip.ts'
import { guidanceSlip } from './forms/guidance-slip.ts'
import type { HandOverLetterFacts, HandOverLetterWording } from './forms/hand-over-letter.ts'
import { handOverLetter } from './forms/hand-over-letter.ts'
import type { HardshipCheckSheetFacts } from './forms/hardship-check-sheet.ts'
import { hardshipCheckSheet } from './forms/hardship-check-sheet.ts'
import { aidCertificate, type HardshipLetterFacts, recheckNotice } from './forms/hardship-letters.ts'
import type { HardshipStatementFacts, HardshipStatementWording } from './forms/hardship-statement.ts'
import { hardshipStatement } from './forms/hardship-statement.ts'
import type { MandateFacts, MandateWording } from './forms/mandate.ts'
import { mandate } from './forms/mandate.ts'
import type { MaterialsReceiptFacts, MaterialsReceiptWording } from './forms/materials-receipt.ts'
import { materialsReceipt } from './forms/materials-receipt.ts'
import type { NumberBlockFacts } from './forms/number-block.ts'
import { numberBlock } from './forms/number-block.ts'
import { numberGaps } from './forms/number-gaps.ts'
import type { NumberListFacts } from './forms/number-list.ts'
import { numberList } from './forms/number-list.ts'
import type { PackDifferenceFacts } from './forms/pack-difference.ts'
import { packDifferenceSheet } from './forms/pack-difference.ts'
import type { ParcelCoverFacts } from './forms/parcel-cover.ts'
import { parcelCover } from './forms/parcel-cover.ts'
import type { PaymentListFacts } from './forms/payment-list.ts'
import { paymentList } from './forms/payment-list.ts'
import type { QueueTicketFacts } from './forms/queue-ticket.ts'
import { queueTicket } from './forms/queue-ticket.ts'
import type { RecoveryKeyPageFacts } from './forms/recovery-key-page.ts'
import { recoveryKeyPage } from './forms/recovery-key-page.ts'
import type { RefusalDecisionFacts, RefusalDecisionWording } from './forms/refusal-decision.ts'
import { refusalDecision } from './forms/refusal-decision.ts'
import type { ReportSheetFacts } from './forms/report-sheet.ts'
import { reportSheet, reportSheetWide } from './forms/report-sheet.ts'
import type { ReviewSheetFacts } from './forms/review-sheet.ts'
import { reviewSheet } from './forms/review-sheet.ts'
import type { SubsidySheetFacts } from './forms/subsidy-sheet.ts'
import { subsidySheet } from './forms/subsidy-sheet.ts'
import type { SupplementNoticeFacts, SupplementNoticeWording } from './forms/supplement-notice.ts'
import { supplementNotice } from './forms/supplement-notice.ts'
import type { VolumeContentsFacts } from './forms/volume-contents.ts'
import { volumeContents } from './forms/volume-contents.ts'
import type { VolumeCoverFacts } from './forms/volume-cover.ts'
import { volumeCover } from './forms/volume-cover.ts'
import type { VolumeNoteFacts } from './forms/volume-note.ts'
import { volumeNote } from './forms/volume-note.ts'
import type { Block, NoWording, Page, PaperDefinition, RenderOptions } from './model.ts'
import type { Composition } from './render-html.ts'
import { paperFileStem, renderHtml } from './render-html.ts'

/** What every form (文书格式) is filled with: its facts, and the sentences that rest on law. */
type Forms = {
  'consultation-register': { facts: ConsultationRegisterFacts; wording: NoWording }
  'consultation-list': { facts: ConsultationListFacts; wording: NoWording }
  'guidance-slip': { facts: GuidanceSlipFacts; wording: GuidanceSlipWording }
  'queue-ticket': { facts: QueueTicketFacts; wording: NoWording }
  'application-form': { facts: ApplicationFormFacts; wording: ApplicationFormWording }
  'hardship-statement': { facts: HardshipStatementFacts; wording: HardshipStatementWording }
  'hardship-check-sheet': { facts: HardshipCheckSheetFacts; wording: NoWording }
  mandate: { facts: MandateFacts; wording: MandateWording }
  'materials-receipt': { facts: MaterialsReceiptFacts; wording: MaterialsReceiptWording }
  'supplement-notice': { facts: SupplementNoticeFacts; wording: SupplementNoticeWording }
  'aid-certificate': { facts: HardshipLetterFacts; wording: NoWording }
  'recheck-notice': { facts: HardshipLetterFacts; wording: NoWording }
  'cooperation-letter': { facts: CooperationLetterFacts; wording: CooperationLetterWording }
  'review-sheet': { facts: ReviewSheetFacts; wording: NoWording }
  'grant-decision': { facts: GrantDecisionFacts; wording: GrantDecisionWording }
  'refusal-decision': { facts: RefusalDecisionFacts; wording: RefusalDecisionWording }
  'assignment-notice': { facts: AssignmentNoticeFacts; wording: AssignmentNoticeWording }
  'not-ours-notice': { facts: CenterNoticeFacts; wording: CenterNoticeWording }
  'deemed-withdrawal-notice': { facts: CenterNoticeFacts; wording: CenterNoticeWording }
  'hand-over-letter': { facts: HandOverLetterFacts; wording: HandOverLetterWording }
  'objection-receipt': { facts: CenterNoticeFacts; wording: CenterNoticeWording }
  'delivery-receipt': { facts: DeliveryReceiptFacts; wording: DeliveryReceiptWording }
  'closing-report': { facts: ClosingReportFacts; wording: NoWording }
  'subsidy-sheet': { facts: SubsidySheetFacts; wording: NoWording }
  'payment-list': { facts: PaymentListFacts; wording: NoWording }
  'volume-cover': { facts: VolumeCoverFacts; wording: NoWording }
  'volume-contents': { facts: VolumeContentsFacts; wording: NoWording }
  'volume-note': { facts: VolumeNoteFacts; wording: NoWording }
  'report-sheet': { facts: ReportSheetFacts; wording: NoWording }
  'report-sheet-wide': { facts: ReportSheetFacts; wording: NoWording }
  'parcel-cover': { facts: ParcelCoverFacts; wording: NoWording }
  'recovery-key-page': { facts: RecoveryKeyPageFacts; wording: NoWording }
  'number-list': { facts: NumberListFacts; wording: NoWording }
  'number-gaps': { facts: NumberListFacts; wording: NoWording }
  'number-block': { facts: NumberBlockFacts; wording: NoWording }
  'pack-difference': { facts: PackDifferenceFacts; wording: NoWording }
}

export type FormId = keyof Forms
export type FactsOf<Id extends FormId> = Forms[Id]['facts']
export type WordingOf<Id extends FormId> = Forms[Id]['wording']
/** Forms whose words all come with the facts. */
export type PlainFormId = { [Id in FormId]: Forms[Id]['wording'] extends NoWording ? Id : never }[FormId]

/** Render options with the sentences that rest on law, for the forms that have such sentences. */
export type WordedOptions<Id extends FormId> = RenderOptions & { readonly wording: WordingOf<Id> }

/** Every form the office can print, by its id. */
export const CATALOGUE: { readonly [Id in FormId]: PaperDefinition<FactsOf<Id>, WordingOf<Id>> } = {
  'consultation-register': consultationRegister,
  'consultation-list': consultationList,
  'guidance-slip': guidanceSlip,
  'queue-ticket': queueTicket,
  'application-form': applicationForm,
  'hardship-statement': hardshipStatement,
  'hardship-check-sheet': hardshipCheckSheet,
  mandate,
  'materials-receipt': materialsReceipt,
  'supplement-notice': supplementNotice,
  'aid-certificate': aidCertificate,
  'recheck-notice': recheckNotice,
  'cooperation-letter': cooperationLetter,
  'review-sheet': reviewSheet,
  'grant-decision': grantDecision,
  'refusal-decision': refusalDecision,
  'assignment-notice': assignmentNotice,
  'not-ours-notice': notOursNotice,
  'deemed-withdrawal-notice': deemedWithdrawalNotice,
  'hand-over-letter': handOverLetter,
  'objection-receipt': objectionReceipt,
  'delivery-receipt': deliveryReceipt,
  'closing-report': closingReport,
  'subsidy-sheet': subsidySheet,
  'payment-list': paymentList,
  'volume-cover': volumeCover,
  'volume-contents': volumeContents,
  'volume-note': volumeNote,
  'report-sheet': reportSheet,
  'report-sheet-wide': reportSheetWide,
  'parcel-cover': parcelCover,
  'recovery-key-page': recoveryKeyPage,
  'number-list': numberList,
  'number-gaps': numberGaps,
  'number-block': numberBlock,
  'pack-difference': packDifferenceSheet,
}

/** Whether the office has a form of this id. */
export function isFormId(id: string): id is FormId {
  return Object.hasOwn(CATALOGUE, id)
}

/** A paper ready to show, print or turn into PDF. `fileStem` is a file name without its ending. */
export type RenderedPaper = { readonly html: string; readonly title: string; readonly fileStem: string; readonly page: Page }

/**
 * Fills a form (文书) and returns it as plain data that survives JSON: what an issued paper is frozen as, and what
 * `renderHtml` and `renderDocx` draw. `facts` and `options.wording` are the form's own types. Pure.
 */
export function composePaper<Id extends PlainFormId>(formId: Id, facts: FactsOf<Id>, options?: RenderOptions): Composition
export function composePaper<Id extends FormId>(formId: Id, facts: FactsOf<Id>, options: WordedOptions<Id>): Composition
export function composePaper<Id extends FormId>(
  formId: Id,
  facts: FactsOf<Id>,
  options: Partial<WordedOptions<Id>> = {},
): Composition {
  const definition: PaperDefinition<FactsOf<Id>, WordingOf<Id>> = CATALOGUE[formId]
  // The overloads make sure that wording is missing only where the form has none.
  const wording = options.wording as WordingOf<Id>
  return {
    title: definition.title,
    page: definition.page,
    blocks: standOffTables(keepSealWithText(definition.build(facts, wording))),
    foot: { text: definition.foot?.(facts) ?? '', pageNumbers: definition.pageNumbers },
  }
}

/**
 * Draws a form as one self-contained HTML document at its true size. A number that is null prints as a grey gap inside
 * `options.numberPlaceholder`. Pure.
 */
export function renderPaper<Id extends PlainFormId>(formId: Id, facts: FactsOf<Id>, options?: RenderOptions): RenderedPaper
export function renderPaper<Id extends FormId>(formId: Id, facts: FactsOf<Id>, options: WordedOptions<Id>): RenderedPaper
export function renderPaper<Id extends FormId>(
  formId: Id,
  facts: FactsOf<Id>,
  options: Partial<WordedOptions<Id>> = {},
): RenderedPaper {
  const composition = composePaper(formId, facts, options as WordedOptions<Id>)
  const { title, page } = composition
  return { html: renderHtml(composition, options), title, fileStem: paperFileStem(title), page }
}

/** Draws the same form as a DOCX file that Word and WPS can edit, and returns its bytes. */
export function renderPaperDocx<Id extends PlainFormId>(
  formId: Id,
  facts: FactsOf<Id>,
  options?: RenderOptions,
): Promise<Uint8Array>
export function renderPaperDocx<Id extends FormId>(
  formId: Id,
  facts: FactsOf<Id>,
  options: WordedOptions<Id>,
): Promise<Uint8Array>
export async function renderPaperDocx<Id extends FormId>(
  formId: Id,
  facts: FactsOf<Id>,
  options: Partial<WordedOptions<Id>> = {},
): Promise<Uint8Array> {
  // The DOCX library is large and seldom needed: it is read when the first file is asked for, not when the app starts.
  const { renderDocx } = await import('./render-docx.ts')
  return renderDocx(composePaper(formId, facts, options as WordedOptions<Id>), options)
}

/** A paragraph right under a table stands off from its rule, unless the form says how far. */
function standOffTables(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    const above = blocks[index - 1]?.kind
    return block.kind === 'paragraph' && block.beforeMm === undefined && (above === 'fields' || above === 'list')
      ? { ...block, beforeMm: 3 }
      : block
  })
}

/** A seal (印章) never stands alone on a sheet: the paragraph before it goes along. */
function keepSealWithText(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1]?.kind
    return block.kind === 'paragraph' && (next === 'seal' || next === 'signatures') ? { ...block, withNext: true } : block
  })
}
