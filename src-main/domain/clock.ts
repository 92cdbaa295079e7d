import { addDays, daysBetween, weekdayName } from './calendar-date.ts'
import { type ExplainedStep, factStep, stepOn } from './rule-basis.ts'
import type { PauseReason, TimeLimit, TimeRules } from './rule-pack/rule-pack.ts'

/** Working days of the office (工作日), 调休 included. Days after `knownThrough` follow weekends only: the order is not out yet. */
export type WorkingCalendar = {
  isWorkingDay(date: string): boolean
  /** Why a day is not a working day: 国庆节, 周日. Null for a working day. */
  nameOf(date: string): string | null
  readonly knownThrough: string
}

/**
 * A stretch during which a clock stands still. `from` is the day the notice was given: it is still counted, the days after it are
 * not, up to and including `to`, the day it was answered. Counting goes on the day after `to`. An open pause has `to` null.
 */
export type Pause = { readonly reason: PauseReason; readonly from: string; readonly to: string | null }

export type DeadlineQuestion = {
  /** Day of the event that starts the clock. */
  readonly start: string
  readonly limit: TimeLimit
  readonly rules: Pick<TimeRules, 'startExcludedBasis' | 'shiftBasis' | 'pauses'>
  readonly pauses: readonly Pause[]
  readonly calendar: WorkingCalendar
  readonly today: string
  /** Day on which the thing was done, null while it is open. */
  readonly doneOn?: string | null
}

export type ClockDay = { readonly date: string; readonly kind: 'start' | 'counted' | 'paused' | 'today' | 'future' | 'last' }

/** A clock (期限) worked out, in the shape the contract carries. */
export type Deadline = {
  readonly limit: string
  readonly label: string
  readonly startedOn: string
  readonly lastDay: string
  /** The last day before it was shifted to a working day; pauses are already in it. */
  readonly plainLastDay: string
  readonly shiftedBecause: string | null
  /** Days counted up to today or the day it was done, at most the limit. */
  readonly countedDays: number
  readonly pausedDays: number
  /** What it stands still for now, in the pack's words (补正中); null while it runs. */
  readonly pausedFor: string | null
  /** Days to the last day; negative when late. While paused: days of the limit that are still to be counted. */
  readonly daysLeft: number
  readonly state: 'running' | 'due-today' | 'overdue' | 'paused' | 'done' | 'done-late'
  readonly doneOn: string | null
  readonly days: readonly ClockDay[]
  readonly steps: readonly ExplainedStep[]
}

/**
 * Works out a statutory clock. The first day is left out where the limit says so; days on which it stands still (see `Pause`; only the
 * reasons the limit names) are left out; a last day that is not a working day moves to the next one. An open pause is reckoned as if
 * answered today, so the last day is then the earliest possible one. Nothing is counted by hours.
 * @throws RangeError when a date is not a day of the calendar.
 */
export function computeDeadline(question: DeadlineQuestion): Deadline {
  const { start, limit, calendar, today } = question
  const doneOn = question.doneOn ?? null
  const until = doneOn ?? today
  const pauses = question.pauses.filter(pause => limit.pausedBy.includes(pause.reason))
  const isPaused = (date: string): boolean => pauses.some(pause => date > pause.from && date <= (pause.to ?? until))
  const open = doneOn === null ? pauses.find(pause => pause.to === null && pause.from <= today) : undefined
  const isOpen = open !== undefined

  const kinds = new Map<string, 'counted' | 'paused' | 'skipped'>()
  const firstDay = limit.startExcluded ? addDays(start, 1) : start
  let counted = 0
  let countedDays = 0
  let pausedDays = 0
  let date = addDays(firstDay, -1)
  while (counted < limit.days) {
    date = addDays(date, 1)
    const kind = isPaused(date)
      ? 'paused'
      : limit.counting === 'working-days' && !calendar.isWorkingDay(date)
        ? 'skipped'
        : 'counted'
    kinds.set(date, kind)
    if (kind === 'counted') counted += 1
    if (kind === 'counted' && date <= until) countedDays += 1
    if (kind === 'paused') pausedDays += 1
  }
  const plainLastDay = date
  let lastDay = plainLastDay
  if (limit.shift === 'next-working-day') while (!calendar.isWorkingDay(lastDay)) lastDay = addDays(lastDay, 1)
  const shiftedBecause = lastDay === plainLastDay ? null : `逢${calendar.nameOf(plainLastDay) ?? '休息日'}顺延`

  const daysLeft = isOpen ? limit.days - countedDays : daysBetween(until, lastDay)
  return {
    limit: limit.id,
    label: limit.label,
    startedOn: start,
    lastDay,
    plainLastDay,
    shiftedBecause,
    countedDays,
    pausedDays,
    pausedFor: question.rules.pauses.find(rule => rule.reason === open?.reason)?.label ?? null,
    daysLeft,
    state: stateOf(doneOn, isOpen, daysLeft),
    doneOn,
    days: dayStrip({ start, lastDay, plainLastDay, today, doneOn, kinds }),
    steps: explain(question, pauses, { firstDay, plainLastDay, lastDay, until }),
  }
}

