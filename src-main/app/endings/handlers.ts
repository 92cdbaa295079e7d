import { command, type HandlersOf } from '../context.ts'
import { deemWithdrawn } from './deem-withdrawn.ts'
import { confirmHandedOver, handOver } from './hand-over.ts'
import { rejectAsNotOurs } from './not-ours.ts'

/** How a review ends without a decision: deemed withdrawn (视为撤回), not for this center, handed over (移送). */
export const endingHandlers: HandlersOf<'endings'> = {
  'endings.deemWithdrawn': command(deemWithdrawn),
  'endings.notOurs': command(rejectAsNotOurs),
  'endings.handOver': command(handOver),
  'endings.confirmHandOver': command(confirmHandedOver),
}
