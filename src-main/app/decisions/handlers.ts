import { command, type HandlersOf } from '../context.ts'
import { decide } from './decide.ts'

/** The director's decisions (审批决定). */
export const decisionHandlers: HandlersOf<'decisions'> = {
  'decisions.decide': command(decide),
}
