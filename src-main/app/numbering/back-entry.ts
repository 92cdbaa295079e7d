import type { NumberWords } from '../../domain/numbering.ts'
import { readNumber } from '../../domain/numbering.ts'
import type { NumberSeries } from '../../domain/rule-pack/rule-pack.ts'
import { findBlock } from '../../store/number-block-store.ts'
import { counterOf, findNumber, findNumberByText } from '../../store/number-store.ts'
import type { QueryContext } from '../context.ts'

/** A count (流水) of a series for matters of one day, ready to draw from. */
export type OpenCount = {
  readonly rules: NumberSeries
  /** As the ledger names it. */
  readonly series: string
  readonly label: string
  /** The ledger's year: 0 for a series that never starts anew. */
  readonly year: number
  /** The year of the matter's day, which its text shows. */
  readonly dayYear: number
  readonly words: NumberWords & { readonly short: string }
  readonly format: (seq: number) => string
}

/** Where an old number belongs, or the sentence that says why it cannot be. `note` tells the clerk what it takes. */
export type OldNumberPlace =
  | { readonly problem: null; readonly seq: number; readonly text: string; readonly note: string | null }
  | { readonly problem: string }

/**
 * The place of a number that the clerk gives (补录): it fits the pattern, says the year of the day, is not used, and lies not above the
 * counter unless its year is past, when nobody draws from it any more in the ordinary way. A reserved number (预留号段) keeps the text that
 * was printed for it.
 */
export async function placeOfOldNumber(
  ctx: Pick<QueryContext, 'db' | 'today'>,
  count: OpenCount,
  written: string,
): Promise<OldNumberPlace> {
  const read = readNumber(count.rules, count.words, written)
  const found = read ?? (await reservedUnderOlderPattern(ctx, count, written))
  if (found === null) return { problem: `旧号“${written}”不合${count.label}的编号格式，应如 ${count.format(37)}，也可以只填序号` }
  if (found.year !== null && found.year !== count.dayYear)
    return { problem: `旧号写的是 ${found.year} 年，登记的日期在 ${count.dayYear} 年，请核对` }
  const { seq } = found
  const text = count.format(seq)
  const held = await findNumber(ctx.db, count.series, count.year, seq)
  if (held?.status === 'used') return { problem: `${held.text} 已经用过，不能再用` }
  if (held?.status === 'void') return { problem: `${held.text} 已作废，作废的号不再使用` }
  if (held) {
    const block = held.block_id === null ? undefined : await findBlock(ctx.db, held.block_id)
    return { problem: null, seq, text: held.text, note: block ? `用号段 ${block.holder} 的预留号` : null }
  }
  const elsewhere = await findNumberByText(ctx.db, text)
  if (elsewhere) return { problem: `${text} 已经用过，不能再用` }
  const counter = await counterOf(ctx.db, count.series, count.year)
  if (seq <= counter) return { problem: null, seq, text, note: null }
  const isPast = count.year !== 0 && count.year < Number(ctx.today.slice(0, 4))
  if (isPast) return { problem: null, seq, text, note: `${count.dayYear} 年的流水号随之到 ${seq}` }
  const now = counter === 0 ? '还没有取过号' : `现在取到 ${counter} 号`
  return { problem: `${seq} 号还没有轮到，${now}。要先占用号码，请预留号段；启用前的纸质登记，请主任在编号里说明` }
}

/** A number whose printed text no longer fits the pattern, because pattern or short name changed after the block was printed. */
async function reservedUnderOlderPattern(
  ctx: Pick<QueryContext, 'db'>,
  count: OpenCount,
  written: string,
): Promise<{ readonly year: number | null; readonly seq: number } | null> {
  const row = await findNumberByText(ctx.db, written.trim())
  if (row?.status !== 'reserved' || row.series !== count.series || row.year !== count.year) return null
  return { year: null, seq: row.seq }
}
