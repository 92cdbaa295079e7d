import type { ClockSubject, ClockView } from '../../contract/common.ts'
import { findApplication } from '../../store/application-store.ts'
import { listCaseEvents } from '../../store/case-event-store.ts'
import { findPerson } from '../../store/person-store.ts'
import { findReviewCourse } from '../../store/review-course-store.ts'
import { caseClocks } from '../cases/case-clocks.ts'
import { loadCase } from '../cases/load-case.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'
import { cancelledClocks } from './cancelled-clocks.ts'
import { applicationClock } from './clock-view.ts'

/** Every clock (期限) of an application or a case, with words for what they run on. @throws Refusal NOT_FOUND. */
export async function subjectClocks(
  ctx: QueryContext,
  subject: ClockSubject,
): Promise<{ readonly clocks: readonly ClockView[]; readonly words: string; readonly openPath: string }> {
  const cancelled = await cancelledClocks(ctx, subject.kind, [subject.id])
  if (subject.kind === 'case') {
    const one = await loadCase(ctx, subject.id)
    return {
      clocks: caseClocks(ctx, one, await listCaseEvents(ctx.db, subject.id), cancelled),
      words: `案件 ${one.record.number}　${one.record.person.name}`,
      openPath: `/cases/${subject.id}`,
    }
  }
  const row = await findApplication(ctx.db, subject.id)
  if (!row) throw notFound('申请')
  const person = await findPerson(ctx.db, row.person_id)
  const clock = applicationClock(ctx, row, await findReviewCourse(ctx.db, row.id), cancelled)
  return {
    clocks: clock ? [clock] : [],
    words: `申请 ${row.number}　${person?.name ?? ''}`,
    openPath: `/applications/${subject.id}`,
  }
}