function stateOf(doneOn: string | null, isOpen: boolean, daysLeft: number): Deadline['state'] {
  if (doneOn !== null) return daysLeft < 0 ? 'done-late' : 'done'
  if (isOpen) return 'paused'
  if (daysLeft < 0) return 'overdue'
  return daysLeft === 0 ? 'due-today' : 'running'
}

type StripFacts = {
  readonly start: string
  readonly lastDay: string
  readonly plainLastDay: string
  readonly today: string
  readonly doneOn: string | null
  readonly kinds: ReadonlyMap<string, 'counted' | 'paused' | 'skipped'>
}

/** The days from the start to the last day. Days that the limit does not count, for whatever reason, are drawn as paused. */
function dayStrip(facts: StripFacts): readonly ClockDay[] {
  const days: ClockDay[] = []
  for (let date = facts.start; date <= facts.lastDay; date = addDays(date, 1)) days.push({ date, kind: dayKind(date, facts) })
  return days
}

function dayKind(date: string, { start, lastDay, plainLastDay, today, doneOn, kinds }: StripFacts): ClockDay['kind'] {
  const kind = kinds.get(date)
  if (date === start) return 'start'
  if (kind === 'paused' || kind === 'skipped') return 'paused'
  if (doneOn === null && date === today) return 'today'
  if (date === lastDay) return 'last'
  if (date > plainLastDay) return 'paused'
  return date <= (doneOn ?? today) ? 'counted' : 'future'
}

type Ends = { readonly firstDay: string; readonly plainLastDay: string; readonly lastDay: string; readonly until: string }

function explain({ start, limit, rules, calendar }: DeadlineQuestion, pauses: readonly Pause[], ends: Ends): ExplainedStep[] {
  const { firstDay, plainLastDay, lastDay, until } = ends
  const unit = limit.counting === 'working-days' ? '个工作日' : '日'
  const steps: ExplainedStep[] = [
    stepOn(limit.basis, limit.label, `自${limit.startLabel}起 ${limit.days} ${unit}内`, `${limit.days} ${unit}`),
    limit.startExcluded
      ? stepOn(rules.startExcludedBasis, '起算', `${start} ${limit.startLabel}，当日不计，自次日起算`, firstDay)
      : factStep('起算', `${start} ${limit.startLabel}，当日计入`, firstDay),
  ]
  for (const pause of pauses) {
    const rule = rules.pauses.find(one => one.reason === pause.reason)
    const days = Math.max(0, daysBetween(pause.from, pause.to ?? until))
    const detail =
      pause.to === null
        ? `${pause.from} 发出通知，当日计入，次日起停计，尚未答复`
        : `${pause.from} 发出通知，当日计入；${pause.to} 答复，停计至当日`
    if (rule) steps.push(stepOn(rule.basis, rule.label.replace(/中$/, ''), detail, `停计 ${days} 天`))
  }
  if (lastDay !== plainLastDay) {
    const why = calendar.nameOf(plainLastDay) ?? '休息日'
    steps.push(stepOn(rules.shiftBasis, '顺延', `${plainLastDay} 为${why}，顺延至其后第一个工作日`, lastDay))
  }
  steps.push(factStep('届满', `${lastDay} ${weekdayName(lastDay)}`, lastDay))
  if (lastDay > calendar.knownThrough)
    steps.push({
      ...factStep('节假日', `放假安排只公布到 ${calendar.knownThrough}，其后只按周末推算，公布后会重新计算`),
      confidence: 'L',
    })
  return steps
}
