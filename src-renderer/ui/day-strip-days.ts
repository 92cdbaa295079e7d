import type { ClockView } from '../../src-main/contract/common.ts'
import { longMonthDay, weekday } from './day-text.ts'

export type StripDay = {
  readonly key: string
  readonly kind: string
  readonly face: string
  readonly caption: string
  readonly spoken: string
}

const spokenKinds: Record<ClockView['days'][number]['kind'], string> = {
  start: '收到',
  counted: '已计',
  paused: '停计',
  today: '今天',
  future: '未到',
  last: '届满',
}

/**
 * The cells of a day strip: at most `most` days, keeping the first, the last and the days around today; a long run left out
 * becomes one `…` cell. Counted days carry their count, the ends carry `startWord` and 届满.
 */
export function stripDays(days: ClockView['days'], most = 13, startWord = '收到'): readonly StripDay[] {
  let count = 0
  const cells = days.map((day, index): StripDay => {
    if (day.kind !== 'start' && day.kind !== 'paused') count += 1
    const caption =
      day.kind === 'start'
        ? startWord
        : day.kind === 'today'
          ? '今天'
          : day.kind === 'last'
            ? '届满'
            : day.kind === 'paused'
              ? ''
              : String(count)
    const position = day.kind === 'counted' || day.kind === 'today' ? `第 ${count} 日，` : ''
    return {
      key: `${day.date}-${index}`,
      kind: day.kind,
      face: String(Number(day.date.slice(8, 10))),
      caption,
      spoken: `${longMonthDay(day.date)} ${weekday(day.date)}，${position}${day.kind === 'start' ? startWord : spokenKinds[day.kind]}`,
    }
  })
  if (cells.length <= most) return cells
  const today = days.findIndex(day => day.kind === 'today')
  const centre = today === -1 ? days.length - 1 : today
  const room = most - 4
  const from = Math.max(1, Math.min(centre - Math.floor(room / 2), cells.length - 1 - room))
  const to = Math.min(cells.length - 1, from + room)
  const gap = (key: string, left: number): readonly StripDay[] =>
    left > 0 ? [{ key, kind: 'gap', face: '…', caption: '', spoken: `略去 ${left} 天` }] : []
  return [
    ...cells.slice(0, 1),
    ...gap('gap-before', from - 1),
    ...cells.slice(from, to),
    ...gap('gap-after', cells.length - 1 - to),
    ...cells.slice(-1),
  ]
}
