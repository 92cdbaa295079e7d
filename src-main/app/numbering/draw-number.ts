import type { BackEntry } from '../../contract/numbering.ts'
import { branchForMatter, formatNumber, type NumberedMatter } from '../../domain/numbering.ts'
import type { NumberSeriesId } from '../../domain/rule-pack/rule-pack.ts'
import { getCenter } from '../../store/center-store.ts'
import { drawNumber, enterNumber, NumberTakenError } from '../../store/number-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid, ruleRefusal } from '../refusal.ts'
import { type OpenCount, placeOfOldNumber } from './back-entry.ts'

/** What else a draw may say. Codes are the pack's; a series that counts kinds, stages or letters apart needs them. */
export type DrawOptions = NumberedMatter & {
  /** The number this one grew out of: a stage change (阶段变更) draws anew and stays linked. */
  readonly parent?: string | null
  /** A number given by the clerk instead (补录). */
  readonly backEntry?: BackEntry | null
}

/**
 * Draws the next number of one of the pack's series for a subject, in this command's transaction; with `backEntry` enters the given old
 * number instead. The year is that of `day`, so that an old file entered late gets its true year.
 * @throws Refusal VALIDATION at `backEntry.number` when the old number cannot be; RULE when the text is in use elsewhere.
 */
export async function drawSeriesNumber(
  ctx: CommandContext,
  seriesId: NumberSeriesId,
  day: string,
  subject: { readonly kind: string; readonly id: string },
  options: DrawOptions = {},
): Promise<string> {
  const count = await countFor(ctx, seriesId, day, options)
  const drawnFor = {
    subjectKind: subject.kind,
    subjectId: subject.id,
    drawnAt: ctx.now,
    drawnBy: ctx.actor.userId,
    datedOn: day,
    parentText: options.parent ?? null,
  }
  const { backEntry } = options
  return refusingTaken(async () => {
    if (!backEntry) return drawNumber(ctx.trx, count.series, count.year, count.format, drawnFor)
    const found = await placeOfOldNumber(ctx, count, backEntry.number)
    if (found.problem !== null) throw invalid(['backEntry', 'number'], found.problem)
    const { series, year } = count
    return enterNumber(ctx.trx, { series, year, seq: found.seq, text: found.text }, drawnFor, backEntry.reason)
  })
}

/** The count of a series that a matter of a day belongs to. @throws Error when the pack lacks the series or the matter its words. */
export async function countFor(
  ctx: Pick<CommandContext, 'pack' | 'db' | 'today'>,
  seriesId: NumberSeriesId,
  day: string,
  matter: NumberedMatter,
): Promise<OpenCount> {
  const rules = ctx.pack.numberSeries.find(one => one.id === seriesId)
  if (!rules) throw new Error(`The rule pack has no number series ${seriesId}`)
  const branch = branchForMatter(rules, ctx.pack.codes, matter)
  if (!branch) throw new Error(`The number series ${seriesId} counts apart what ${JSON.stringify(matter)} does not say`)
  const { shortName: short } = await getCenter(ctx.db)
  const dayYear = Number(day.slice(0, 4))
  return {
    rules,
    series: branch.key,
    label: branch.label,
    year: rules.reset === 'never' ? 0 : dayYear,
    dayYear,
    words: { ...branch.words, short },
    format: seq => formatNumber(rules, { ...branch.words, short, year: dayYear, seq }),
  }
}

/** Runs a draw; a text that the ledger holds already becomes a refusal that says what to mend. */
export async function refusingTaken<Value>(draw: () => Promise<Value>): Promise<Value> {
  try {
    return await draw()
  } catch (error) {
    if (!(error instanceof NumberTakenError)) throw error
    throw ruleRefusal('number-taken', `编号 ${error.text} 在登记簿里已经有了，没有取号。请主任检查规则包的编号格式`, null)
  }
}
