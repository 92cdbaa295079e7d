import { applicationOfCase } from '../../store/recheck-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { addRecheck, drawRechecks } from './draw-rechecks.ts'
import { falseDeclaration } from './false-declaration.ts'
import { listAll } from './list-all.ts'
import { recordFinding } from './record-finding.ts'

/** Spot re-checks (抽查核实): drawing, recording, and what follows from a false declaration. */
export const recheckHandlers: HandlersOf<'rechecks'> = {
  'rechecks.draw': command(drawRechecks),
  'rechecks.add': command(addRecheck),
  'rechecks.record': command(recordFinding),
  'rechecks.list': query(listAll),
  'rechecks.finding': query(async (ctx, { kind, id }) => {
    const applicationId = kind === 'application' ? id : await applicationOfCase(ctx.db, id)
    return applicationId === undefined ? null : falseDeclaration(ctx, applicationId)
  }),
}
