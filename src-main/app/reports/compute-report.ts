import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { periodRange } from '../../domain/calendar-date.ts'
import { computeReport as computeCells, type ReportCell, type ReportFact } from '../../domain/report.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import { CLOSING_NOT_RECORDED } from '../../domain/rule-pack/report.ts'
import { countImportedCases } from '../../store/report-store.ts'
import type { QueryContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { loadReportFacts } from './report-facts.ts'

type PeriodInput = ParsedInputOf<'reports.compute'>['period']
export type Report = OutputOf<'reports.compute'>
export type NamedPeriod = {
  readonly kind: PeriodInput['kind']
  readonly label: string
  readonly from: string
  readonly to: string
}
type ReportContext = Pick<QueryContext, 'db' | 'pack' | 'inForce' | 'now' | 'today'>

/** The calendar days of a month, quarter or year with its name. @throws Refusal when there is no such one, or it lies ahead. */
export function namedPeriod(period: PeriodInput, today: string): NamedPeriod {
  if (period.kind === 'quarter' && period.index > 4) throw invalid(['period', 'index'], '季度应为 1 至 4')
  const range = periodRange(period)
  if (range.from > today) throw invalid(['period'], '这个统计期还没有开始')
  return { kind: period.kind, ...range }
}

/** Computes a report (统计报表) with the definition in force, and hands back the cells too, for whoever opens a figure. */
export async function computeReport(
  ctx: ReportContext,
  period: PeriodInput,
): Promise<{ report: Report; cells: ReadonlyMap<string, ReportCell> }> {
  const named = namedPeriod(period, ctx.today)
  const definition = ctx.pack.report
  const facts = await loadReportFacts(ctx, named.from, named.to)
  const { cells, checks } = computeCells(definition, facts, named)
  const report: Report = {
    title: definition.title,
    period: { ...named },
    packVersion: ctx.inForce.version,
    computedAt: ctx.now,
    sections: definition.sections.map(section => ({
      id: section.id,
      title: section.title,
      rows: section.rows.map(row => {
        const cell = cells.get(row.id)
        return {
          row: row.id,
          label: row.label,
          unit: row.unit,
          depth: row.depth,
          value: cell?.value ?? null,
          rows: cell?.facts.length ?? 0,
        }
      }),
    })),
    checks: [...checks],
    notes: [...definition.notes, ...(await importedNotes(ctx, facts, named))],
    clause: clauseOf(definition.basis),
  }
  return { report, cells }
}

/** How many cases of old registers (补录的历史案件) stand in the report, or were left out of it; nothing where there are none. */
async function importedNotes(ctx: ReportContext, facts: readonly ReportFact[], { from, to }: NamedPeriod): Promise<string[]> {
  if (!ctx.pack.report.countingRules.importedCases.counted) {
    const left = await countImportedCases(ctx.db, from, to)
    return left === 0 ? [] : [`本期受理或者办结的补录历史案件 ${left} 件没有计入（本中心规则）。`]
  }
  const imported = facts.filter(fact => fact.kind === 'case' && fact.codes.door?.includes('imported'))
  const within = (event: 'opened' | 'closed') =>
    imported.filter(fact => {
      const day = fact.days[event]
      return day !== undefined && day >= from && day <= to
    }).length
  const unended = imported.filter(fact => fact.codes.oldRecord?.includes(CLOSING_NOT_RECORDED)).length
  if (imported.length === 0) return []
  const missing = unended === 0 ? '' : `；其中 ${unended} 件旧册没有记载结案日期，只计受理，不计办结、结转和未结`
  return [
    `本表含补录的历史案件 ${imported.length} 件（本期受理 ${within('opened')} 件、办结 ${within('closed')} 件）${missing}。`,
  ]
}
