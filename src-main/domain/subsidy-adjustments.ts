import { unmetParts } from './case-facts.ts'
import { compareDecimals, formatYuan, percentOfFen } from './money.ts'
import { clauseOf, type ExplainedStep, stepOn } from './rule-basis.ts'
import type { SubsidyAdjustment, SubsidyTable } from './rule-pack/subsidy.ts'
import { type SubsidyLine, type SubsidyPart, type SubsidyQuestion, subsidyLine, sumOf, unmetText } from './subsidy-lines.ts'

/**
 * The adjustments (调整) of a table in its order, each on what stands before it, and the cap on labour and adjustments together. `labour`
 * is the basic fee. What does not apply says why; a share that nobody set is a reason not to pay.
 */
export function applyAdjustments(table: SubsidyTable, question: SubsidyQuestion, labour: SubsidyLine): SubsidyPart {
  const lines: SubsidyLine[] = []
  const steps: ExplainedStep[] = []
  const notUsed: { label: string; why: string }[] = []
  const reasons: string[] = []
  for (const rule of table.adjustments) {
    const why = whyNotAdjusted(rule, question)
    if (why !== null) {
      notUsed.push({ label: rule.label, why })
      continue
    }
    const labourFen = labour.amountFen + sumOf(lines, 'labour')
    const effect = effectOf(rule, question, { labourFen, runningFen: labourFen + sumOf(lines, 'adjustment') }, table)
    if (effect.reason !== null) reasons.push(effect.reason)
    const group = rule.effect.kind === 'per-further-recipient' ? 'labour' : 'adjustment'
    lines.push(subsidyLine(rule.id, group, rule.label, effect.detail, effect.rate, clauseOf(rule.basis), effect.fen))
    steps.push(stepOn(rule.basis, rule.label, effect.rate, formatYuan(effect.fen)))
  }
  const before = labour.amountFen + sumOf(lines, 'labour') + sumOf(lines, 'adjustment')
  if (table.cap) {
    const { label, fen, basis } = table.cap
    const cut = Math.min(0, fen - before)
    steps.push(
      stepOn(
        basis,
        label,
        cut < 0 ? `${formatYuan(before)}，超出部分扣减` : `${formatYuan(before)}，未触及`,
        cut < 0 ? formatYuan(cut) : '不扣减',
      ),
    )
    if (cut < 0) lines.push(subsidyLine('cap', 'adjustment', label, `上限 ${formatYuan(fen)} 元`, '扣减', clauseOf(basis), cut))
    else notUsed.push({ label, why: `劳务费和调整合计 ${formatYuan(before)} 元，未超过 ${formatYuan(fen)} 元` })
  }
  return { lines, steps, notUsed, reasons }
}

function whyNotAdjusted(rule: SubsidyAdjustment, question: SubsidyQuestion): string | null {
  const unmet = unmetParts(rule.when, question.facts)
  if (unmet.length > 0) return unmetText(unmet)
  if (rule.qualityGrades && question.qualityGrade === null) return '尚无质量评查结果'
  if (rule.qualityGrades && !rule.qualityGrades.includes(question.qualityGrade ?? '')) return '质量评查等次不符'
  return rule.effect.kind === 'per-further-recipient' && question.recipients < 2 ? '只有 1 名受援人' : null
}

type Effect = { readonly fen: number; readonly rate: string; readonly detail: string; readonly reason: string | null }

function effectOf(
  { effect, id, label }: SubsidyAdjustment,
  question: SubsidyQuestion,
  base: { readonly labourFen: number; readonly runningFen: number },
  table: SubsidyTable,
): Effect {
  switch (effect.kind) {
    case 'percent': {
      const of = effect.of === 'labour' ? base.labourFen : base.runningFen
      return {
        fen: percentOfFen(of, effect.percent, table.rounding),
        rate: `${formatYuan(of)} × ${effect.percent}%`,
        detail: effect.of === 'labour' ? '只对基本劳务费' : '对此前合计',
        reason: null,
      }
    }
    case 'fixed':
      return { fen: effect.fen, rate: `1 件 × ${formatYuan(effect.fen)}`, detail: '', reason: null }
    case 'per-further-recipient': {
      const further = question.recipients - 1
      return {
        fen: further * effect.fen,
        rate: `${further} 人 × ${formatYuan(effect.fen)}`,
        detail: '同案其他受援人',
        reason: null,
      }
    }
    case 'chosen-share': {
      const share = question.chosenShares[id]
      const range = `${effect.minPercent}% 至 ${effect.maxPercent}%`
      const isWithin =
        share !== undefined && compareDecimals(share, effect.minPercent) >= 0 && compareDecimals(share, effect.maxPercent) <= 0
      if (!isWithin) return { fen: 0, rate: '—', detail: range, reason: `“${label}”须在 ${range}之内确定支付比例` }
      return {
        fen: percentOfFen(base.runningFen, share, table.rounding) - base.runningFen,
        rate: `${formatYuan(base.runningFen)} × ${share}%`,
        detail: '按核定比例支付',
        reason: null,
      }
    }
    default:
      return effect satisfies never
  }
}
