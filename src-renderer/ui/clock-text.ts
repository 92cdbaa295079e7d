import type { ClockSummary, ClockView } from '../../src-main/contract/common.ts'
import { dayNumber, longMonthDay, monthDay, weekday } from './day-text.ts'

export type ClockWords = {
  readonly word: string
  readonly look: 'plenty' | 'near' | 'late' | 'paused' | 'met' | 'cancelled'
  /** The last day and why it is not the plain count. */
  readonly aside: string
  /** The whole state in one sentence, for a screen reader. */
  readonly spoken: string
}

/** At or below this many days left the clock turns amber. A matter of looks, not of law. */
const NEAR_DAYS = 3

function why(clock: ClockSummary): string {
  if (clock.pausedDays > 0) return `已扣 ${clock.pausedDays} 天`
  if (clock.shiftedBecause) return clock.shiftedBecause
  return weekday(clock.lastDay)
}

/** The words of a statutory clock (期限), in the order how much is left, the last day, why it is not the plain count. */
export function clockWords(clock: ClockSummary): ClockWords {
  const last = monthDay(clock.lastDay)
  const spokenLast = `${clock.label}，最后一天 ${clock.lastDay} ${weekday(clock.lastDay)}${clock.pausedDays > 0 ? `，已扣 ${clock.pausedDays} 天` : ''}`
  switch (clock.state) {
    case 'running':
    case 'due-today': {
      if (clock.daysLeft <= 0)
        return { word: '今天到期', look: 'near', aside: `${last} ${why(clock)}`, spoken: `今天到期，${spokenLast}` }
      const word = `剩 ${clock.daysLeft} 天`
      return {
        word,
        look: clock.daysLeft <= NEAR_DAYS ? 'near' : 'plenty',
        aside: `${last} ${why(clock)}`,
        spoken: `${word}，${spokenLast}`,
      }
    }
    case 'overdue': {
      const word = `超 ${Math.abs(clock.daysLeft)} 天`
      return { word, look: 'late', aside: `应于 ${last}`, spoken: `${word}，${spokenLast}` }
    }
    case 'paused': {
      const word = clock.pausedDays > 0 ? `暂停 ${clock.pausedDays} 天` : '已暂停'
      const reason = clock.pausedFor ?? ''
      return { word, look: 'paused', aside: reason, spoken: [word, reason, clock.label].filter(Boolean).join('，') }
    }
    case 'done':
    case 'done-late': {
      const doneOn = clock.doneOn ?? clock.lastDay
      const done = dayNumber(doneOn)
      const due = dayNumber(clock.lastDay)
      const early = done !== null && due !== null ? due - done : 0
      const margin = early > 0 ? `，早 ${early} 天` : early < 0 ? `，晚 ${-early} 天` : ''
      const word = clock.state === 'done' ? '按期' : `超 ${Math.abs(early)} 天办结`
      return {
        word,
        look: clock.state === 'done' ? 'met' : 'late',
        aside: `${monthDay(doneOn)}${margin}`,
        spoken: `${word}，${clock.label}，${doneOn} 办结`,
      }
    }
    case 'cancelled': {
      const by = clock.cancelled?.by ?? ''
      return {
        word: `${last} 到期`,
        look: 'cancelled',
        aside: `${by} 撤销`,
        spoken: `期限已由${by}撤销：${clock.cancelled?.reason ?? ''}，${spokenLast}`,
      }
    }
    default:
      return clock.state satisfies never
  }
}

/** The opened form's head: `剩 3 天，11月23日（周一）前决定` and under it how the days were counted. */
export function clockHeadline(clock: ClockView, verb: string): { readonly head: string; readonly detail: string } {
  const words = clockWords(clock)
  const lastDay = `${longMonthDay(clock.lastDay)}（${weekday(clock.lastDay)}）`
  const head =
    clock.state === 'done' || clock.state === 'done-late'
      ? `${words.word}　${words.aside}`
      : clock.state === 'paused'
        ? `${words.word}，${pauseLabels(clock).includes('异地协作') ? '补正、答复收齐' : '补正收齐'}后继续计`
        : clock.state === 'cancelled'
          ? `期限已撤销　${clock.cancelled?.reason ?? ''}`
          : `${words.word}，${lastDay}前${verb}`
  const counted = clock.days.filter(day => day.kind === 'counted' || day.kind === 'today').length
  const parts = [
    counted > 0 ? `第 ${counted} 日` : '',
    clock.pausedDays > 0 ? `${pauseLabels(clock).join('、')}停计 ${clock.pausedDays} 天` : '',
    clock.shiftedBecause ? `原 ${monthDay(clock.plainLastDay)} ${clock.shiftedBecause}` : '',
  ]
  return { head, detail: parts.filter(part => part !== '').join('　') }
}

/** Why days of the clock stood still, as its steps name it (补正、异地协作). */
function pauseLabels(clock: ClockView): readonly string[] {
  const named = clock.steps.filter(step => step.value?.startsWith('停计')).map(step => step.label)
  return named.length === 0 ? ['补正'] : [...new Set(named)]
}
