import { appliesTo, type CaseFacts, unmetParts } from './case-facts.ts'
import { formatYuan } from './money.ts'
import { clauseOf, type ExplainedStep, factStep, stepOn } from './rule-basis.ts'
import type { ExcludedHandler, SubsidyTable, SubsidyTier } from './rule-pack/subsidy.ts'
import { applyAdjustments } from './subsidy-adjustments.ts'
import {
  type DirectCost,
  type SubsidyLine,
  type SubsidyPart,
  type SubsidyQuestion,
  subsidyLine,
  sumOf,
  unmetText,
} from './subsidy-lines.ts'

export type { DirectCost, SubsidyLine, SubsidyQuestion } from './subsidy-lines.ts'

/** A subsidy (补贴) worked out. The lines add up to the total; when it is not payable the total still stands, with the reasons. */
export type SubsidyComputation = {
  readonly isPayable: boolean
  readonly notPayableReason: string | null
  readonly totalFen: number
  readonly tier: { readonly id: string; readonly label: string; readonly minFen: number; readonly maxFen: number | null } | null
  readonly lines: readonly SubsidyLine[]
  readonly steps: readonly ExplainedStep[]
  readonly notUsed: readonly { readonly label: string; readonly why: string }[]
  readonly tableName: string
}

/** The table in force on a day, or null. */
export function subsidyTableOn(date: string, tables: readonly SubsidyTable[]): SubsidyTable | null {
  return tables.find(table => table.from <= date && (table.to === null || date <= table.to)) ?? null
}

/**
 * Computes the subsidy of a closed case: the tier that applies first, the adjustments in the table's order, the cap on labour and
 * adjustments together, then direct costs. Refused, with every reason: no table for the closing day, no tier, a choice that is missing
 * or outside its bounds, a direct cost the table does not know or without its voucher, a handler who gets none.
 */
export function computeSubsidy(question: SubsidyQuestion, tables: readonly SubsidyTable[]): SubsidyComputation {
  const { facts, closedOn, chosenFen } = question
  const table = subsidyTableOn(closedOn, tables)
  if (!table) return refused(`结案日 ${closedOn} 没有适用的补贴标准`)
  const steps: ExplainedStep[] = [
    stepOn(table.basis, '适用标准', `${table.name}，${rangeText(table)}，按结案日 ${closedOn} 选用`, table.name),
  ]
  const excluded = table.excludedHandlers.find(rule => excludes(rule, question.handler))
  const direct = directLines(question.directCosts, table)

  if (excluded) {
    steps.push(stepOn(excluded.basis, '承办人', excluded.label, '不计劳务费'))
    const lines = excluded.directCostsPaid ? direct.lines : []
    const reasons = [...(lines.length === 0 ? [excluded.label] : []), ...(excluded.directCostsPaid ? direct.reasons : [])]
    return finish({ table, tier: null, lines, steps, notUsed: [], reasons })
  }

  const tier = table.tiers.find(one => appliesTo(one.when, facts))
  const notUsed = otherTiers(table, tier, facts)
  if (!tier)
    return finish({ table, tier: null, lines: direct.lines, steps, notUsed, reasons: ['没有适用的档次', ...direct.reasons] })

  const basic = basicFee(tier, chosenFen)
  steps.push(stepOn(tier.basis, tier.label, basic.detail, formatYuan(basic.fen)))
  const labour = subsidyLine(
    tier.id,
    'labour',
    tier.label,
    basic.detail,
    `1 件 × ${formatYuan(basic.fen)}`,
    clauseOf(tier.basis),
    basic.fen,
  )
  const adjusted = applyAdjustments(table, question, labour)
  steps.push(...adjusted.steps)
  const lines = [labour, ...adjusted.lines, ...direct.lines]
  return finish({
    table,
    tier,
    lines,
    steps: [...steps, ...direct.steps],
    notUsed: [...notUsed, ...adjusted.notUsed],
    reasons: [...basic.reasons, ...adjusted.reasons, ...direct.reasons],
  })
}

type Outcome = {
  readonly table: SubsidyTable
  readonly tier: SubsidyTier | null
  readonly lines: readonly SubsidyLine[]
  readonly steps: readonly ExplainedStep[]
  readonly notUsed: SubsidyComputation['notUsed']
  readonly reasons: readonly string[]
}

