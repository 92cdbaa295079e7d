import { daysBetween } from '../../../src-main/domain/calendar-date.ts'
import { monthDay } from '../../ui/day-text.ts'
import type { Stage, StageState } from '../../ui/stages.tsx'
import { type CaseDetail, subsidyWord } from './case-words.ts'

type StageFacts = Pick<
  CaseDetail,
  'status' | 'openedOn' | 'closedOn' | 'closing' | 'papersReviewedOn' | 'assignment' | 'earlierAssignments' | 'subsidy' | 'volume'
> & {
  readonly application: { readonly receivedOn: string } | null
  readonly decision: { readonly decidedOn: string } | null
}

/**
 * The stages of a case (申请 审查 决定 指派 承办 结案 补贴 归档) with the day of each; one without an application begins with 立案. Subsidy and archive run side by side after
 * the closing papers were accepted, so both may be current.
 */
export function caseStages(facts: StageFacts, today: string): readonly Stage[] {
  const { status, assignment, closing, subsidy, volume } = facts
  if (status === 'historic') return oldStages(facts)
  const isAssigned = assignment !== null
  const isClosed = closing !== null
  const isAccepted = status === 'awaiting-volume' || status === 'sealed'
  const isPaid = isSettled(subsidy)
  const isSealed = status === 'sealed'
  const first = facts.earlierAssignments[0]?.assignedOn ?? assignment?.assignedOn ?? null
  return [
    ...openingStages(facts),
    { name: '指派', state: isAssigned ? 'done' : 'current', note: assignment ? monthDay(assignment.assignedOn) : '待指派' },
    {
      name: '承办',
      state: isClosed ? 'done' : isAssigned ? 'current' : 'ahead',
      note: first === null ? '' : isClosed ? duration(first, closing.closedOn) : `第 ${daysBetween(first, today)} 日`,
    },
    { name: '结案', state: isAccepted ? 'done' : isClosed ? 'current' : 'ahead', note: closingNote(facts) },
    { name: '补贴', state: isPaid ? 'done' : isAccepted ? 'current' : 'ahead', note: subsidyNote(isAccepted, subsidy) },
    { name: '归档', state: archiveState(isSealed, volume !== null || isPaid), note: archiveNote(isSealed, volume !== null) },
  ]
}

/** A case of an old register (旧册案件) was opened, and closed where the register says so; nothing more is to come. */
function oldStages({ openedOn, closedOn }: StageFacts): readonly Stage[] {
  const closed: Stage = { name: '结案', state: closedOn === null ? 'ahead' : 'done', note: closedOn ?? '旧册未记载' }
  return [{ name: '立案', state: 'done', note: openedOn }, closed]
}

function openingStages({ application, decision, openedOn }: StageFacts): readonly Stage[] {
  if (!application || !decision) return [{ name: '立案', state: 'done', note: monthDay(openedOn) }]
  return [
    { name: '申请', state: 'done', note: monthDay(application.receivedOn) },
    { name: '审查', state: 'done', note: duration(application.receivedOn, decision.decidedOn) },
    { name: '决定', state: 'done', note: monthDay(decision.decidedOn) },
  ]
}

/** How long a stage took. */
function duration(from: string, to: string): string {
  const days = daysBetween(from, to)
  return days === 0 ? '当日' : `${days} 天`
}

/** Whether nothing is left to pay: it was paid, or approved with nothing due (不领取补贴). */
export function isSettled(subsidy: CaseDetail['subsidy']): boolean {
  return subsidy !== null && (subsidy.status === 'paid' || (subsidy.status === 'approved' && subsidy.totalFen === 0))
}

function closingNote(facts: StageFacts): string {
  switch (facts.status) {
    case 'awaiting-assignment':
    case 'handling':
      return ''
    case 'awaiting-papers':
      return '待交卷'
    case 'reviewing-papers':
      return '待审核'
    case 'awaiting-volume':
    case 'sealed':
    case 'historic':
      return facts.closing ? monthDay(facts.closing.closedOn) : ''
    default:
      return facts.status satisfies never
  }
}

function subsidyNote(isAccepted: boolean, subsidy: CaseDetail['subsidy']): string {
  if (subsidy) return subsidy.totalFen === 0 && isSettled(subsidy) ? '不领取' : subsidyWord(subsidy.status)
  return isAccepted ? '待编制' : ''
}

function archiveState(isSealed: boolean, isBegun: boolean): StageState {
  return isSealed ? 'done' : isBegun ? 'current' : 'ahead'
}

function archiveNote(isSealed: boolean, hasVolume: boolean): string {
  return isSealed ? '已封卷' : hasVolume ? '整理中' : ''
}
