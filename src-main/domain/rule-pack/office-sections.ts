import { caseWords } from '../case-when-words.ts'
import { formatYuan } from '../money.ts'
import { labelOf } from './codes.ts'
import type { HidingGround, OfferWhen } from './people.ts'
import type { AssignmentRule, RulePack } from './rule-pack.ts'
import type { PackGroup, PackLine, PackSection } from './sections.ts'
import { span } from './span-words.ts'
import type { ExcludedHandler, SubsidyAdjustment, SubsidyTable, TierAmount } from './subsidy.ts'

/** 编号: each series with its pattern, and archive numbers. */
export function numberSection({ numberSeries, archiveNumber }: RulePack): PackSection {
  return {
    id: 'numbers',
    title: '编号',
    groups: [
      {
        title: '文书编号',
        note: '{short} 文号简称　{kind} 类型字　{stage} 阶段　{letter} 函件字　{year} 年份　{seq} 序号',
        lines: numberSeries.map(series => ({
          key: series.id,
          title: series.label,
          text: [
            series.pattern,
            series.reset === 'yearly' ? '每年从 1 起' : '不分年度连续编号',
            ...(series.perKind ? ['各类案件分别编号'] : []),
            ...(series.perStage ? ['各阶段分别编号'] : []),
            ...(series.perLetter ? ['各种函件分别编号'] : []),
            ...(series.padding > 1 ? [`序号至少 ${series.padding} 位`] : []),
          ].join('；'),
          basis: series.basis,
        })),
      },
      {
        title: '档号',
        note: '{fonds} 全宗号　{category} 类别　{year} 年度　{retention} 保管期限　{seq} 案卷号',
        lines: [
          {
            key: 'archive-number',
            title: '格式',
            text: `${archiveNumber.pattern}；案卷号至少 ${archiveNumber.width} 位`,
            basis: archiveNumber.basis,
          },
          {
            key: 'archive-categories',
            title: '类别',
            text: archiveNumber.categories.map(one => `${one.code} ${one.label}`).join('；'),
            basis: archiveNumber.basis,
          },
        ],
      },
    ],
  }
}

/** 指派: who may be assigned to which case. */
export function assignmentSection(pack: RulePack): PackSection {
  return {
    id: 'assignment',
    title: '指派条件',
    groups: [
      {
        title: '承办人条件',
        lines: pack.assignmentRules.map(rule => ({
          key: rule.id,
          title: rule.label,
          text: [caseWords(rule.when, pack), demand(rule, pack), rule.severity === 'refuse' ? '不符合的不能指派' : '只提醒'].join(
            '；',
          ),
          basis: rule.basis,
        })),
      },
      {
        title: '利益冲突',
        note: '登记申请和指派时查；按证件号码、人员登记或者姓名比对',
        lines: pack.conflictRules.map(rule => ({
          key: `conflict.${rule.id}`,
          title: rule.label,
          text: rule.severity === 'reason' ? '登记处理理由后才能继续' : '只提醒',
          basis: rule.basis,
        })),
      },
      hidingGroup('保密住址和电话', pack.privacy.protectionGrounds, pack),
      hidingGroup('限定知悉范围', pack.privacy.restrictionGrounds, pack),
    ],
  }
}

/** 保密: each ground with what makes the app offer it. It is never set by itself. */
function hidingGroup(title: string, grounds: readonly HidingGround[], pack: RulePack): PackGroup {
  const words = ({ scopes, causes, factWords, personCategories }: OfferWhen): string =>
    [
      ...(scopes ?? []).map(code => labelOf(pack.codes.scopes, code)),
      ...(personCategories ?? []).map(code => labelOf(pack.codes.personCategories, code)),
      ...(causes ?? []),
      ...(factWords ?? []).map(word => `案情写有“${word}”`),
    ].join('、')
  return {
    title,
    note: '只提示，由人决定',
    lines: grounds.map(ground => ({
      key: `hiding.${ground.code}`,
      title: ground.label,
      text: Object.keys(ground.offerWhen).length === 0 ? '由经办人选择' : `提示：${words(ground.offerWhen)}`,
      basis: ground.basis,
    })),
  }
}

function demand({ requires }: AssignmentRule, pack: RulePack): string {
  switch (requires.kind) {
    case 'years':
      return `${requires.of === 'practice' ? '执业' : '刑事辩护经验'}满 ${requires.atLeast} 年`
    case 'handler-kind':
      return `由${requires.oneOf.map(kind => labelOf(pack.codes.handlerKinds, kind)).join('、')}承办`
    case 'no-conflict':
      return '没有利害关系'
    case 'confirmation':
      return `须确认：${requires.question}`
    default:
      return requires satisfies never
  }
}

