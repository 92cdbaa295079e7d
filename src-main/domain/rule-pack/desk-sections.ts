import type { RulePack, TimeLimit } from './rule-pack.ts'
import type { PackLine, PackSection } from './sections.ts'

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
