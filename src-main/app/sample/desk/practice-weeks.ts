import { addDays } from '../../../domain/calendar-date.ts'
import type { WorkingCalendar } from '../../../domain/clock.ts'
import type { Center } from '../../center.ts'
import type { Perform } from '../../context.ts'
import type { SamplePlace } from '../sample-people.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { enterApplications } from './applications.ts'
import { enterClosings } from './closings.ts'
import { enterCourses } from './courses.ts'
import { enterNotices } from './notices.ts'
import { PracticeDesk, type Who } from './practice-desk.ts'
import { PracticeDiary } from './practice-diary.ts'
import { enterRegisters } from './registers.ts'
import { enterStations } from './stations.ts'
import { enterVisits } from './visits.ts'

const CHAPTERS = [enterStations, enterVisits, enterApplications, enterCourses, enterNotices, enterClosings, enterRegisters]
/** How many working days the practice desk's diary goes back. */
const WORKDAYS = 30

export type PracticeWeeks = {
  readonly perform: Perform
  /** Accounts that act. */
  readonly staff: Readonly<Record<Who, string>>
  readonly random: SeededRandom
  readonly place: SamplePlace
  readonly newId: () => string
  /** The days of the diary, from `practiceDays`. */
  readonly days: readonly string[]
  /** Awaited before each act; what it throws stops the work. */
  readonly onAct: (done: number, total: number) => Promise<void>
}

/** Today and the working days (工作日) before it, the last one first, as far back as the diary goes. */
export function practiceDays(calendar: WorkingCalendar, today: string): readonly string[] {
  const days = [today]
  for (let day = addDays(today, -1); days.length <= WORKDAYS; day = addDays(day, -1))
    if (calendar.isWorkingDay(day)) days.push(day)
  return days
}

/**
 * Lives through the last weeks of the practice desk: every door, every course an application may take, every list with rows, all through the
 * operations that a person would use and dated by a clock that stands on each of those days.
 */
export async function livePracticeWeeks(center: Center, weeks: PracticeWeeks): Promise<void> {
  const diary = new PracticeDiary()
  for (const enter of CHAPTERS) enter(diary)
  const { clerk, director, archivist } = weeks.staff
  const sessions = {
    clerk: center.startSession(clerk),
    director: center.startSession(director),
    archivist: center.startSession(archivist),
  }
  const desk = new PracticeDesk({
    perform: weeks.perform,
    sessions,
    consultantId: clerk,
    random: weeks.random,
    place: weeks.place,
    workdays: weeks.days,
  })
  const end = center.now()
  let now = end
  try {
    await center.atPracticeTime({ now: () => now, newId: weeks.newId }, async () => {
      for (const [done, { workdaysBack, time, act }] of diary.inOrder().entries()) {
        await weeks.onAct(done, diary.length)
        now = workdaysBack === 0 ? end : new Date(`${desk.day(workdaysBack)}T${time}:00+08:00`)
        await act(desk)
      }
    })
  } finally {
    for (const session of Object.values(sessions)) center.endSession(session)
  }
}
