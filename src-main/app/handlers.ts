import { applicationHandlers } from './applications/handlers.ts'
import { archiveHandlers } from './archives/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { backupHandlers } from './backup/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { centerHandlers } from './center/handlers.ts'
import { clockHandlers } from './clocks/handlers.ts'
import { closingHandlers } from './closing/handlers.ts'
import { conflictHandlers } from './conflicts/handlers.ts'
import { consultationHandlers } from './consultations/handlers.ts'
import type { Handlers } from './context.ts'
import { cooperationHandlers } from './cooperation/handlers.ts'
import { decisionHandlers } from './decisions/handlers.ts'
import { deliveryHandlers } from './deliveries/handlers.ts'
import { deskHandlers } from './desk/handlers.ts'
import { endingHandlers } from './endings/handlers.ts'
import { holidayHandlers } from './holidays/handlers.ts'
import { importHandlers } from './imports/handlers.ts'
import { noticeHandlers } from './notices/handlers.ts'
import { numberingHandlers } from './numbering/handlers.ts'
import { objectionHandlers } from './objections/handlers.ts'
import { packHandlers } from './packs/handlers.ts'
import { paperHandlers } from './papers/handlers.ts'
import { peopleHandlers } from './people/handlers.ts'
import { privacyHandlers } from './privacy/handlers.ts'
import { procedureHandlers } from './procedure/handlers.ts'
import { providerHandlers } from './providers/handlers.ts'
import { queueHandlers } from './queue/handlers.ts'
import { recheckHandlers } from './rechecks/handlers.ts'
import { reportHandlers } from './reports/handlers.ts'
import { reviewHandlers } from './reviews/handlers.ts'
import { sampleHandlers } from './sample/handlers.ts'
import { sealHandlers } from './seal/handlers.ts'
import { searchHandlers } from './search/handlers.ts'
import { stationHandlers } from './stations/handlers.ts'
import { subsidyHandlers } from './subsidies/handlers.ts'
import { urgentAidHandlers } from './urgent-aid/handlers.ts'
import { draftHandlers, sessionHandlers, userHandlers } from './users/handlers.ts'

/** Every operation of the contract with the procedure that answers it. */
export const handlers: Handlers = {
  ...centerHandlers,
  ...sessionHandlers,
  ...userHandlers,
  ...draftHandlers,
  ...peopleHandlers,
  ...privacyHandlers,
  ...conflictHandlers,
  ...consultationHandlers,
  ...queueHandlers,
  ...applicationHandlers,
  ...decisionHandlers,
  ...recheckHandlers,
  ...noticeHandlers,
  ...procedureHandlers,
  ...reviewHandlers,
  ...cooperationHandlers,
  ...endingHandlers,
  ...urgentAidHandlers,
  ...objectionHandlers,
  ...deliveryHandlers,
  ...sealHandlers,
  ...stationHandlers,
  ...providerHandlers,
  ...caseHandlers,
  ...closingHandlers,
  ...subsidyHandlers,
  ...archiveHandlers,
  ...paperHandlers,
  ...reportHandlers,
  ...numberingHandlers,
  ...packHandlers,
  ...auditHandlers,
  ...backupHandlers,
  ...searchHandlers,
  ...deskHandlers,
  ...clockHandlers,
  ...holidayHandlers,
  ...sampleHandlers,
  ...importHandlers,
}
