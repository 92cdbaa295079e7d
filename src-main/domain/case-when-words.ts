import type { CaseFlag, CaseWhen, Route } from './case-facts.ts'
import { formatYuan } from './money.ts'
import { labelOf } from './rule-pack/codes.ts'
import type { RulePack } from './rule-pack/rule-pack.ts'

const FLAG_WORDS: Readonly<Record<CaseFlag, string>> = {
  'life-or-death': '可能判处无期徒刑、死刑或者死刑复核',
  'minor-recipient': '受援人未成年',
  heard: '开庭审理',
  major: '重大疑难',
  terminated: '终止援助',
  group: '群体性案件',
  'foreign-related': '涉外',
  'real-property': '涉及房屋、土地、山林、水利',
  privacy: '涉及隐私',
  'cross-region': '跨区域办理',
  'fast-track': '速裁或者不开庭',
  'plea-agreement': '认罪认罚',
  preservation: '申请保全',
  'enforcement-sought': '申请执行',
  'handler-changed': '更换过承办人',
  supplemented: '补正过材料',
  'applied-by-agent': '由代理人申请',
  'settled-in-writing': '达成书面和解',
  detained: '受援人被羁押',
}
const ROUTE_WORDS: Readonly<Record<Route, string>> = { application: '申请', notified: '通知辩护、通知代理' }
const HARDSHIP_WORDS = { check: '核查经济困难', waived: '免予核查', 'not-applicable': '不受经济困难条件限制' } as const

/** When a rule applies (适用情形), in words; every part must hold. An empty condition is 所有案件. */
export function caseWords(when: CaseWhen, pack: RulePack): string {
  const { codes } = pack
  const stages = codes.matterTypes.flatMap(type => type.stages)
  const modes = codes.matterTypes.flatMap(type => type.closingModes)
  const oneOf = (list: readonly { readonly code: string; readonly label: string }[], chosen: readonly string[] | undefined) =>
    chosen ? [chosen.map(code => labelOf(list, code)).join('、')] : []
  const parts = [
    ...oneOf(codes.matterTypes, when.matterTypes),
    ...oneOf(stages, when.stages),
    ...(when.routes ? [when.routes.map(route => ROUTE_WORDS[route]).join('、')] : []),
    ...oneOf(codes.aidForms, when.aidForms),
    ...(when.hardshipRoutes ? [when.hardshipRoutes.map(route => HARDSHIP_WORDS[route]).join('、')] : []),
    ...oneOf(codes.complexities, when.complexities),
    ...oneOf(modes, when.closingModes),
    ...(when.hearingsAtLeast === undefined ? [] : [`开庭 ${when.hearingsAtLeast} 次以上`]),
    ...(when.sentenceMonthsAtLeast === undefined ? [] : [`刑期 ${monthWords(when.sentenceMonthsAtLeast)}以上`]),
    ...(when.sentenceMonthsBelow === undefined ? [] : [`刑期不满 ${monthWords(when.sentenceMonthsBelow)}`]),
    ...(when.claimFenAtLeast === undefined ? [] : [`标的 ${formatYuan(when.claimFenAtLeast)} 元以上`]),
    ...(when.flags ?? []).map(flag => FLAG_WORDS[flag]),
    ...(when.notFlags ?? []).map(flag => `不是${FLAG_WORDS[flag]}`),
  ]
  return parts.length === 0 ? '所有案件' : parts.join('；')
}

function monthWords(months: number): string {
  return months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`
}
