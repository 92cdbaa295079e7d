import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { dayOfInstant } from '../../domain/calendar-date.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import type { NumberListRow } from '../../papers/forms/number-list.ts'
import { getCenter } from '../../store/center-store.ts'
import { listLedger } from '../../store/number-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'
import { rangeWords } from './explain-gap.ts'
import { type GapRow, gapReport } from './gap-report.ts'
import { describeSeries } from './known-series.ts'

/** What a number was drawn for, in the office's words. */
const SUBJECTS: Readonly<Record<string, string>> = {
  consultation: '咨询登记',
  application: '申请',
  notice: '通知书登记',
  case: '案件',
  subsidy: '补贴核算表',
  'payment-list': '支付清单',
  volume: '案卷',
  report: '报送包',
}

type Place = ParsedInputOf<'numbering.sheet'>

/** 编号清单 of one series and year, ready to print: every number in order, gaps and voided ones with their reason. @throws Refusal NOT_FOUND. */
export async function numberSheet(ctx: QueryContext, place: Place): Promise<OutputOf<'numbering.sheet'>> {
  const { gaps } = await gapReport(ctx, place)
  const ledger = await listLedger(ctx.db, place.series, place.year)
  if (ledger.length === 0 && gaps.length === 0) throw notFound('这一年的编号')
  const drawn = ledger
    .filter(row => row.status !== 'reserved')
    .map(row => ({
      seq: row.seq,
      line: {
        number: row.text,
        state: row.status === 'void' ? 'void' : 'used',
        day: row.dated_on ?? dayOfInstant(row.drawn_at),
        usedFor: SUBJECTS[row.subject_kind] ?? '',
        maker: row.drawn_by_name,
        reason: row.void_reason ?? usedNote(row.back_reason, row.parent_text),
      } satisfies NumberListRow,
    }))
  const holes = gaps.filter(gap => gap.kind !== 'void').map(gap => ({ seq: gap.first, line: holeLine(gap) }))
  const rows = [...drawn, ...holes].sort((left, right) => left.seq - right.seq).map(row => row.line)
  return render(ctx, place, 'number-list', rows)
}

/** 空号说明 of one series and year, ready to print: only the holes, each with what explains it. @throws Refusal NOT_FOUND. */
export async function gapSheet(ctx: QueryContext, place: Place): Promise<OutputOf<'numbering.gapSheet'>> {
  const { gaps, counter } = await gapReport(ctx, place)
  if (counter === 0) throw notFound('这一年的编号')
  return render(ctx, place, 'number-gaps', gaps.map(holeLine))
}

function usedNote(backReason: string | null, parent: string | null): string {
  return [...(backReason === null ? [] : [`补录：${backReason}`]), ...(parent === null ? [] : [`接 ${parent}`])].join('；')
}

const HOLE_STATES = { void: 'void', reserved: 'reserved', explained: 'gap', unexplained: 'unexplained' } as const

function holeLine(gap: GapRow): NumberListRow {
  const held = gap.holder === null ? '' : `预留给 ${gap.holder}，未用：`
  return {
    number: gap.text ?? `序号 ${rangeWords(gap.first, gap.last).replace(' 号', '')}`,
    state: HOLE_STATES[gap.kind],
    count: gap.last - gap.first + 1,
    day: gap.at === null ? null : dayOfInstant(gap.at),
    usedFor: '',
    maker: gap.by ?? '',
    reason: gap.kind === 'unexplained' ? '登记簿无记录，未说明' : `${held}${gap.reason ?? ''}`,
  }
}

async function render(
  ctx: QueryContext,
  { series, year }: Place,
  form: 'number-list' | 'number-gaps',
  rows: readonly NumberListRow[],
): Promise<OutputOf<'numbering.sheet'>> {
  const center = await getCenter(ctx.db)
  const packs = [ctx.pack, ...ctx.center.packsUntil(ctx.today).map(one => one.pack)]
  const { label } = describeSeries(series, packs, center, year)
  const { html, page, title } = renderPaper(form, {
    centerName: center.fullName,
    series: label,
    year: year === 0 ? '历' : String(year),
    rows,
    madeBy: ctx.actor.name,
    checkedBy: null,
    origin: { packVersion: ctx.inForce.version, madeAt: ctx.now, maker: ctx.actor.name },
  })
  return { title: `${title}　${label}`, html, landscape: page.orientation === 'landscape' }
}
