import { command, type HandlersOf, query } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { assessHardship } from './assess-hardship.ts'
import { changeApplication } from './change-application.ts'
import { checkHardship } from './check-application.ts'
import { getApplication } from './get-application.ts'
import { listApplicationPage } from './list-applications.ts'
import { submitApplication } from './submit-application.ts'
import { askSupplement, receiveSupplement, withdrawApplication } from './supplement-application.ts'

/** Applications (申请) from the day they come in to the day they are decided or withdrawn. */
export const applicationHandlers: HandlersOf<'applications'> = {
  'applications.submit': command(submitApplication),
  'applications.update': command(changeApplication),
  'applications.get': query(getApplication),
  'applications.list': query(listApplicationPage),
  'applications.assessHardship': query(async (ctx, input) => {
    const problems = new FieldProblems()
    checkHardship(ctx, input.hardship, ['hardship'], problems)
    problems.refuseIfAny()
    return assessHardship(ctx, input)
  }),
  'applications.askSupplement': command(askSupplement),
  'applications.receiveSupplement': command(receiveSupplement),
  'applications.withdraw': command(withdrawApplication),
}
