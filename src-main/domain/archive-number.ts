import { appliesTo, type CaseFacts } from './case-facts.ts'
import { tokenProblems } from './number-pattern.ts'
import { fillPattern } from './numbering.ts'
import type { ArchiveNumberRules } from './rule-pack/rule-pack.ts'

const ARCHIVE_TOKENS = ['fonds', 'category', 'year', 'retention', 'seq'] as const

export type ArchiveNumberTokens = {
  readonly fonds: string
  readonly category: string
  readonly year: number
  readonly retention: string
  readonly seq: number
}

/** An archive number (档号) by DA/T 13: `J019-ZY·FY·MS·2026·D30-001`. */
export function formatArchiveNumber(rules: Pick<ArchiveNumberRules, 'pattern' | 'width'>, tokens: ArchiveNumberTokens): string {
  return fillPattern(rules.pattern, {
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
  const shape = fillPattern(literally(rules.pattern).replace(/\\\{(\w+)\\\}/g, '{$1}'), {
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

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
