import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { Tone } from '../../ui/tag.tsx'

export type SubsidySummary = OutputOf<'subsidies.list'>['rows'][number]
export type SubsidyDetail = OutputOf<'subsidies.get'>
export type SubsidyStatus = SubsidySummary['status']
export type Computation = OutputOf<'subsidies.preview'>
export type SubsidyLine = Computation['lines'][number]

/** The status words (状态) of a subsidy sheet; a tint only where somebody has to do something. */
export const SUBSIDY_STATUS: Readonly<Record<SubsidyStatus, { readonly label: string; readonly tone: Tone }>> = {
  'awaiting-approval': { label: '待主任审批', tone: 'amber' },
  returned: { label: '已退回', tone: 'amber' },
  approved: { label: '已批', tone: 'plain' },
  listed: { label: '已列清单', tone: 'plain' },
  paid: { label: '已支付', tone: 'green' },
}

/** The groups of a sheet's lines, in the order of the form. */
export const LINE_GROUPS: Readonly<Record<SubsidyLine['group'], { readonly title: string; readonly note: string }>> = {
  labour: { title: '基本劳务费', note: '' },
  adjustment: { title: '调整', note: '按列出次序计算' },
  direct: { title: '直接费用', note: '实报实销' },
}

/** Sum of a group's lines in fen. */
export function groupTotal(lines: readonly SubsidyLine[], group: SubsidyLine['group']): number {
  return lines.filter(line => line.group === group).reduce((sum, line) => sum + line.amountFen, 0)
}

/** The groups that have lines, with their sums, for the line over the total: 1,200.00 ＋ 60.00 ＋ 217.50. */
export function groupTotals(lines: readonly SubsidyLine[]): readonly number[] {
  const groups = Object.keys(LINE_GROUPS) as readonly SubsidyLine['group'][]
  return groups.filter(group => lines.some(line => line.group === group)).map(group => groupTotal(lines, group))
}
