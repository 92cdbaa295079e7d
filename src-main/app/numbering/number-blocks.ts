import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { dayOfInstant } from '../../domain/calendar-date.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import { getCenter } from '../../store/center-store.ts'
import { findBlock, listBlockNumbers, listBlocks, releaseNumbers, reserveNumbers } from '../../store/number-block-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { invalid, notFound, ruleRefusal } from '../refusal.ts'
import { refusingTaken } from './draw-number.ts'
import { yearWords } from './explain-gap.ts'
import { describeSeries, seriesOfPack } from './known-series.ts'

/**
 * Reserves the next numbers of a series (预留号段): for this year or, ahead of New Year's paper days, the next.
 * @throws Refusal NOT_FOUND for a series the pack does not have, VALIDATION for another year.
 */
export async function reserveBlock(
  ctx: CommandContext,
  input: ParsedInputOf<'numbering.reserve'>,
): Promise<OutputOf<'numbering.reserve'>> {
  const { series, year, count, holder, reason } = input
  const center = await getCenter(ctx.db)
  const thisYear = Number(ctx.today.slice(0, 4))
  const open = seriesOfPack(ctx.pack, center.shortName, thisYear).find(one => one.series === series)
  if (!open) throw notFound('这种编号')
  const mayBe = open.thisYear === 0 ? [0] : [thisYear, thisYear + 1]
  if (!mayBe.includes(year)) throw invalid(['year'], '只能预留本年度或下一年度的号')
  const id = ctx.newId()
  const format = (seq: number) => open.format(year === 0 ? thisYear : year, seq)
  const wanted = { id, series, year, count, holder, reason, reserved_at: ctx.now, reserved_by: ctx.actor.userId }
  const { first, last } = await refusingTaken(() => reserveNumbers(ctx.trx, wanted, format))
  await ctx.audit({
    subjectKind: 'number-block',
    subjectId: id,
    summary: `预留号段 ${format(first)} 至 ${format(last)}，共 ${count} 个，${holder}：${reason}`,
    after: { ...input, first, last },
  })
  return { id, first: format(first), last: format(last) }
}

/** Blocks with what became of their numbers, newest first. */
export async function blocksOf(
  ctx: QueryContext,
  { place }: ParsedInputOf<'numbering.blocks'>,
): Promise<OutputOf<'numbering.blocks'>> {
  const center = await getCenter(ctx.db)
  const packs = [ctx.pack, ...ctx.center.packsUntil(ctx.today).map(one => one.pack)]
  return Promise.all(
    (await listBlocks(ctx.db, place)).map(async row => {
      const numbers = await listBlockNumbers(ctx.db, row.id)
      return {
        id: row.id,
        series: row.series,
        year: row.year,
        label: describeSeries(row.series, packs, center, row.year).label,
        first: row.first_seq,
        last: row.last_seq,
        firstText: numbers.at(0)?.text ?? '',
        lastText: numbers.at(-1)?.text ?? '',
        holder: row.holder,
        reason: row.reason,
        reservedAt: row.reserved_at,
        reservedBy: row.reserved_by_name,
        used: row.used,
        voided: row.voided,
        unused: row.unused,
      }
    }),
  )
}

/**
 * Gives unused numbers of a block back (交回) or writes them off (写坏): void with the reason, never to come back.
 * @throws Refusal NOT_FOUND, RULE when a number is not unused (any more).
 */
export async function releaseBlock(
  ctx: CommandContext,
  { id, seqs, how, reason }: ParsedInputOf<'numbering.release'>,
): Promise<OutputOf<'numbering.release'>> {
  const block = await findBlock(ctx.db, id)
  if (!block) throw notFound('号段')
  const numbers = await listBlockNumbers(ctx.db, id)
  const unused = numbers.filter(one => one.status === 'reserved')
  const wanted = seqs === null ? unused : numbers.filter(one => seqs.includes(one.seq))
  const gone = wanted.find(one => one.status !== 'reserved')
  if (gone)
    throw ruleRefusal('number-not-unused', `${gone.text} ${gone.status === 'void' ? '已作废' : '已经用过'}，不能交回`, null)
  if (wanted.length === 0 || (seqs !== null && wanted.length !== new Set(seqs).size))
    throw ruleRefusal('number-not-unused', '号段里没有这样的未用号', null)
  const words = `${how === 'returned' ? '号段交回未用' : '号段写坏作废'}：${reason}`
  const released = await releaseNumbers(
    ctx.trx,
    id,
    wanted.map(one => one.seq),
    { reason: words, at: ctx.now, by: ctx.actor.userId },
  )
  await ctx.audit({
    subjectKind: 'number-block',
    subjectId: id,
    summary: `${words}　${wanted[0]?.text ?? ''}${wanted.length > 1 ? ` 等 ${wanted.length} 个号` : ''}`,
    before: { unused: unused.map(one => one.text) },
    after: { voided: wanted.map(one => one.text) },
  })
  return { released }
}

/** 纸质登记号段单: each number of a block with lines to fill in by hand, used and void ones marked. @throws Refusal NOT_FOUND. */
export async function blockSheet(
  ctx: QueryContext,
  { id }: ParsedInputOf<'numbering.blockSheet'>,
): Promise<OutputOf<'numbering.blockSheet'>> {
  const block = await findBlock(ctx.db, id)
  if (!block) throw notFound('号段')
  const center = await getCenter(ctx.db)
  const packs = [ctx.pack, ...ctx.center.packsUntil(ctx.today).map(one => one.pack)]
  const { label } = describeSeries(block.series, packs, center, block.year)
  const numbers = await listBlockNumbers(ctx.db, id)
  const { html, page, title } = renderPaper('number-block', {
    centerName: center.fullName,
    series: label,
    year: yearWords(block.year).replace(' ', ''),
    holder: block.holder,
    reason: block.reason,
    reservedOn: dayOfInstant(block.reserved_at),
    rows: numbers.map(row => ({ number: row.text, state: row.status, day: row.dated_on, reason: row.void_reason ?? '' })),
    origin: { packVersion: ctx.inForce.version, madeAt: ctx.now, maker: ctx.actor.name },
  })
  return { title: `${title}　${label}`, html, landscape: page.orientation === 'landscape' }
}
