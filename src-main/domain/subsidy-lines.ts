import type { CaseFacts, CaseWhen } from './case-facts.ts'
import type { ExplainedStep } from './rule-basis.ts'

/** A direct cost (直接费用) as the preparer enters it. `kind` is an id of the table's directCosts; `vouchers` counts its receipts (票据). */
export type DirectCost = {
  readonly kind: string
  readonly description: string
  readonly amountFen: number
  readonly vouchers: number
}

export type SubsidyQuestion = {
  readonly facts: CaseFacts
  /** The closing day (结案日) chooses the table. */
  readonly closedOn: string
  readonly handler: { readonly kind: string; readonly isPublicEmployee: boolean }
  /** Amount chosen within the tier's bounds, in fen; null when nobody chose. */
  readonly chosenFen: number | null
  /** Recipients (受援人) of the case, 1 for most. */
  readonly recipients: number
  /** Grade of the quality review, null before it. */
  readonly qualityGrade: string | null
  /** Shares that the director set, per cent as text, by adjustment id. */
  readonly chosenShares: Readonly<Record<string, string>>
  readonly directCosts: readonly DirectCost[]
}

export type SubsidyLine = {
  readonly id: string
  readonly group: 'labour' | 'adjustment' | 'direct'
  readonly label: string
  readonly detail: string
  /** Quantity and rate in words: `1 件 × 800.00`, `1,200.00 × 5%`, `实报`. */
  readonly rate: string
  readonly clause: string | null
  readonly amountFen: number
}

/** What a group of rules adds to a sheet. */
export type SubsidyPart = {
  readonly lines: readonly SubsidyLine[]
  readonly steps: readonly ExplainedStep[]
  readonly notUsed: readonly { readonly label: string; readonly why: string }[]
  readonly reasons: readonly string[]
}

const PART_WORDS: Readonly<Record<keyof CaseWhen, string>> = {
  matterTypes: '案件类型不符',
  stages: '办案阶段不符',
  routes: '援助来源不符',
  aidForms: '援助形式不符',
  hardshipRoutes: '经济困难情形不符',
  complexities: '复杂程度不符',
  closingModes: '结案方式不符',
  hearingsAtLeast: '开庭次数不足',
  sentenceMonthsAtLeast: '刑期不足',
  sentenceMonthsBelow: '刑期超过',
  claimFenAtLeast: '标的额不足',
  flags: '没有所要求的情形',
  notFlags: '有排除的情形',
}

/** Why a rule does not apply, in words. */
export function unmetText(parts: readonly (keyof CaseWhen)[]): string {
  return parts.map(part => PART_WORDS[part]).join('，')
}

/** Sum of the lines of a group, in fen. */
export function sumOf(lines: readonly SubsidyLine[], group: SubsidyLine['group']): number {
  return lines.filter(one => one.group === group).reduce((sum, one) => sum + one.amountFen, 0)
}

/** One line of a sheet. */
export function subsidyLine(
  id: string,
  group: SubsidyLine['group'],
  label: string,
  detail: string,
  rate: string,
  clause: string | null,
  amountFen: number,
): SubsidyLine {
  return { id, group, label, detail, rate, clause, amountFen }
}
