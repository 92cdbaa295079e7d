import type { FactsOf } from '../../papers/catalogue.ts'
import type { ReportFigure } from '../../papers/report-figure.ts'
import { getCenter } from '../../store/center-store.ts'
import type { QueryContext } from '../context.ts'
import type { Report } from './compute-report.ts'

/** A report as its printed sheet and its workbook state it. */
export async function reportSheetFacts(
  ctx: Pick<QueryContext, 'db' | 'actor' | 'today'>,
  report: Report,
  number: string | null,
): Promise<FactsOf<'report-sheet'>> {
  const { fullName } = await getCenter(ctx.db)
  const broken = report.checks.filter(check => !check.holds)
  return {
    title: report.title,
    number,
    unit: fullName,
    period: `${report.period.label}（${report.period.from} 至 ${report.period.to}）`,
    sections: report.sections.map(section => ({
      heading: section.title,
      columns: ['单位', '数量'],
      rows: section.rows.map(row => ({
        label: row.label,
        depth: row.depth,
        bold: row.depth === 0,
        figures: [{ kind: 'text', text: row.unit }, figureOf(row)],
      })),
    })),
    notes: [...report.notes, ...broken.map(check => `勾稽不符：${check.label}（${check.left} ≠ ${check.right}）`)],
    responsible: null,
    checkedBy: null,
    filledBy: ctx.actor.name,
    reportedOn: ctx.today,
    origin: { packVersion: report.packVersion, madeAt: report.computedAt, maker: ctx.actor.name },
  }
}

function figureOf(row: Report['sections'][number]['rows'][number]): ReportFigure {
  switch (row.unit) {
    case '元':
      return { kind: 'money', fen: row.value }
    case '%':
      return { kind: 'percent', value: row.value }
    default:
      return { kind: 'count', value: row.value }
  }
}
