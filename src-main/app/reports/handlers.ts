import { renderPaper } from '../../papers/catalogue.ts'
import { listParcels } from '../../store/report-store.ts'
import { type HandlersOf, job, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { computeReport } from './compute-report.ts'
import { exportParcel } from './export-parcel.ts'
import { reportSheetFacts } from './report-sheet.ts'

/** Reports (统计报表): every figure opens to the rows that it counts. */
export const reportHandlers: HandlersOf<'reports'> = {
  'reports.compute': query(async (ctx, { period }) => (await computeReport(ctx, period)).report),
  'reports.rows': query(async (ctx, { period, row }) => {
    const { cells } = await computeReport(ctx, period)
    const cell = cells.get(row)
    if (!cell) throw notFound(`报表项目 ${row}`)
    return {
      label: cell.row.label,
      unit: cell.row.unit,
      value: cell.value,
      rows: cell.facts.map(fact => ({
        kind: fact.kind,
        id: fact.id,
        number: fact.number,
        date: cell.day(fact),
        title: fact.title,
        amountFen:
          fact.kind === 'subsidy' ? fact.subsidyFen : fact.kind === 'case' && fact.recoveredFen > 0 ? fact.recoveredFen : null,
      })),
    }
  }),
  'reports.sheet': query(async (ctx, { period }) => {
    const { report } = await computeReport(ctx, period)
    return { html: renderPaper('report-sheet', await reportSheetFacts(ctx, report, null)).html, landscape: false }
  }),
  'reports.export': job(exportParcel),
  'reports.parcels': query(async ({ db }) =>
    (await listParcels(db)).map(row => ({
      id: row.id,
      number: row.number,
      title: row.title,
      madeAt: row.made_at,
      madeBy: row.maker_name,
      sha256: row.sha256,
    })),
  ),
}
