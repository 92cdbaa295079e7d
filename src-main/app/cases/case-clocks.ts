import type { ClockView } from '../../contract/common.ts'
import type { CaseStep } from '../../store/case-event-store.ts'
import { PAPERS_RECEIVED, PAPERS_RETURNED } from '../../store/case-event-store.ts'
import type { CaseLine } from '../../store/case-list-store.ts'
import type { CaseRecord } from '../../store/case-store.ts'
import { clockView, packOfRow } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'

type ClockContext = Pick<QueryContext, 'today' | 'calendar' | 'center' | 'inForce'>

/** The clock (期限) that runs on a case now: to assign, to hand in the closing papers, to mend them, or to review them. */
export function currentClock(
  ctx: ClockContext,
  line: Pick<CaseLine, 'status' | 'openedOn' | 'door' | 'closedOn' | 'papersReceivedOn' | 'papersReturnedOn' | 'packVersion'>,
): ClockView | null {
  const pack = packOfRow(ctx, line.packVersion)
  const open = (limit: Parameters<typeof clockView>[1]['limit'], startedOn: string | null) =>
    startedOn === null ? null : clockView(ctx, { limit, pack, startedOn, doneOn: null })
  switch (line.status) {
    case 'awaiting-assignment':
      return open(assignmentLimitOf(line.door), line.openedOn)
    case 'awaiting-papers':
      return line.papersReturnedOn === null
        ? open('closing-papers', line.closedOn)
        : open('closing-correction', line.papersReturnedOn)
    case 'reviewing-papers':
      return open('closing-review', line.papersReceivedOn)
    case 'handling':
    case 'awaiting-volume':
    case 'sealed':
    case 'historic':
      return null
    default:
      return line.status satisfies never
  }
}

/** The time limit for assigning (指派期限): its own for what an organ notified. */
export function assignmentLimitOf(door: CaseRecord['door']): 'assignment' | 'notified-assignment' {
  return door === 'notice' ? 'notified-assignment' : 'assignment'
}

/** Every clock of a case in the order in which they start, the finished ones with the day they were met. */
export function caseClocks(
  ctx: ClockContext,
  record: CaseRecord,
  firstAssignedOn: string | null,
  events: readonly CaseStep[],
): ClockView[] {
  const pack = packOfRow(ctx, record.packVersion)
  const received = events.filter(event => event.title === PAPERS_RECEIVED).map(event => event.date)
  const returned = events.filter(event => event.title === PAPERS_RETURNED).map(event => event.date)
  const lastReturn = returned.at(-1) ?? null
  const handedInAgain = lastReturn === null ? null : received.length > returned.length ? (received.at(-1) ?? null) : null
  const clocks = [
    record.status !== 'historic' &&
      clockView(ctx, { limit: assignmentLimitOf(record.door), pack, startedOn: record.openedOn, doneOn: firstAssignedOn }),
    record.closing &&
      clockView(ctx, {
        limit: 'closing-papers',
        pack,
        startedOn: record.closing.closedOn,
        doneOn: received[0] ?? record.papersReceivedOn,
      }),
    lastReturn !== null && clockView(ctx, { limit: 'closing-correction', pack, startedOn: lastReturn, doneOn: handedInAgain }),
    record.papersReceivedOn !== null &&
      clockView(ctx, { limit: 'closing-review', pack, startedOn: record.papersReceivedOn, doneOn: record.papersReviewedOn }),
  ]
  return clocks.filter(clock => clock !== null && clock !== false)
}
