import { command, type HandlersOf } from '../context.ts'
import { acceptPapers } from './accept-papers.ts'
import { receivePapers } from './receive-papers.ts'
import { recordClosing } from './record-closing.ts'
import { returnPapers } from './return-papers.ts'

/** From the result of a case (结案) to its accepted papers. */
export const closingHandlers: HandlersOf<'closing'> = {
  'closing.record': command(recordClosing),
  'closing.receivePapers': command(receivePapers),
  'closing.acceptPapers': command(acceptPapers),
  'closing.returnPapers': command(returnPapers),
}
