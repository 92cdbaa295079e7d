import {
  CLOSING_NOT_RECORDED,
  type ReportDefinition,
  type ReportDimension,
  type ReportEvent,
  type ReportKind,
  type ReportRow,
  type ReportSpan,
} from './rule-pack/report.ts'

/** A consultation, application, case or subsidy as reports count it: its days, its codes and its amounts. */
export type ReportFact = {
  readonly kind: ReportKind
  readonly id: string
  readonly number: string
  readonly title: string
  /** Days on which something happened to it; what has not happened is left out. */
  readonly days: Partial<Readonly<Record<ReportEvent, string>>>
  readonly codes: Partial<Readonly<Record<ReportDimension, readonly string[]>>>
  /** The persons (人次) whom it is about, those of the same categories (人员类别) together. */
  readonly people: readonly CountedPeople[]
  /** How many persons a case helped by its closing record (结案登记); null for anything else. */
  readonly helped: number | null
  readonly recoveredFen: number
  readonly subsidyFen: number
}

/** Persons who count alike: how many, and the categories that each of them has. */
export type CountedPeople = { readonly count: number; readonly categories: readonly string[] }

/** A period (统计期) in calendar days, both ends included. */
export type ReportPeriod = { readonly from: string; readonly to: string }

/** A figure and the facts behind it. Money is in fen; a share is per cent, or null where there is nothing to share. */
export type ReportCell = {
  readonly row: ReportRow
  readonly value: number | null
  readonly facts: readonly ReportFact[]
  readonly day: (fact: ReportFact) => string
}

/** A check (勾稽关系) with both sides and whether they agree. */
export type ReportCheckResult = {
  readonly id: string
  readonly label: string
  readonly left: number
  readonly right: number
  readonly holds: boolean
}

/**
 * Computes every row of a report from plain facts. Each cell carries the facts that it counts, so that a figure opens to its rows and the two
 * can never differ.
 */
export function computeReport(
  definition: ReportDefinition,
  facts: readonly ReportFact[],
  period: ReportPeriod,
): { readonly cells: ReadonlyMap<string, ReportCell>; readonly checks: readonly ReportCheckResult[] } {
  const rows = definition.sections.flatMap(section => section.rows)
  const cells = new Map<string, ReportCell>()
  for (const row of rows) if ('kind' in row.value) cells.set(row.id, countedCell(row, row.value, facts, period))
  for (const row of rows) {
    if ('sumOf' in row.value) cells.set(row.id, summedCell(row, row.value.sumOf, cells))
    if ('shareOf' in row.value) cells.set(row.id, shareCell(row, row.value, cells))
  }
  const totalOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (cells.get(id)?.value ?? 0), 0)
  const checks = definition.checks.map(check => {
    const left = totalOf(check.left)
    const right = totalOf(check.right)
    return { id: check.id, label: check.label, left, right, holds: left === right }
  })
  return { cells, checks }
}

type Counted = Extract<ReportRow['value'], { kind: ReportKind }>

function countedCell(row: ReportRow, value: Counted, facts: readonly ReportFact[], period: ReportPeriod): ReportCell {
  const found = facts.filter(fact => fact.kind === value.kind && isInSpan(fact, value.span, period) && passes(fact, value.filter))
  return {
    row,
    value: found.reduce((sum, fact) => sum + measured(fact, value), 0),
    facts: found,
    day: fact => countingDay(fact, value.span),
  }
}

function summedCell(row: ReportRow, ids: readonly string[], cells: ReadonlyMap<string, ReportCell>): ReportCell {
  const parts = ids.flatMap(id => cells.get(id) ?? [])
  const facts = parts.flatMap(part => part.facts)
  return { row, value: parts.reduce((sum, part) => sum + (part.value ?? 0), 0), facts, day: parts[0]?.day ?? (() => '') }
}

function shareCell(
  row: ReportRow,
  value: { readonly shareOf: string; readonly in: string },
  cells: ReadonlyMap<string, ReportCell>,
): ReportCell {
  const part = cells.get(value.shareOf)
  const whole = cells.get(value.in)?.value ?? 0
  // One decimal, rounded half up: 12.25 % is 12.3 %.
  const share = whole === 0 ? null : Math.floor(((part?.value ?? 0) * 2000 + whole) / (whole * 2)) / 10
  return { row, value: share, facts: part?.facts ?? [], day: part?.day ?? (() => '') }
}

function isInSpan(fact: ReportFact, span: ReportSpan, period: ReportPeriod): boolean {
  if ('within' in span) {
    const day = fact.days[span.within]
    return day !== undefined && day >= period.from && day <= period.to
  }
  const from = fact.days[span.from]
  if (from === undefined) return false
  // What an old register does not say to have ended is not known to be open either.
  if (fact.codes.oldRecord?.includes(CLOSING_NOT_RECORDED)) return false
  const ends = span.until.flatMap(event => fact.days[event] ?? [])
  // At the start of a period stands what began before it and had not ended before it; at its end, what began in it or before and has not ended.
  return span.openAt === 'start'
    ? from < period.from && ends.every(day => day >= period.from)
    : from <= period.to && ends.every(day => day > period.to)
}

function countingDay(fact: ReportFact, span: ReportSpan): string {
  return fact.days['within' in span ? span.within : span.from] ?? ''
}

function passes(fact: ReportFact, filter: Counted['filter']): boolean {
  return Object.entries(filter).every(([dimension, codes]) => {
    const own =
      dimension === 'personCategory'
        ? fact.people.flatMap(people => people.categories)
        : (fact.codes[dimension as ReportDimension] ?? [])
    return codes.some(code => own.includes(code))
  })
}

function measured(fact: ReportFact, { measure, span, filter }: Counted): number {
  switch (measure) {
    case 'count':
      return 1
    case 'persons':
      return personsIn(fact, filter.personCategory, 'within' in span && span.within === 'closed')
    case 'recovered-fen':
      return fact.recoveredFen
    case 'subsidy-fen':
      return fact.subsidyFen
  }
}

/** The persons of one category, or all; of a closed case no more than its closing record says were helped, and all of those. */
function personsIn(fact: ReportFact, categories: readonly string[] | undefined, isClosed: boolean): number {
  const persons = fact.people
    .filter(people => categories === undefined || categories.some(code => people.categories.includes(code)))
    .reduce((sum, people) => sum + people.count, 0)
  if (!isClosed || fact.helped === null) return persons
  return categories === undefined ? fact.helped : Math.min(persons, fact.helped)
}
