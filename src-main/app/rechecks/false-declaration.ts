import type { OutputOf } from '../../contract/index.ts'
import { addDays } from '../../domain/calendar-date.ts'
import { clauseOf } from '../../domain/rule-basis.ts'
import { findFalseDeclaration, subsidySums } from '../../store/recheck-store.ts'
import type { QueryContext } from '../context.ts'

type Ctx = Pick<QueryContext, 'db' | 'pack' | 'calendar'>

/** A false declaration (申报不实) found about an application, with what it costs and by when it is decided; null when there is none. */
export async function falseDeclaration(ctx: Ctx, applicationId: string): Promise<OutputOf<'rechecks.finding'>> {
  const found = await findFalseDeclaration(ctx.db, applicationId)
  const rules = ctx.pack.hardship.recheck
  if (!found || found.checked_on === null) return null
  const sums = found.case_id === null ? { paidFen: 0, unpaidFen: 0 } : await subsidySums(ctx.db, found.case_id)
  return {
    id: found.id,
    applicationId,
    applicationNumber: found.application_number,
    checkedOn: found.checked_on,
    checkedBy: found.checker_name,
    way: found.way ?? '',
    finding: found.finding ?? '',
    caseId: found.case_id,
    caseNumber: found.case_number,
    recoverFen: sums.paidFen,
    unpaidFen: sums.unpaidFen,
    decideBy: rules?.decisionDays ? workingDayFrom(addDays(found.checked_on, rules.decisionDays), ctx) : null,
    terminationClause: rules ? clauseOf(rules.falseBasis) : '',
    costClause: rules ? clauseOf(rules.costBasis) : '',
  }
}

function workingDayFrom(day: string, { calendar }: Pick<QueryContext, 'calendar'>): string {
  return calendar.isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1), { calendar })
}
