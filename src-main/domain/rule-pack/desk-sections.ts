import { standardSentence } from '../hardship/standard-words.ts'
import type { HardshipGround, HardshipRules, HardshipStandard } from './hardship.ts'
import type { RulePack, TimeLimit } from './rule-pack.ts'
import type { PackLine, PackSection } from './sections.ts'

/** 经济困难: the line, how income is counted, and the grounds without a check. */
export function hardshipSection({ hardship }: RulePack): PackSection {
  const { steps } = hardship
  return {
    id: 'hardship',
    title: '经济困难',
    groups: [
      { title: '经济困难标准', note: '按申请日选用', lines: hardship.standards.map(one => standardLine(one, hardship)) },
      {
        title: '核查步骤',
        lines: [
          { key: 'household', title: '家庭成员', text: '共同生活的家庭成员一并计算', basis: steps.household },
          { key: 'opponentExcluded', title: '对方当事人', text: '是家庭成员的，只看申请人本人', basis: steps.opponentExcluded },
          { key: 'income', title: '收入', text: '按家庭收入状况核查', basis: steps.income },
          { key: 'average', title: '平均', text: '按标准规定的月数平均', basis: steps.average },
          { key: 'comparison', title: '比较', text: '与经济困难标准比较', basis: steps.comparison },
          { key: 'declaration', title: '诚信承诺', text: '申请人书面承诺，如实说明', basis: steps.declaration },
        ],
      },
      {
        title: '不计入收入',
        lines: hardship.incomeExclusions.map(one => ({
          key: `excluded.${one.code}`,
          title: one.label,
          text: '',
          basis: one.basis,
        })),
      },
      { title: '免予核查', lines: hardship.waivedGrounds.map(groundLine) },
      { title: '不受经济困难条件限制', lines: hardship.notApplicableGrounds.map(groundLine) },
    ],
  }
}

function standardLine(standard: HardshipStandard, rules: HardshipRules): PackLine {
  return {
    key: standard.id,
    title: standard.name,
    text: `${standardSentence(standard, rules)}。${span(standard.from, standard.to)}`,
    basis: standard.basis,
  }
}

function groundLine(ground: HardshipGround): PackLine {
  return {
    key: ground.code,
    title: ground.label,
    text: ground.proofs.length === 0 ? '' : `证明材料：${ground.proofs.join('；')}`,
    basis: ground.basis,
  }
}

/** 自 2022-01-01 起施行 or 2022-01-01 至 2025-12-31. */
export function span(from: string, to: string | null): string {
  return to === null ? `自 ${from} 起施行` : `${from} 至 ${to} 施行`
}

/** 期限: how long each step may take, how days are counted and what stops the clock. */
export function timeSection({ time }: RulePack): PackSection {
  return {
    id: 'time',
    title: '期限',
    groups: [
      { title: '日数', lines: time.limits.map(limit => limitLine(limit, time.pauses)) },
      {
        title: '小时数',
        lines: time.hourLimits.map(limit => ({
          key: `hours.${limit.id}`,
          title: limit.label,
          text: `${limit.startLabel}起 ${limit.hours} 小时内`,
          basis: limit.basis,
        })),
      },
      {
        title: '怎样计算',
        lines: [
          { key: 'startExcluded', title: '起算', text: '开始的当天不算，从次日起算', basis: time.startExcludedBasis },
          { key: 'shift', title: '末日', text: '末日是休息日的，顺延到下一个工作日', basis: time.shiftBasis },
          ...time.pauses.map(pause => ({
            key: `pause-${pause.reason}`,
            title: pause.label,
            text: '所用日数不计入期限',
            basis: pause.basis,
          })),
          {
            key: 'urgent',
            title: '先行提供',
            text: `距时效、诉讼期间届满不足 ${time.urgent.daysBelow} 日的，可以先行提供援助`,
            basis: time.urgent.basis,
          },
        ],
      },
      {
        title: '放假和调休',
        note: time.dayArrangements.length === 0 ? '按程序所带的国务院放假安排，没有另加' : '在程序所带的国务院放假安排之外另加',
        lines: time.dayArrangements.map(day => ({
          key: day.date,
          title: day.date,
          text: day.isWorking ? `${day.name}　上班` : `${day.name}　放假`,
          basis: null,
        })),
      },
    ],
  }
}

function limitLine(limit: TimeLimit, pauses: RulePack['time']['pauses']): PackLine {
  const unit = limit.counting === 'working-days' ? '个工作日' : '日'
  const paused = limit.pausedBy.map(reason => pauses.find(pause => pause.reason === reason)?.label ?? reason)
  const parts = [
    `${limit.startLabel}起 ${limit.days} ${unit}内`,
    ...(limit.startExcluded ? [] : ['当天计入']),
    ...(limit.shift === 'none' ? ['末日不顺延'] : []),
    ...(paused.length > 0 ? [`${paused.join('、')}时暂停`] : []),
    ...(limit.active ? [] : ['未启用']),
  ]
  return { key: limit.id, title: limit.label, text: parts.join('；'), basis: limit.basis }
}
