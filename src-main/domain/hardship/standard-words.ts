import { formatYuan } from '../money.ts'
import type {
  FigureChoice,
  HardshipLine,
  HardshipRules,
  HardshipStandard,
  HardshipTest,
  PlainLine,
} from '../rule-pack/hardship.ts'
import { COMPARISON_WORDS } from './comparison.ts'
import { AREA_WORDS } from './figures.ts'
import { workLine } from './line.ts'
import { testOf } from './tests.ts'

/** A standard in one plain sentence, as people read a rule pack: what is compared, with which line, how. */
export function standardSentence(standard: HardshipStandard, rules: HardshipRules): string {
  const test = testOf(standard)
  return test ? testSentence(test, standard, rules) : '没有写明怎样比较'
}

function testSentence(test: HardshipTest, standard: HardshipStandard, rules: HardshipRules): string {
  switch (test.kind) {
    case 'income': {
      const unit = test.unit === 'per-head' ? '家庭人均月收入' : '家庭月收入'
      return `申请前 ${standard.incomeMonths} 个月${unit}${COMPARISON_WORDS[test.comparison]} ${lineWords(test.line, rules)}`
    }
    case 'assets': {
      const unit = { household: '家庭', 'per-head': '人均', 'each-person': '每人' }[test.unit]
      return `${unit}${test.label}（${kindWords(test.assetKinds, rules)}）${COMPARISON_WORDS[test.comparison]} ${lineWords(test.line, rules)}`
    }
    case 'veto':
      return `${test.label}：${kindWords(test.assetKinds, rules)}${test.mostAllowed === 0 ? '一律没有' : `不超过 ${test.mostAllowed}`}`
    case 'all':
    case 'any': {
      const parts = test.tests.map(one => {
        const words = testSentence(one, standard, rules)
        return one.kind === 'all' || one.kind === 'any' ? `（${words}）` : words
      })
      return parts.join(test.kind === 'all' ? '，并且' : '，或者')
    }
  }
}

function lineWords(line: HardshipLine, rules: HardshipRules): string {
  return line.formula === 'by-area'
    ? `城镇 ${plainWords(line.urban, rules)}、农村 ${plainWords(line.rural, rules)}`
    : plainWords(line, rules)
}

function plainWords(line: PlainLine, rules: HardshipRules): string {
  switch (line.formula) {
    case 'fixed':
      return `${formatYuan(line.fen)} 元`
    case 'multiple-of-base': {
      const worked = workLine(line, { to: 'fen', rounding: 'half-up' }, { appliedOn: '', area: null, figures: [] }, '')
      return `${worked.ok ? formatYuan(worked.fen) : ''} 元（${line.baseName} ${formatYuan(line.baseFen)} 元 × ${line.multiplier}）`
    }
    case 'multiple-of-figure':
      return `${choiceWords(line, rules)}的 ${line.multiplier} 倍`
    case 'share-of-figure':
      return `${choiceWords(line, rules)}的 ${line.percent}%`
  }
}

const YEAR_WORDS = { current: '申请时执行的', 'previous-year': '上一年度', 'latest-published': '最近公布的' } as const

function choiceWords({ figure, area, year }: FigureChoice, rules: HardshipRules): string {
  const found = rules.figures?.find(one => one.id === figure)
  const place = area === 'any' ? '' : area === 'applicant' ? '当地（城乡分别）' : AREA_WORDS[area]
  return `${YEAR_WORDS[year]}${place}${found?.label ?? figure}${found?.period === 'year' ? '月均数' : ''}`
}

function kindWords(kinds: readonly string[], rules: HardshipRules): string {
  return kinds.map(code => rules.assetKinds?.find(kind => kind.code === code)?.label ?? code).join('、')
}
