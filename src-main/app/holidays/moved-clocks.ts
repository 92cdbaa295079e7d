import type { ClockSummary } from '../../contract/common.ts'
import type { OutputOf } from '../../contract/index.ts'
import type { WorkingCalendar } from '../../domain/clock.ts'
import { listDeciding, listOwedCases } from '../../store/desk-store.ts'
import { listReviewCourses, NEW_COURSE } from '../../store/review-course-store.ts'
import { currentClock } from '../cases/case-clocks.ts'
import { applicationClock } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'

type Moved = OutputOf<'holidays.check'>['moved']
type OpenClock = {
  readonly title: string
  readonly openPath: string
  clockUnder(calendar: WorkingCalendar): Pick<ClockSummary, 'label' | 'lastDay'> | null
}

/** The open clocks (在走的期限) that would end on another day under other holidays. */
export async function movedClocks(ctx: QueryContext, calendar: WorkingCalendar): Promise<Moved> {
  return (await openClocks(ctx)).flatMap(({ title, openPath, clockUnder }) => {
    const before = clockUnder(ctx.calendar)
    const after = clockUnder(calendar)
    return before && after && before.lastDay !== after.lastDay
      ? [{ title, openPath, label: before.label, before: before.lastDay, after: after.lastDay }]
      : []
  })
}

async function openClocks(ctx: QueryContext): Promise<readonly OpenClock[]> {
  const deciding = await listDeciding(ctx.db)
  const courses = await listReviewCourses(
    ctx.db,
    deciding.map(row => row.id),
  )
  const applications = deciding.map(
    (row): OpenClock => ({
      title: row.name,
      openPath: `/applications/${row.id}`,
      clockUnder: calendar =>
        applicationClock({ ...ctx, calendar }, { ...row, closed_on: null }, courses.get(row.id) ?? NEW_COURSE),
    }),
  )
  const cases = (await listOwedCases(ctx.db)).map(
    (row): OpenClock => ({
      title: `${row.number}　${row.name}`,
      openPath: `/cases/${row.id}`,
      clockUnder: calendar =>
        currentClock(
          { ...ctx, calendar },
          {
            id: row.id,
            status: row.status,
            openedOn: row.opened_on,
            door: row.door,
            closedOn: row.closed_on,
            papersReceivedOn: row.papers_received_on,
            papersReturnedOn: row.papers_returned_on,
            packVersion: row.pack_version,
          },
        ),
    }),
  )
  return [...applications, ...cases]
}
