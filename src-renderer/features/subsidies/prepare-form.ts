import type { InputOf } from '../../../src-main/contract/index.ts'
import { subsidyInput } from '../../../src-main/contract/subsidies.ts'
import { formatYuan } from '../../ui/money-text.ts'
import type { StaleField } from '../../ui/stale-merge.ts'

export type SubsidyEntry = InputOf<'subsidies.prepare'>

/** A row of direct costs (直接费用) while it is typed. `key` tells rows apart on the screen only. */
export type CostRow = {
  readonly key: string
  readonly kind: string | null
  readonly description: string
  readonly amountFen: number | null
  readonly vouchers: number | string
}

/** What stands in the form while it is typed. */
export type PrepareForm = { readonly chosenFen: number | null; readonly costs: readonly CostRow[] }

export const EMPTY_FORM: PrepareForm = { chosenFen: null, costs: [] }

/** The form of a sheet that was saved before. */
export function formOfEntry(entry: SubsidyEntry): PrepareForm {
  return {
    chosenFen: entry.chosenFen,
    costs: entry.directCosts.map((cost, index) => ({ key: `saved-${index}`, ...cost })),
  }
}

/** A fresh row, with a key that no row of the form has. */
export function newCost(costs: readonly CostRow[]): CostRow {
  const number = 1 + costs.reduce((most, cost) => Math.max(most, Number(/^new-(\d+)$/.exec(cost.key)?.[1] ?? 0)), 0)
  return { key: `new-${number}`, kind: null, description: '', amountFen: null, vouchers: '' }
}

export type CostProblems = Readonly<Partial<Record<'kind' | 'description' | 'amountFen' | 'vouchers', string>>>

/** What is still wrong in a row; `needsVoucher` asks for at least one. */
export function costProblems(cost: CostRow, needsVoucher: (kind: string) => boolean): CostProblems {
  const vouchers = Number(cost.vouchers)
  return {
    ...(cost.kind === null ? { kind: '选费用项目' } : {}),
    ...(cost.description.trim() === '' ? { description: '写明用途，如往返地点和次数' } : {}),
    ...(cost.amountFen === null ? { amountFen: '请填写金额' } : cost.amountFen === 0 ? { amountFen: '金额应大于 0' } : {}),
    ...(cost.vouchers === ''
      ? { vouchers: '填票据张数' }
      : cost.kind !== null && needsVoucher(cost.kind) && vouchers < 1
        ? { vouchers: '须有票据' }
        : {}),
  }
}

/** The form as the contract takes it, or null while a row is not complete. */
export function entryOfForm(caseId: string, form: PrepareForm): SubsidyEntry | null {
  const parsed = subsidyInput.safeParse({
    caseId,
    chosenFen: form.chosenFen,
    directCosts: form.costs.map(({ kind, description, amountFen, vouchers }) => ({
      kind,
      description,
      amountFen,
      vouchers: vouchers === '' ? null : Number(vouchers),
    })),
  })
  return parsed.success ? parsed.data : null
}

/** The rows that are complete, for the preview while others are being typed. */
export function previewOfForm(caseId: string, form: PrepareForm): SubsidyEntry | null {
  const whole = form.costs.filter(cost => entryOfForm(caseId, { chosenFen: null, costs: [cost] }) !== null)
  return entryOfForm(caseId, { ...form, costs: whole })
}

/** A draft of the form read back from the core; null when it is not one. */
export function readDraft(content: unknown): PrepareForm | null {
  if (typeof content !== 'object' || content === null || !('costs' in content) || !Array.isArray(content.costs)) return null
  return { ...EMPTY_FORM, ...(content as Partial<PrepareForm>) }
}

/** The fields of a sheet in words, for the table of a save that came too late. */
export function staleFields(kindLabel: (kind: string) => string): readonly StaleField<SubsidyEntry>[] {
  return [
    {
      key: 'chosenFen',
      label: '核定金额',
      words: entry => (entry.chosenFen === null ? '按下限' : `${formatYuan(entry.chosenFen)} 元`),
    },
    {
      key: 'directCosts',
      label: '直接费用',
      words: entry =>
        entry.directCosts
          .map(cost => `${kindLabel(cost.kind)} ${cost.description} ${formatYuan(cost.amountFen)} 票据 ${cost.vouchers} 张`)
          .join('；') || '无',
    },
  ]
}
