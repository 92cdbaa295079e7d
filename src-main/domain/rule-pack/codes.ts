import type { CaseFlag, MatterType, Route } from '../case-facts.ts'
import type { Basis } from '../rule-basis.ts'

/**
 * An entry of a closed list (代码表): the code that rows store and the words that screens and papers show. A retired one (停用) is no
 * longer offered; rows that hold it keep its words.
 */
export type CodeEntry = { readonly code: string; readonly label: string; readonly retired?: true }
/** An entry that rests on a legal text. */
export type LegalEntry = CodeEntry & { readonly basis: Basis }

/** A stage (阶段) of a matter; `numberWord` stands in document numbers (侦 诉 审) where the label is too long. */
export type StageEntry = CodeEntry & { readonly numberWord?: string }

/** A type of letter (公函、协作函、介绍信) with the word for it in document numbers. */
export type LetterTypeEntry = CodeEntry & { readonly numberWord: string }

/** A kind of matter (案件类型) with the word for it in document numbers (民 刑 行 仲 非). */
export type MatterTypeEntry = {
  readonly code: MatterType
  readonly label: string
  readonly retired?: true
  readonly numberWord: string
  readonly stages: readonly StageEntry[]
  readonly closingModes: readonly CodeEntry[]
  readonly outcomes: readonly CodeEntry[]
}

/** A cause (案由). The label is what rows store, since free text is allowed too. `scope` and `flags` are what it suggests. */
export type CauseEntry = {
  readonly code: string
  readonly label: string
  readonly retired?: true
  readonly matterTypes: readonly MatterType[]
  readonly scope?: string
  readonly flags?: readonly CaseFlag[]
}

/** The matter's place in the law (援助事项范围). */
export type ScopeEntry = LegalEntry & {
  readonly matterTypes: readonly MatterType[]
  readonly routes: readonly Route[]
  readonly flags?: readonly CaseFlag[]
}

/** A kind of notice from an organ (通知辩护、通知代理): the form of aid its case gives and the scopes it may rest on. */
export type NoticeKindEntry = LegalEntry & { readonly aidForm: string; readonly scopes: readonly string[] }

/** A category of persons (人员类别), ticked by the app where sex or age decides it. Ages are whole years; `below` is exclusive. */
export type PersonCategoryEntry = LegalEntry & {
  readonly derivation?: { readonly sex: 'male' | 'female' } | { readonly ageFrom: number } | { readonly ageBelow: number }
}

/** How a certificate's number is checked: by its standard, by its shape, or not at all (no certificate, with a reason). */
export const CERTIFICATE_CHECKS = [
  'resident-id',
  'hmt-residence-permit',
  'passport',
  'foreign-permanent-residence',
  /** An organisation's unified social credit code (统一社会信用代码). */
  'credit-code',
  'none',
] as const
export type CertificateCheck = (typeof CERTIFICATE_CHECKS)[number]
export type CertificateKindEntry = CodeEntry & { readonly check: CertificateCheck }

/** A kind of handler (承办人) or of provider (承办机构). */
export type HandlerKindEntry = LegalEntry & { readonly providerKinds: readonly string[] }

/** A way people reach the center (咨询方式); a hotline's calls carry a number of their own (工单号). */
export type ChannelEntry = LegalEntry & { readonly asksCallNumber?: true }
/** What came of a consultation (办理结果); one that is not the center's business says where to go (引导去处). */
export type ConsultationOutcomeEntry = CodeEntry & { readonly asksPlaces?: true }
/** What a way of delivery (送达方式) leaves as its proof. */
export const DELIVERY_PROOFS = ['signature', 'tracking', 'witness', 'nothing'] as const
export type DeliveryWayEntry = CodeEntry & { readonly needs: (typeof DELIVERY_PROOFS)[number] }

export type Codes = {
  readonly matterTypes: readonly MatterTypeEntry[]
  readonly causes: readonly CauseEntry[]
  readonly aidForms: readonly LegalEntry[]
  readonly scopes: readonly ScopeEntry[]
  readonly personCategories: readonly PersonCategoryEntry[]
  readonly channels: readonly ChannelEntry[]
  readonly consultationOutcomes: readonly ConsultationOutcomeEntry[]
  readonly certificateKinds: readonly CertificateKindEntry[]
  readonly refusalReasons: readonly LegalEntry[]
  readonly terminationGrounds: readonly LegalEntry[]
  /** Prior aid (先行提供) grounds. */
  readonly urgentGrounds: readonly LegalEntry[]
  readonly caseSources: readonly CodeEntry[]
  /** Organs (办案机关) that may send a notice. */
  readonly noticeOrgans: readonly LegalEntry[]
  /** Kinds of stations (工作站、司法所). */
  readonly stationKinds: readonly CodeEntry[]
  readonly noticeKinds: readonly NoticeKindEntry[]
  /** Why a notice is sent back (退回通知书). */
  readonly noticeReturnReasons: readonly LegalEntry[]
  readonly agentKinds: readonly LegalEntry[]
  readonly handlerKinds: readonly HandlerKindEntry[]
  readonly providerKinds: readonly CodeEntry[]
  /** 民族 by GB/T 3304, 文化程度 by GB/T 4658, 户籍性质; occupations (职业) are suggestions, rows store words. */
  readonly ethnicities: readonly CodeEntry[]
  readonly educations: readonly CodeEntry[]
  readonly registrationKinds: readonly CodeEntry[]
  readonly occupations: readonly CodeEntry[]
  readonly kinshipRelations: readonly CodeEntry[]
  readonly complexities: readonly CodeEntry[]
  readonly supplementMaterials: readonly CodeEntry[]
  readonly letterTypes: readonly LetterTypeEntry[]
  readonly deliveryWays: readonly DeliveryWayEntry[]
  /** Why a matter is not for this center (不属于本中心受理). */
  readonly notOursGrounds: readonly LegalEntry[]
  /** Why an application goes to another center (移送). `comparesReceipt`: it must have received the application first. */
  readonly handOverGrounds: readonly (LegalEntry & { readonly comparesReceipt: boolean })[]
  readonly qualityGrades: readonly CodeEntry[]
}

/** The words for a code of a list; the code itself where the list has it not. */
export function labelOf(list: readonly CodeEntry[], code: string): string {
  return list.find(entry => entry.code === code)?.label ?? code
}
