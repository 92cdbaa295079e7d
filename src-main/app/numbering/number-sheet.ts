import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { dayOfInstant } from '../../domain/calendar-date.ts'
import { missingNumbers } from '../../domain/ledger-gaps.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import type { NumberListRow } from '../../papers/forms/number-list.ts'
import { getCenter } from '../../store/center-store.ts'
import { listLedger } from '../../store/number-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'
import { describeSeries } from './known-series.ts'

/** What a number was drawn for, in the office's words. */
const SUBJECTS: Readonly<Record<string, string>> = {
  consultation: '咨询登记',
  application: '申请',
  case: '案件',
  subsidy: '补贴核算表',
  'payment-list': '支付清单',
  volume: '案卷',
  report: '报送包',
}

/** 编号清单 of one series and year, ready to print: every number in order, gaps and voided ones with their reason. @throws Refusal NOT_FOUND. */
export async function numberSheet(
  ctx: QueryContext,
  { series, year }: ParsedInputOf<'numbering.sheet'>,
): Promise<OutputOf<'numbering.sheet'>> {
  const ledger = await listLedger(ctx.db, series, year)
  if (ledger.length === 0) throw notFound('这一年的编号')
  const center = await getCenter(ctx.db)
  const packs = [ctx.pack, ...ctx.center.open.packs.map(one => one.pack)]
  const { label } = describeSeries(series, packs, center, year)
  const drawn = ledger.map(row => ({
    seq: row.seq,
    line: {
      number: row.text,
      state: row.status,
      day: dayOfInstant(row.drawn_at),
      usedFor: SUBJECTS[row.subject_kind] ?? row.subject_kind,
      maker: row.drawn_by_name,
      reason: row.void_reason ?? '',
    } satisfies NumberListRow,
  }))
  const gaps = missingNumbers(ledger.map(row => row.seq)).map(seq => ({
    seq,
    line: {
      number: `序号 ${seq}`,
      state: 'gap',
      day: null,
      usedFor: '',
      maker: '',
      reason: '登记簿无记录',
    } satisfies NumberListRow,
  }))
  const rows = [...drawn, ...gaps].sort((left, right) => left.seq - right.seq)
  const { html, page, title } = renderPaper('number-list', {
    centerName: center.fullName,
    series: label,
    year: year === 0 ? '历' : String(year),
    rows: rows.map(row => row.line),
    madeBy: ctx.actor.name,
    checkedBy: null,
    origin: { packVersion: ctx.inForce.version, madeAt: ctx.now, maker: ctx.actor.name },
  })
  return { title: `${title}　${label}`, html, landscape: page.orientation === 'landscape' }
}
