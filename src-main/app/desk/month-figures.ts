import type { OutputOf } from '../../contract/index.ts'
import type { QueryContext } from '../context.ts'
import { computeReport, type Report } from '../reports/compute-report.ts'

type Month = OutputOf<'desk.today'>['month']

/** The rows of the month's report that the desk shows, each with a row told in small type under it. */
const SHOWN = [
  { row: 'c-all', label: '咨询', note: { row: 'c-visit', text: (value: string) => `其中来访 ${value}` } },
  { row: 'a-received', label: '收到申请', note: { row: 'a-withdrawn', text: (value: string) => `撤回 ${value}` } },
  { row: 'a-granted', label: '给予援助', note: { row: 'a-refused', text: (value: string) => `不予 ${value}` } },
  { row: 'k-closed', label: '结案', note: { row: 'k-end', text: (value: string) => `在办 ${value}` } },
  { row: 's-paid-fen', label: '已发补贴', note: { row: 's-paid', text: (value: string) => `${value} 笔` } },
  { row: 'o-recovered', label: '挽回损失', note: { row: 'o-helped', text: (value: string) => `受援 ${value} 人` } },
] as const

/**
 * This month's figures (本月): the month's report so far, so that they can never differ from what is reported. Worked out again only after
 * a change, or on another day or under another pack.
 */
export function monthFigures(ctx: QueryContext): Promise<Month> {
  return ctx.center.whileUnchanged('month-figures', `${ctx.today} ${ctx.inForce.version}`, () => computeMonth(ctx))
}

async function computeMonth(ctx: QueryContext): Promise<Month> {
  const period = { kind: 'month' as const, year: Number(ctx.today.slice(0, 4)), index: Number(ctx.today.slice(5, 7)) }
  const { report } = await computeReport(ctx, period)
  const rows = new Map(report.sections.flatMap(section => section.rows).map(row => [row.row, row]))
  const words = (row: Report['sections'][number]['rows'][number] | undefined) => String(row?.value ?? 0)
  return {
    label: `${period.index}月1日—${Number(ctx.today.slice(8))}日`,
    period,
    figures: SHOWN.flatMap(({ row: id, label, note }) => {
      const row = rows.get(id)
      // A pack may report other rows; the desk shows those that it has.
      return row ? [{ label, value: row.value ?? 0, unit: row.unit, note: note.text(words(rows.get(note.row))), row: id }] : []
    }),
  }
}
