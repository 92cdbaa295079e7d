import dates from './division-dates.json' with { type: 'json' }
import changes from './divisions-by-year.json' with { type: 'json' }

/**
 * A name that a code bore for part of the time (行政区划变更). Months `YYYY-MM`: it began after `absentIn` and by `firstIn`, ended after `lastIn`
 * and by `goneIn`; null where it stood before the first list, or stands still.
 */
export type DivisionSpan = {
  readonly code: string
  readonly name: string
  readonly absentIn: string | null
  readonly firstIn: string | null
  readonly lastIn: string | null
  readonly goneIn: string | null
}

/** Codes with what was not always so, oldest name first. A code that is not here stands unchanged since the first list, or never stood. */
const SPANS: ReadonlyMap<string, readonly DivisionSpan[]> = spansByCode()

function spansByCode(): Map<string, DivisionSpan[]> {
  const gone = new Map(Object.entries(dates.gone))
  const begun = new Map(Object.entries(dates.begun))
  const spans = new Map<string, DivisionSpan[]>()
  for (const [code, name, absentIn = null, firstIn = null, lastIn = null, goneIn = null] of changes.rows) {
    if (!code || !name) throw new Error('A row of the table of divisions lacks its code or name')
    const [start, end] = [firstIn === null ? undefined : begun.get(code), goneIn === null ? undefined : gone.get(code)]
    const span: DivisionSpan = {
      code,
      name,
      absentIn: start ? firstMonth(start) : absentIn,
      firstIn: start ? lastMonth(start) : firstIn,
      lastIn: end ? firstMonth(end) : lastIn,
      goneIn: end ? lastMonth(end) : goneIn,
    }
    spans.set(code, [...(spans.get(code) ?? []), span])
  }
  return spans
}

/** The first and the last month of a date that is a year or a month. */
function firstMonth(date: string): string {
  return date.length === 4 ? `${date}-01` : date
}
function lastMonth(date: string): string {
  return date.length === 4 ? `${date}-12` : date
}

/** The names that a code bore for part of the time, oldest first; none for a code whose name never changed. */
export function spansOf(code: string): readonly DivisionSpan[] {
  return SPANS.get(code) ?? []
}

/** Every code that began, ended or was renamed since the first list. */
export function changedCodes(): Iterable<string> {
  return SPANS.keys()
}

/** Whether a name may have stood on a calendar day. Between two lists either may: the old and the new. */
export function mayStandOn({ absentIn, firstIn, goneIn }: DivisionSpan, day: string): boolean {
  const month = day.slice(0, 7)
  return (absentIn === null || month > absentIn || (firstIn !== null && month >= firstIn)) && (goneIn === null || month <= goneIn)
}

/** When a name ended, in words: 2009 年, or 2016—2020 年间 where only the lists before and after are known; null while it stands. */
export function endWords({ lastIn, goneIn }: DivisionSpan): string | null {
  if (lastIn === null || goneIn === null) return null
  // A list of December shows the whole of its year: what is missing from the next one went after it.
  const first = Number(lastIn.slice(0, 4)) + (lastIn.endsWith('-12') && lastIn !== goneIn ? 1 : 0)
  const last = Number(goneIn.slice(0, 4))
  return first === last ? `${last} 年` : `${first}—${last} 年间`
}
