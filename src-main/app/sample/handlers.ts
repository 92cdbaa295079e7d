import { practiceStatus } from '../../store/center-store.ts'
import { type HandlersOf, maintenance, query } from '../context.ts'

/** Practice data (练习数据): whether the center holds any, and throwing such a center away. */
export const sampleHandlers: HandlersOf<'sample'> = {
  'sample.status': query(async ({ db }) => practiceStatus(db)),
  'sample.throwAway': maintenance(async ({ center, actor }, { password }) => {
    await center.checkPassword(actor.userId, password)
    await center.throwAwayPractice()
    return {}
  }),
}
