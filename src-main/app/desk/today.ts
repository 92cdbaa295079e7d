import type { OutputOf } from '../../contract/index.ts'
import { missingHolidays } from '../../domain/holiday-file.ts'
import { listRecentActs } from '../../store/desk-store.ts'
import type { QueryContext } from '../context.ts'
import { monthFigures } from './month-figures.ts'
import { waitingGroups } from './waiting-groups.ts'

type Today = OutputOf<'desk.today'>

const RECENT_ACTS = 12

/** What waits for this person today (今天), with the month's figures and what was done last. */
export async function today(ctx: QueryContext): Promise<Today> {
  const [groups, recent, month] = await Promise.all([waitingGroups(ctx), listRecentActs(ctx.db, RECENT_ACTS), monthFigures(ctx)])
  const standings = groups.flatMap(group => group.rows.map(row => row.clock?.state ?? row.due))
  const count = (standing: (typeof standings)[number]) => standings.filter(one => one === standing).length
  return {
    today: ctx.today,
    groups,
    dueToday: count('due-today'),
    overdue: count('overdue'),
    paused: count('paused'),
    holidayWarning: missingHolidays(ctx.today, ctx.calendar.knownThrough),
    month,
    // The lines are read by everyone and carry names: those of hidden matters are left out.
    recent: recent
      .filter(one => !ctx.concealment.isHidden(one.subject_id))
      .map(one => ({ at: one.at, by: one.actor_name, what: one.summary })),
  }
}
