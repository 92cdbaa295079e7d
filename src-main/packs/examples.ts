import { type RuleOverlay, ruleOverlay } from '../contract/rule-overlay.ts'
import baoshan from './examples/baoshan.json' with { type: 'json' }
import county from './examples/county-1-5.json' with { type: 'json' }
import guangdong from './examples/guangdong.json' with { type: 'json' }
import hangzhou from './examples/hangzhou.json' with { type: 'json' }
import lowIncome from './examples/low-income-2-5.json' with { type: 'json' }
import shandong from './examples/shandong.json' with { type: 'json' }

let read: readonly RuleOverlay[] | undefined

/** The local standards (地方标准) that ship as examples (示例标准), in the order of the list. Their figures are samples to be replaced. */
export function exampleStandards(): readonly RuleOverlay[] {
  read ??= [lowIncome, county, shandong, guangdong, hangzhou, baoshan].map(one => ruleOverlay.parse(one))
  return read
}
