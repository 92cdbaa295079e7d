import { appliesTo, type CaseFacts } from './case-facts.ts'
import type { FilingItem, FilingRules, FilingTemplate } from './rule-pack/filing.ts'

/** The filing order (归档目录) of a case: that of the first rule that applies. Null when the pack has none for it. */
export function templateFor(rules: Pick<FilingRules, 'templateRules' | 'templates'>, facts: CaseFacts): FilingTemplate | null {
  const rule = rules.templateRules.find(one => appliesTo(one.when, facts))
  return rules.templates.find(template => template.id === rule?.template) ?? null
}

/** How a line of the order stands for one case: does it apply at all, and must it be there. */
export type ItemStanding = { readonly applies: boolean; readonly isRequired: boolean }

/** A line without condition applies always. Must 必备 and conditional 有条件必备 lines are required wherever they apply. */
export function standingOf(item: FilingItem, facts: CaseFacts): ItemStanding {
  const applies = item.when === undefined || appliesTo(item.when, facts)
  return { applies, isRequired: applies && item.requirement !== 'optional' }
}

/** A paper in the volume (卷内文件), by the line of the order it belongs to. */
export type FiledItem = {
  readonly id: string
  readonly templateItem: number
  readonly title: string
  readonly documentNumber: string | null
  readonly author: string | null
  readonly datedOn: string | null
  readonly remark: string | null
  readonly pages: readonly FiledPage[]
}

/** One side of a sheet (一面). `content` names what is on it (hash and page of the scan), so that the same side filed twice is found. */
export type FiledPage = { readonly id: string; readonly isBlank: boolean; readonly content: string }

/** A line of the order with how it is met. `excuse` is the archivist's reason for its absence. */
export type OrderRow = {
  readonly item: FilingItem
  readonly applies: boolean
  readonly isRequired: boolean
  readonly isPresent: boolean
  /** Required, not there, and not excused. */
  readonly isMissing: boolean
  readonly excuse: string | null
}

/**
 * Every line of the order with how the volume meets it. `excuses` are reasons by line number. A line counts as present when a paper with
 * at least one written side stands against it.
 */
export function orderRows(
  template: FilingTemplate,
  facts: CaseFacts,
  items: readonly FiledItem[],
  excuses: Readonly<Record<number, string>>,
): readonly OrderRow[] {
  return template.items.map(item => {
    const standing = standingOf(item, facts)
    const isPresent = items.some(one => one.templateItem === item.no && one.pages.some(page => !page.isBlank))
    const excuse = excuses[item.no]?.trim() || null
    return { item, ...standing, isPresent, isMissing: standing.isRequired && !isPresent && excuse === null, excuse }
  })
}

/** Page numbers (页号) of a volume. Maps give the number of each written side, and first–last of each paper; blank sides have none. */
export type PageNumbers = {
  readonly total: number
  readonly ofPage: ReadonlyMap<string, number>
  readonly ofItem: ReadonlyMap<string, { readonly first: number; readonly last: number }>
}

/** Numbers every written side 1…N through the volume in the given order. Cover, contents and note are not in it and carry none. */
export function numberPages(items: readonly Pick<FiledItem, 'id' | 'pages'>[]): PageNumbers {
  const ofPage = new Map<string, number>()
  const ofItem = new Map<string, { first: number; last: number }>()
  let total = 0
  for (const item of items) {
    const first = total + 1
    for (const page of item.pages) {
      if (page.isBlank) continue
      total += 1
      ofPage.set(page.id, total)
    }
    if (total >= first) ofItem.set(item.id, { first, last: total })
  }
  return { total, ofPage, ofItem }
}

/** The 页号 column: the first page, or first–last; the last row shows first–last always. Empty for a paper without numbered sides. */
export function pageColumnText(
  span: { readonly first: number; readonly last: number } | undefined,
  isLastRow: boolean,
  column: FilingRules['pageColumn'],
): string {
  if (!span) return ''
  const showsRange = (isLastRow || column === 'range') && span.last > span.first
  return showsRange ? `${span.first}-${span.last}` : String(span.first)
}

/**
 * Sheets of paper of a volume, estimated from its sides. Where any blank side was kept, the papers were scanned on both sides, so each
 * paper has half as many sheets as sides; otherwise every side is a sheet.
 */
export function sheetsOf(items: readonly Pick<FiledItem, 'pages'>[]): number {
  const isTwoSided = items.some(item => item.pages.some(page => page.isBlank))
  return items.reduce((sum, { pages }) => sum + (isTwoSided ? Math.ceil(pages.length / 2) : pages.length), 0)
}

/** Estimated thickness in micrometres. */
export function thicknessOf(sheets: number, limits: Pick<FilingRules['limits'], 'sheetMicrometres'>): number {
  return sheets * limits.sheetMicrometres
}

/**
 * Volume title (案卷题名) by the pack's pattern: `关于郑国平健康权纠纷法律援助案`. A title past the longest allowed is cut in the cause, which
 * the cover states in full beside it.
 */
export function volumeTitle(
  rule: FilingRules['volumeTitle'],
  facts: { readonly recipient: string; readonly cause: string },
): string {
  const write = (cause: string): string =>
    rule.pattern.replace('{recipient}', () => facts.recipient).replace('{cause}', () => cause)
  const full = write(facts.cause)
  const over = [...full].length - rule.longest
  if (over <= 0) return full
  const kept = [...facts.cause].slice(0, Math.max(0, [...facts.cause].length - over - 1)).join('')
  return write(`${kept}…`)
}
