import { appliesTo, type CaseFacts } from './case-facts.ts'
import type { ArchiveNumberRules, NumberSeries } from './rule-pack.ts'

/** What a document number (编号、文号) is made from. `kind` is the word for the matter, empty where the series has none. */
export type NumberTokens = { readonly short: string; readonly kind: string; readonly year: number; readonly seq: number }

const NUMBER_TOKENS = ['short', 'kind', 'year', 'seq'] as const
const ARCHIVE_TOKENS = ['fonds', 'category', 'year', 'retention', 'seq'] as const

/** A number by its series' pattern: `蚌援民〔2026〕37号`. `seq` is padded with zeros to the series' least width. */
export function formatNumber(series: Pick<NumberSeries, 'pattern' | 'padding'>, tokens: NumberTokens): string {
  return fill(series.pattern, {
    short: tokens.short,
    kind: tokens.kind,
    year: String(tokens.year),
    seq: String(tokens.seq).padStart(series.padding, '0'),
  })
}

/**
 * What is wrong with a series' pattern, as sentences; empty when it is sound. A pattern that leaves out what the count starts anew
 * with (year, kind of matter) would give the same number twice.
 */
export function patternProblems(series: Pick<NumberSeries, 'pattern' | 'reset' | 'perKind'>): readonly string[] {
  const problems = tokenProblems(series.pattern, NUMBER_TOKENS)
  const lacks = (token: string): boolean => !series.pattern.includes(`{${token}}`)
  if (lacks('seq')) problems.push('编号格式必须有序号 {seq}')
  if (series.reset === 'yearly' && lacks('year')) problems.push('序号每年重新开始的，编号格式必须有年份 {year}，否则会重号')
  if (series.perKind && lacks('kind')) problems.push('按案件类型分别编号的，编号格式必须有类型字 {kind}，否则会重号')
  if (!series.perKind && !lacks('kind')) problems.push('格式里有类型字 {kind}，但没有按案件类型分别编号')
  return problems
}

/**
 * Pairs of series that can give the same text: same pattern once the kinds of matter are written out, years and counts left open. The
 * ledger would refuse the second of such numbers.
 */
export function collidingSeries(
  series: readonly Pick<NumberSeries, 'id' | 'pattern' | 'perKind'>[],
  kindWords: readonly string[],
): readonly (readonly [string, string])[] {
  const ownerOf = new Map<string, string>()
  const collisions: (readonly [string, string])[] = []
  for (const one of series) {
    for (const kind of one.perKind ? kindWords : ['']) {
      const shape = one.pattern.replaceAll('{kind}', kind)
      const owner = ownerOf.get(shape)
      if (owner === undefined) ownerOf.set(shape, one.id)
      else if (owner !== one.id) collisions.push([owner, one.id])
    }
  }
  return collisions
}

export type ArchiveNumberTokens = {
  readonly fonds: string
  readonly category: string
  readonly year: number
  readonly retention: string
  readonly seq: number
}

/** An archive number (档号) by DA/T 13: `J019-ZY·FY·MS·2026·D30-001`. */
export function formatArchiveNumber(rules: Pick<ArchiveNumberRules, 'pattern' | 'width'>, tokens: ArchiveNumberTokens): string {
  return fill(rules.pattern, {
    fonds: tokens.fonds,
    category: tokens.category,
    year: String(tokens.year),
    retention: tokens.retention,
    seq: String(tokens.seq).padStart(rules.width, '0'),
  })
}

/** What is wrong with the pattern of archive numbers; empty when it is sound. Every part must be there, or two volumes could share one. */
export function archivePatternProblems(pattern: string): readonly string[] {
  const problems = tokenProblems(pattern, ARCHIVE_TOKENS)
  for (const token of ARCHIVE_TOKENS) if (!pattern.includes(`{${token}}`)) problems.push(`档号格式必须有 {${token}}`)
  return problems
}

/** An archive number as typed or imported, with its dots made the half-width `·` (U+00B7) of DA/T 13 and letters in capitals. */
export function tidyArchiveNumber(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\s/g, '')
    .replace(/[•‧・．.]/g, '·')
    .replace(/[－—–]/g, '-')
    .toUpperCase()
}

/** A sentence that says why a text is no archive number of this center, or null when it is one. */
export function archiveNumberProblem(
  text: string,
  rules: Pick<ArchiveNumberRules, 'pattern' | 'width' | 'categories'>,
  retentionCodes: readonly string[],
): string | null {
  const oneOf = (codes: readonly string[]): string => `(?:${codes.map(literally).join('|')})`
  const shape = fill(literally(rules.pattern).replace(/\\\{(\w+)\\\}/g, '{$1}'), {
    fonds: '[A-Z]\\d{3}',
    category: oneOf(rules.categories.map(category => category.code)),
    year: '\\d{4}',
    retention: oneOf(retentionCodes),
    seq: `\\d{${rules.width},4}`,
  })
  return new RegExp(`^${shape}$`).test(text) ? null : `档号“${text}”不合格式 ${rules.pattern}`
}

/** The category code (类别代码) of a case, or null when the pack gives none. */
export function archiveCategoryOf(rules: Pick<ArchiveNumberRules, 'categories'>, facts: CaseFacts): string | null {
  return rules.categories.find(category => category.when !== null && appliesTo(category.when, facts))?.code ?? null
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, token: string) => values[token] ?? whole)
}

function tokenProblems(pattern: string, known: readonly string[]): string[] {
  const names = [...pattern.matchAll(/\{(\w*)\}/g)].map(match => match[1] ?? '')
  const unknown = names.filter(name => !known.includes(name)).map(name => `不认识的记号 {${name}}`)
  const twice = known.filter(name => names.filter(one => one === name).length > 1).map(name => `记号 {${name}} 只能出现一次`)
  return [...unknown, ...twice]
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