/** 补贴: each table with its tiers, adjustments, costs and who gets none. */
export function subsidySection(pack: RulePack): PackSection {
  return { id: 'subsidy', title: '补贴', groups: pack.subsidyTables.flatMap(table => tableGroups(table, pack)) }
}

const ROUNDING_WORDS = { 'half-up': '四舍五入到分', down: '不足一分的舍去', up: '不足一分的进一' } as const

function tableGroups(table: SubsidyTable, pack: RulePack): readonly PackGroup[] {
  const own = (name: string): string => `${table.name}　${name}`
  return [
    {
      title: own('档次'),
      note: `${span(table.from, table.to)}，按结案日选用，用最先符合的一档`,
      lines: [
        ...table.tiers.map(tier => ({
          key: `${table.id}.${tier.id}`,
          title: tier.label,
          text: `${caseWords(tier.when, pack)}；${amountWords(tier.amount)}`,
          basis: tier.basis,
        })),
        { key: `${table.id}.rounding`, title: '零头', text: ROUNDING_WORDS[table.rounding], basis: table.basis },
        ...(table.cap
          ? [
              {
                key: `${table.id}.cap`,
                title: table.cap.label,
                text: `合计不超过 ${formatYuan(table.cap.fen)} 元`,
                basis: table.cap.basis,
              },
            ]
          : []),
      ],
    },
    {
      title: own('增减'),
      ...(table.adjustments.length === 0 ? { note: '没有规定' } : {}),
      lines: table.adjustments.map(one => adjustmentLine(one, table, pack)),
    },
    {
      title: own('直接费用'),
      note: '据实列支',
      lines: table.directCosts.map(cost => ({
        key: `${table.id}.${cost.id}`,
        title: cost.label,
        text: [...(cost.requiresApproval ? ['须主任批准'] : []), ...(cost.needsVoucher ? ['凭票据'] : ['不需票据'])].join('；'),
        basis: cost.basis,
      })),
    },
    { title: own('不领取补贴'), lines: table.excludedHandlers.map(one => excludedLine(one, table, pack)) },
  ]
}

function amountWords(amount: TierAmount): string {
  if (amount.kind === 'fixed') return `${formatYuan(amount.fen)} 元`
  const most = amount.maxFen === null ? '以上' : ` 至 ${formatYuan(amount.maxFen)} 元`
  const unchosen = amount.whenNotChosen === 'minimum' ? '未选定金额时按下限' : '须选定金额'
  return `${formatYuan(amount.minFen)} 元${most}；${unchosen}`
}

function adjustmentLine(one: SubsidyAdjustment, table: SubsidyTable, pack: RulePack): PackLine {
  const grades = (one.qualityGrades ?? []).map(grade => labelOf(pack.codes.qualityGrades, grade))
  const parts = [caseWords(one.when, pack), ...(grades.length > 0 ? [`质量评定 ${grades.join('、')}`] : []), effectWords(one)]
  return { key: `${table.id}.${one.id}`, title: one.label, text: parts.join('；'), basis: one.basis }
}

function effectWords({ effect }: SubsidyAdjustment): string {
  switch (effect.kind) {
    case 'percent':
      return `${effect.of === 'labour' ? '按基本补贴' : '按累计数'} ${effect.percent} %`
    case 'fixed':
      return effect.fen < 0 ? `减 ${formatYuan(-effect.fen)} 元` : `加 ${formatYuan(effect.fen)} 元`
    case 'per-further-recipient':
      return `从第二名受援人起每人加 ${formatYuan(effect.fen)} 元`
    case 'chosen-share':
      return `由主任定支付比例，${effect.minPercent} % 至 ${effect.maxPercent} %`
    default:
      return effect satisfies never
  }
}

function excludedLine(one: ExcludedHandler, table: SubsidyTable, pack: RulePack): PackLine {
  const who = [
    ...(one.publicEmployee ? ['公职人员'] : []),
    ...(one.handlerKinds ?? []).map(kind => labelOf(pack.codes.handlerKinds, kind)),
  ]
  return {
    key: `${table.id}.${one.id}`,
    title: one.label,
    text: `${who.join('、')}；直接费用${one.directCostsPaid ? '照付' : '也不付'}`,
    basis: one.basis,
  }
}
