import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { getCenter } from '../../store/center-store.ts'
import {
  insertStatement,
  listHeldBetween,
  listStatements,
  settleCounter,
  withdrawStatement,
} from '../../store/number-block-store.ts'
import { counterOf, raiseCounter } from '../../store/number-store.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { invalid, notFound, ruleRefusal } from '../refusal.ts'
import { describeSeries, type KnownSeries } from './known-series.ts'

/**
 * The director's statement about missing numbers (空号说明). 启用前纸质登记 says which numbers the paper register gave before the app and moves
 * the counter past them; any other explains numbers up to the counter.
 * @throws Refusal VALIDATION when the range is upside down, above the counter, or holds numbers that the app drew or another statement explains.
 */
export async function explainGap(
  ctx: CommandContext,
  input: ParsedInputOf<'numbering.explain'>,
): Promise<OutputOf<'numbering.explain'>> {
  const { series, year, first, last, kind, reason } = input
  const known = await seriesToMend(ctx, series)
  const counter = await counterOf(ctx.db, series, year)
  const problems = new FieldProblems()
  const thisYear = Number(ctx.today.slice(0, 4))
  const isOfKind = known.thisYear === 0 ? year === 0 : year > 0
  problems.note(!isOfKind || year > thisYear, ['year'], '没有这个年度的编号')
  const isUpsideDown = problems.note(last < first, ['last'], '止号不能小于起号')
  problems.note(kind === 'other' && last > counter, ['last'], counter === 0 ? '这一年还没有取过号' : `这一年只取到 ${counter} 号`)
  problems.note(kind === 'before-start' && last - first >= 100_000, ['last'], '号数过多，请核对')
  problems.refuseIfAny()
  if (!isUpsideDown) await refuseHeld(ctx, input)
  const id = ctx.newId()
  if (kind === 'before-start') await raiseCounter(ctx.trx, series, year, last)
  await insertStatement(ctx.trx, {
    id,
    series,
    year,
    first_seq: first,
    last_seq: last,
    kind,
    reason,
    stated_at: ctx.now,
    stated_by: ctx.actor.userId,
  })
  await ctx.audit({
    subjectKind: 'number-statement',
    subjectId: id,
    summary: `说明${known.label} ${yearWords(year)} ${rangeWords(first, last)}：${reason}`,
    before: { counter },
    after: { ...input, counter: Math.max(counter, kind === 'before-start' ? last : 0) },
  })
  return { id, counter: await counterOf(ctx.db, series, year) }
}

async function refuseHeld(ctx: CommandContext, { series, year, first, last }: ParsedInputOf<'numbering.explain'>): Promise<void> {
  const held = await listHeldBetween(ctx.db, series, year, first, last)
  // Old files that were entered late in their true number belong to the paper register the statement speaks of.
  const drawn = held.filter(row => row.back_reason === null)
  const [one] = drawn
  if (one) throw invalid(['first'], `${rangeWords(first, last)}里有 ${drawn.length} 个号登记簿里已经有了，如 ${one.text}`)
  const other = (await listStatements(ctx.db, { series, year })).find(row => row.first_seq <= last && row.last_seq >= first)
  if (other) throw invalid(['first'], `${rangeWords(other.first_seq, other.last_seq)}已有说明：${other.reason}`)
}

/**
 * Takes a statement back. One about the paper register gives its numbers back to the counter, as long as nothing was drawn after it.
 * @throws Refusal NOT_FOUND, RULE when numbers after it are in the ledger.
 */
export async function withdrawExplanation(
  ctx: CommandContext,
  { id, reason }: ParsedInputOf<'numbering.withdrawExplanation'>,
): Promise<OutputOf<'numbering.withdrawExplanation'>> {
  const statement = await withdrawStatement(ctx.trx, id, { reason, at: ctx.now, by: ctx.actor.userId })
  if (!statement) throw notFound('有效的空号说明')
  const { series, year, kind, first_seq: first, last_seq: last } = statement
  const counter = await counterOf(ctx.db, series, year)
  if (kind === 'before-start') {
    const [after] = await listHeldBetween(ctx.db, series, year, last + 1, counter)
    if (after)
      throw ruleRefusal(
        'numbers-follow',
        `${last} 号之后已经取过号（${after.text}），这条说明不能撤回；请对多说明的号另作补录`,
        null,
      )
  }
  const settled = kind === 'before-start' ? await settleCounter(ctx.trx, series, year) : counter
  await ctx.audit({
    subjectKind: 'number-statement',
    subjectId: id,
    summary: `撤回编号说明 ${rangeWords(first, last)}：${reason}`,
    before: { ...statement, counter },
    after: { withdrawReason: reason, counter: settled },
  })
  return { counter: settled }
}

async function seriesToMend(ctx: CommandContext, series: string): Promise<KnownSeries> {
  const center = await getCenter(ctx.db)
  const packs = [ctx.pack, ...ctx.center.packsUntil(ctx.today).map(one => one.pack)]
  const known = describeSeries(series, packs, center, Number(ctx.today.slice(0, 4)))
  const isHeld = known.isCurrent || known.pattern !== ''
  if (!isHeld) throw notFound('这种编号')
  return known
}

/** 1–57 号, or 57 号. */
export function rangeWords(first: number, last: number): string {
  return first === last ? `${first} 号` : `${first}–${last} 号`
}

/** 2026 年, or 历年 for a series that never starts anew. */
export function yearWords(year: number): string {
  return year === 0 ? '历年' : `${year} 年`
}
