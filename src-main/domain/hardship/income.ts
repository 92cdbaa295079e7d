import { divideFen, formatYuan } from '../money.ts'
import { type ExplainedStep, stepOn } from '../rule-basis.ts'
import type { HardshipRules, HardshipStandard } from '../rule-pack/hardship.ts'
import type { HouseholdMember, IncomeItem } from './facts.ts'

/** Monthly income (月收入) of those who count, in fen, with steps and what is missing. */
export type HouseholdIncome = {
  readonly totalFen: number
  readonly steps: readonly ExplainedStep[]
  readonly missing: readonly string[]
}

/** How an item counts: added, taken off, or entered and left out with the reason. */
type Treatment = { readonly kind: 'counted' | 'deducted' | 'excluded'; readonly label: string | null }

/**
 * Adds up the monthly income of those who count. An item told as a total is averaged over its months and rounded as the standard says,
 * so that the parts that are printed add up to the sum that is printed. A total over other months than the standard's or a whole year's
 * is missing a figure, unless it does not count at all: nobody guesses it.
 */
export function incomeOf(
  counted: readonly HouseholdMember[],
  standard: Pick<HardshipStandard, 'incomeMonths' | 'rounding'> | null,
  rules: HardshipRules,
): HouseholdIncome {
  const rounding = standard?.rounding ?? 'half-up'
  const excluded: string[] = []
  const missing: string[] = []
  let totalFen = 0
  const parts = counted.map(member => {
    if (member.incomes.length === 0) {
      if (!member.hasNoIncome) missing.push(`${member.name}的收入`)
      return `${member.name} ${member.hasNoIncome ? '无收入' : '未填'}`
    }
    const shown = member.incomes.flatMap(item => {
      const treatment = treatmentOf(item, rules)
      const monthlyFen = divideFen(item.amountFen, item.months, rounding)
      if (treatment.kind === 'excluded') {
        excluded.push(`${member.name} ${treatment.label} ${formatYuan(monthlyFen)}`)
        return []
      }
      if (standard && item.months !== 1 && item.months !== standard.incomeMonths && item.months !== 12)
        missing.push(
          `${member.name}${treatment.label ?? '收入'}近 ${standard.incomeMonths} 个月的合计（已填 ${item.months} 个月）`,
        )
      totalFen += treatment.kind === 'deducted' ? -monthlyFen : monthlyFen
      return [itemText(item, treatment, monthlyFen)]
    })
    return `${member.name}${shown.length === 0 ? ' 0.00' : shown.join('、')}`
  })
  return {
    totalFen,
    missing,
    steps: [
      stepOn(rules.steps.income, '月收入', parts.join('；') || '无', formatYuan(totalFen)),
      ...(excluded.length === 0 ? [] : [stepOn(exclusionBasis(counted, rules), '不计入的收入', excluded.join('；'), null)]),
    ],
  }
}

function treatmentOf(item: IncomeItem, rules: HardshipRules): Treatment {
  const exclusion = rules.incomeExclusions.find(one => one.code === item.source)
  if (exclusion) return { kind: 'excluded', label: exclusion.label }
  const source = rules.incomeSources?.find(one => one.code === item.source)
  return { kind: source?.treatment ?? 'counted', label: source?.label ?? null }
}

function itemText(item: IncomeItem, { kind, label }: Treatment, monthlyFen: number): string {
  const words = [label, item.note].filter(word => word !== null && word !== '').join(' ')
  const sum =
    item.months === 1 ? formatYuan(monthlyFen) : `${formatYuan(item.amountFen)} ÷ ${item.months} 个月 = ${formatYuan(monthlyFen)}`
  return `${words === '' ? '' : `（${words}）`} ${kind === 'deducted' ? '扣除 ' : ''}${sum}`
}

function exclusionBasis(counted: readonly HouseholdMember[], rules: HardshipRules) {
  const codes = counted.flatMap(member => member.incomes.map(item => item.source))
  return rules.incomeExclusions.find(one => codes.includes(one.code))?.basis ?? rules.steps.income
}
