import { listParties } from '../../store/application-party-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { notFound } from '../refusal.ts'
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
  'applications.revealParty': command(async (ctx, { id, position }) => {
    const party = (await listParties(ctx.db, id))[position]
    if (!party) throw notFound('当事人')
    const summary = `查看当事人 ${party.name} 的完整证件号码和电话`
    await ctx.audit({ subjectKind: 'application', subjectId: id, summary })
    return { certificateNumber: party.certificateNumber, phone: party.phone }
  }),
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
