import { formatYuan } from '../money.ts'
import type { Comparison } from '../rule-pack/hardship.ts'

/** Whether a sum stands to its line as it must. Only 低于 leaves the line itself out. */
export function standsTo(fen: number, lineFen: number, comparison: Comparison): boolean {
  return comparison === 'below' ? fen < lineFen : fen <= lineFen
}

/** How a comparison reads in a rule. */
export const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  below: '低于',
  'at-most': '不高于',
  within: '在标准以内（含本数）',
  'not-above': '高于的不符合',
}

/** Both sums with the sign between them, and the gap, or on the line itself what the rule says. */
export function comparisonText(fen: number, lineFen: number, comparison: Comparison): string {
  const sign = fen < lineFen ? '＜' : fen === lineFen ? '＝' : '＞'
  const difference = Math.abs(fen - lineFen)
  const gap = difference === 0 ? `，标准为${COMPARISON_WORDS[comparison]}` : `，相差 ${formatYuan(difference)} 元`
  return `${formatYuan(fen)} ${sign} ${formatYuan(lineFen)}${gap}`
}
