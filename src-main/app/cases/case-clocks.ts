import type { ClockView } from '../../contract/common.ts'
import type { CaseStep } from '../../store/case-event-store.ts'
import { PAPERS_ACCEPTED, PAPERS_RECEIVED, PAPERS_RETURNED } from '../../store/case-event-store.ts'
import type { CaseLine } from '../../store/case-list-store.ts'
import { type CancelledClocks, NONE_CANCELLED } from '../clocks/cancelled-clocks.ts'
import { type ClockFacts, clockView, packOfRow } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'
import type { LoadedCase } from './load-case.ts'

type ClockContext = Pick<QueryContext, 'today' | 'calendar' | 'center' | 'inForce'>

/** The clock (期限) that runs on a case now: to assign, to hand in the closing papers, to mend them, or to review them. */
export function currentClock(
  ctx: ClockContext,
  line: Pick<
    CaseLine,
    'id' | 'status' | 'openedOn' | 'door' | 'closedOn' | 'papersReceivedOn' | 'papersReturnedOn' | 'packVersion'
  >,
  cancelled: CancelledClocks = NONE_CANCELLED,
): ClockView | null {
  const pack = packOfRow(ctx, line.packVersion)
  const open = (limit: ClockFacts['limit'], startedOn: string | null) =>
    startedOn === null
      ? null
      : clockView(ctx, { limit, pack, startedOn, doneOn: null, subject: { kind: 'case', id: line.id }, cancelled })
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
export function assignmentLimitOf(door: CaseLine['door']): 'assignment' | 'notified-assignment' {
  return door === 'notice' ? 'notified-assignment' : 'assignment'
}

/** Every clock of a case in the order in which they start, the finished ones with the day they were met. */
export function caseClocks(
  ctx: ClockContext,
  { record, assignments, assignment }: Pick<LoadedCase, 'record' | 'assignments' | 'assignment'>,
  events: readonly CaseStep[],
  cancelled: CancelledClocks = NONE_CANCELLED,
): ClockView[] {
  const pack = packOfRow(ctx, record.packVersion)
  const view = (facts: Pick<ClockFacts, 'limit' | 'startedOn' | 'doneOn'>, step: string, name: string | null) =>
    clockView(ctx, {
      ...facts,
      pack,
      subject: { kind: 'case', id: record.id },
      cancelled,
      holders: [{ name, step, from: facts.startedOn, until: facts.doneOn }],
    })
  const firstAssignedOn = assignments[0]?.assignedOn ?? null
  const handler = assignment?.handlerName ?? null
  const reviewer = events.filter(event => event.title === PAPERS_ACCEPTED).at(-1)?.by ?? null
  const received = events.filter(event => event.title === PAPERS_RECEIVED).map(event => event.date)
  const returned = events.filter(event => event.title === PAPERS_RETURNED).map(event => event.date)
  const lastReturn = returned.at(-1) ?? null
  const handedInAgain = lastReturn === null ? null : received.length > returned.length ? (received.at(-1) ?? null) : null
  const clocks = [
    record.status !== 'historic' &&
      view(
        { limit: assignmentLimitOf(record.door), startedOn: record.openedOn, doneOn: firstAssignedOn },
        '指派',
        record.decision?.decidedBy ?? null,
      ),
    record.closing &&
      view(
        {
          limit: 'closing-papers',
          startedOn: record.closing.closedOn,
          doneOn: received[0] ?? record.papersReceivedOn,
        },
        '承办人交卷',
        handler,
      ),
    lastReturn !== null &&
      view({ limit: 'closing-correction', startedOn: lastReturn, doneOn: handedInAgain }, '承办人补正', handler),
    record.papersReceivedOn !== null &&
      view(
        { limit: 'closing-review', startedOn: record.papersReceivedOn, doneOn: record.papersReviewedOn },
        '结案审核',
        reviewer,
      ),
  ]
  return clocks.filter(clock => clock !== null && clock !== false)
}