function finish({ table, tier, lines, steps, notUsed, reasons }: Outcome): SubsidyComputation {
  const sum = (group: SubsidyLine['group']): number => sumOf(lines, group)
  const totalFen = sum('labour') + sum('adjustment') + sum('direct')
  const total = factStep(
    '合计',
    `${formatYuan(sum('labour'))} ＋ ${formatYuan(sum('adjustment'))} ＋ ${formatYuan(sum('direct'))}`,
    formatYuan(totalFen),
  )
  return {
    isPayable: reasons.length === 0,
    notPayableReason: reasons.length === 0 ? null : reasons.join('；'),
    totalFen,
    tier: tier && { id: tier.id, label: tier.label, ...boundsOf(tier) },
    lines,
    steps: [...steps, total],
    notUsed,
    tableName: table.name,
  }
}

function refused(reason: string): SubsidyComputation {
  return {
    isPayable: false,
    notPayableReason: reason,
    totalFen: 0,
    tier: null,
    lines: [],
    steps: [factStep('适用标准', reason)],
    notUsed: [],
    tableName: '',
  }
}

function rangeText({ from, to }: SubsidyTable): string {
  return to === null ? `${from} 起` : `${from} 至 ${to}`
}

function boundsOf({ amount }: SubsidyTier): { readonly minFen: number; readonly maxFen: number | null } {
  return amount.kind === 'fixed' ? { minFen: amount.fen, maxFen: amount.fen } : { minFen: amount.minFen, maxFen: amount.maxFen }
}

/** The basic fee and how it came about. Out-of-bounds choices count as the nearest bound, so that the sheet still adds up. */
function basicFee(
  tier: SubsidyTier,
  chosenFen: number | null,
): { readonly fen: number; readonly detail: string; readonly reasons: readonly string[] } {
  const { amount } = tier
  if (amount.kind === 'fixed') return { fen: amount.fen, detail: '固定标准', reasons: [] }
  const { minFen, maxFen } = amount
  const range = maxFen === null ? `不低于 ${formatYuan(minFen)} 元` : `${formatYuan(minFen)} 至 ${formatYuan(maxFen)} 元`
  if (chosenFen === null)
    return amount.whenNotChosen === 'minimum'
      ? { fen: minFen, detail: `${range}，未另定金额，按下限`, reasons: [] }
      : { fen: minFen, detail: `${range}，尚未确定金额`, reasons: [`须在 ${range}之内确定金额`] }
  if (chosenFen < minFen)
    return { fen: minFen, detail: range, reasons: [`所定金额 ${formatYuan(chosenFen)} 元低于下限 ${formatYuan(minFen)} 元`] }
  if (maxFen !== null && chosenFen > maxFen)
    return { fen: maxFen, detail: range, reasons: [`所定金额 ${formatYuan(chosenFen)} 元高于上限 ${formatYuan(maxFen)} 元`] }
  return { fen: chosenFen, detail: `${range}，核定 ${formatYuan(chosenFen)} 元`, reasons: [] }
}

function directLines(costs: readonly DirectCost[], table: SubsidyTable): Omit<SubsidyPart, 'notUsed'> {
  const lines: SubsidyLine[] = []
  const steps: ExplainedStep[] = []
  const reasons: string[] = []
  for (const cost of costs) {
    const rule = table.directCosts.find(one => one.id === cost.kind)
    if (!rule) {
      reasons.push(`补贴标准里没有费用项目“${cost.kind}”`)
      continue
    }
    if (rule.needsVoucher && cost.vouchers === 0) reasons.push(`${rule.label}“${cost.description}”没有票据`)
    const detail = [cost.description, cost.vouchers > 0 ? `票据 ${cost.vouchers} 张` : ''].filter(part => part !== '').join('　')
    lines.push(subsidyLine(rule.id, 'direct', rule.label, detail, '实报', clauseOf(rule.basis), cost.amountFen))
    steps.push(
      stepOn(rule.basis, rule.label, rule.requiresApproval ? `${detail}　须经主任批准` : detail, formatYuan(cost.amountFen)),
    )
  }
  return { lines, steps, reasons }
}

function excludes(rule: ExcludedHandler, handler: SubsidyQuestion['handler']): boolean {
  return (rule.publicEmployee === true && handler.isPublicEmployee) || (rule.handlerKinds?.includes(handler.kind) ?? false)
}

/** Why the other tiers for this kind of matter were not used. */
function otherTiers(table: SubsidyTable, used: SubsidyTier | undefined, facts: CaseFacts): SubsidyComputation['notUsed'] {
  return table.tiers
    .filter(tier => tier !== used && (tier.when.matterTypes?.includes(facts.matterType) ?? true))
    .map(tier => {
      const unmet = unmetParts(tier.when, facts)
      const name = `${tier.label} ${formatYuan(boundsOf(tier).minFen)}`
      return { label: name, why: unmet.length > 0 ? unmetText(unmet) : `已适用在前的“${used?.label ?? ''}”` }
    })
}
