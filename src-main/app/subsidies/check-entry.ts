import { formatYuan } from '../../domain/money.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import type { SubsidyTable, SubsidyTier } from '../../domain/rule-pack/subsidy.ts'
import { FieldProblems } from '../field-problems.ts'
import { ruleRefusal } from '../refusal.ts'
import type { ComputedSubsidy, SubsidyEntry } from './compute.ts'

/**
 * Refuses a sheet that cannot be paid as it was entered: no table or tier, an amount outside the tier's bounds, a cost the table does not
 * know or without its voucher. A handler who gets no subsidy is no reason: the sheet is recorded with that. `path` leads to the entry in
 * the operation's input. @throws Refusal RULE, VALIDATION.
 */
export function checkEntry(entry: SubsidyEntry, computed: ComputedSubsidy, path: readonly string[]): void {
  const { table, excluded, view, closedOn } = computed
  if (!table) throw ruleRefusal('subsidy-table', `结案日 ${closedOn} 没有适用的补贴标准`, null)
  const tier = table.tiers.find(one => one.id === view.tier?.id) ?? null
  if (!tier && !excluded) throw ruleRefusal('subsidy-tier', `${table.name}里没有适用于这件案件的档次`, clauseOf(table.basis))
  const problems = new FieldProblems()
  if (tier) noteChoice(problems, entry.chosenFen, tier, path)
  noteCosts(problems, entry, table, path)
  problems.refuseIfAny()
  if (!view.isPayable && !excluded) throw ruleRefusal('subsidy', view.notPayableReason ?? '不能核算', clauseOf(table.basis))
}

function noteChoice(problems: FieldProblems, chosenFen: number | null, { amount }: SubsidyTier, path: readonly string[]): void {
  const field = [...path, 'chosenFen']
  if (amount.kind === 'fixed') {
    problems.note(chosenFen !== null && chosenFen !== amount.fen, field, `这个档次是定额 ${formatYuan(amount.fen)} 元，不另核定`)
    return
  }
  const { minFen, maxFen } = amount
  if (chosenFen === null) {
    const range = maxFen === null ? `不低于 ${formatYuan(minFen)} 元` : `${formatYuan(minFen)} 至 ${formatYuan(maxFen)} 元`
    problems.note(amount.whenNotChosen === 'ask', field, `请在标准之内核定金额：${range}`)
    return
  }
  problems.note(chosenFen < minFen, field, `核定金额不能低于 ${formatYuan(minFen)} 元`)
  problems.note(maxFen !== null && chosenFen > maxFen, field, `核定金额不能高于 ${formatYuan(maxFen ?? 0)} 元`)
}

function noteCosts(problems: FieldProblems, entry: SubsidyEntry, table: SubsidyTable, path: readonly string[]): void {
  entry.directCosts.forEach((cost, index) => {
    const field = [...path, 'directCosts', index]
    const rule = table.directCosts.find(one => one.id === cost.kind)
    problems.note(!rule, [...field, 'kind'], '请从列表中选择费用项目')
    problems.note(cost.amountFen === 0, [...field, 'amountFen'], '金额应大于 0')
    problems.note(rule?.needsVoucher === true && cost.vouchers === 0, [...field, 'vouchers'], `${rule?.label ?? ''}须有票据`)
  })
}
