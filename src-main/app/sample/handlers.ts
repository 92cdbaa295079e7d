import { practiceStatus } from '../../store/center-store.ts'
import { type HandlersOf, query } from '../context.ts'

export const sampleHandlers: HandlersOf<'sample'> = {
  'sample.status': query(async ({ db }) => practiceStatus(db)),
}
