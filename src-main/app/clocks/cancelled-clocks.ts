import type { ClockSubject } from '../../contract/common.ts'
import { dayOfInstant } from '../../domain/calendar-date.ts'
import { type ClockCancellation, listCancellations } from '../../store/clock-store.ts'
import type { QueryContext } from '../context.ts'

/** The cancelled clocks (已撤销的期限) of some subjects. */
export type CancelledClocks = {
  /**
   * The cancellation that stands for a subject's clock, or null. A clock that started after it was cancelled is a new one (another
   * return of the papers, say) and runs.
   */
  standing(limit: string, subjectId: string, startedOn: string): ClockCancellation | null
}

/** Nothing is cancelled: for clocks that are not shown. */
export const NONE_CANCELLED: CancelledClocks = { standing: () => null }

/** Reads which clocks of the subjects are cancelled. */
export async function cancelledClocks(
  { db }: Pick<QueryContext, 'db'>,
  kind: ClockSubject['kind'],
  subjectIds: readonly string[],
): Promise<CancelledClocks> {
  const found = new Map<string, ClockCancellation>()
  for (const one of await listCancellations(db, kind, subjectIds))
    if (one.restored === null) found.set(`${one.limit} ${one.subjectId}`, one)
  return {
    standing(limit, subjectId, startedOn) {
      const one = found.get(`${limit} ${subjectId}`)
      return one && dayOfInstant(one.at) >= startedOn ? one : null
    },
  }
}
