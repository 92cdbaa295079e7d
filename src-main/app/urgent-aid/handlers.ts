import { command, type HandlersOf } from '../context.ts'
import { handInPapers, provideFirst } from './provide-first.ts'

/** Prior aid (先行提供法律援助). */
export const urgentAidHandlers: HandlersOf<'urgentAid'> = {
  'urgentAid.provide': command(provideFirst),
  'urgentAid.handIn': command(handInPapers),
}
