import type { z } from 'zod'
import { applicationOperations, decisionOperations } from './applications.ts'
import { archiveOperations } from './archives.ts'
import { caseOperations } from './cases.ts'
import { centerOperations } from './center.ts'
import { clockOperations } from './clocks.ts'
import { closingOperations } from './closing.ts'
import { conflictOperations } from './conflicts.ts'
import { consultationOperations } from './consultations.ts'
import { cooperationOperations } from './cooperation.ts'
import { deliveryOperations } from './deliveries.ts'
import { endingOperations } from './endings.ts'
import { holidayOperations } from './holidays.ts'
import { importOperations } from './imports.ts'
import { noticeOperations } from './notices.ts'
import { numberingOperations } from './numbering.ts'
import { objectionOperations } from './objections.ts'
import type { Operation } from './operation.ts'
import { packDraftOperations } from './pack-drafts.ts'
import { peopleOperations } from './people.ts'
import { privacyOperations } from './privacy.ts'
import { procedureOperations } from './procedure.ts'
import { providerOperations } from './providers.ts'
import { queueOperations } from './queue.ts'
import { recheckOperations } from './rechecks.ts'
import {
  auditOperations,
  backupOperations,
  deskOperations,
  packOperations,
  paperOperations,
  reportOperations,
  sampleOperations,
  searchOperations,
} from './records.ts'
import { reviewOperations } from './reviews.ts'
import { sealOperations } from './seal.ts'
import { stationOperations } from './stations.ts'
import { subsidyOperations } from './subsidies.ts'
import { urgentAidOperations } from './urgent-aid.ts'
import { userOperations } from './users.ts'

/** Everything that may be asked of the core, by name. The window, the headless entry and the tests all go through it. */
export const contract = {
  ...centerOperations,
  ...userOperations,
  ...peopleOperations,
  ...privacyOperations,
  ...conflictOperations,
  ...consultationOperations,
  ...queueOperations,
  ...applicationOperations,
  ...decisionOperations,
  ...recheckOperations,
  ...noticeOperations,
  ...procedureOperations,
  ...reviewOperations,
  ...cooperationOperations,
  ...endingOperations,
  ...urgentAidOperations,
  ...objectionOperations,
  ...deliveryOperations,
  ...sealOperations,
  ...stationOperations,
  ...providerOperations,
  ...caseOperations,
  ...closingOperations,
  ...subsidyOperations,
  ...archiveOperations,
  ...paperOperations,
  ...reportOperations,
  ...numberingOperations,
  ...packOperations,
  ...packDraftOperations,
  ...auditOperations,
  ...backupOperations,
  ...searchOperations,
  ...deskOperations,
  ...clockOperations,
  ...holidayOperations,
  ...sampleOperations,
  ...importOperations,
} satisfies Record<string, Operation>

export type Contract = typeof contract
export type OperationName = keyof Contract
/** What a caller writes (before defaults are filled in). */
export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>
/** What the handler receives (parsed). */
export type ParsedInputOf<Name extends OperationName> = z.output<Contract[Name]['input']>
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]['output']>
