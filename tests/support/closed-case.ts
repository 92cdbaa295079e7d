import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/index.ts'
import { applicationInput } from './desk-inputs.ts'

/** How a test, or a child process of one, makes calls. */
export type Caller = <Name extends OperationName>(
  session: string | null,
  name: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name>>
type Sessions = { readonly director: string; readonly clerk: string }
type Closing = InputOf<'closing.record'>['closing']

/** What differs from the usual case: wages, first instance, one hearing, judgment, 郑国平. */
export type ClosedCaseOptions = {
  readonly application?: Parameters<typeof applicationInput>[0]
  readonly closing?: Partial<Closing>
}

/**
 * Takes a case from the desk to accepted closing papers (2026-06-08 to 2026-11-12), so that its volume may be opened. The
 * lawyer is 张晓蕾 of 安徽淮滨律师事务所.
 */
export async function makeClosedCase(call: Caller, { director, clerk }: Sessions, options: ClosedCaseOptions = {}) {
  const application = await call(
    clerk,
    'applications.submit',
    applicationInput({ receivedOn: '2026-06-08', ...options.application }),
  )
  const decision = await call(director, 'decisions.decide', {
    outcome: 'granted',
    applicationId: application.id,
    decidedOn: '2026-06-10',
    aidForms: ['civil-litigation'],
    opinion: '同意给予法律援助',
    version: application.version,
  })
  const caseId = decision.caseId ?? ''
  const handlerId = await findOrMakeLawyer(call, clerk)
  const opened = await call(clerk, 'cases.get', { id: caseId })
  const assigned = await call(clerk, 'cases.assign', {
    id: caseId,
    handlerId,
    assignedOn: '2026-06-12',
    version: opened.version,
  })
  const closing: Closing = {
    closedOn: '2026-10-12',
    closingBasis: '（2026）皖0303民初1688号民事判决书',
    closingMode: 'judgment',
    outcome: 'won',
    recoveredFen: 3_860_000,
    personsHelped: 1,
    hearings: 1,
    complexity: 'ordinary',
    summary: '代理起诉、出庭，判决支付工资。',
    ...options.closing,
  }
  const closed = await call(clerk, 'closing.record', { id: caseId, closing, version: assigned.version })
  const received = await call(clerk, 'closing.receivePapers', { id: caseId, receivedOn: '2026-11-10', version: closed.version })
  await call(clerk, 'closing.acceptPapers', { id: caseId, reviewedOn: '2026-11-12', version: received.version })
  return { caseId, applicationId: application.id, number: opened.number }
}

async function findOrMakeLawyer(call: Caller, clerk: string): Promise<string> {
  const known = (await call(clerk, 'providers.list', {})).flatMap(provider => provider.handlers)[0]
  if (known) return known.id
  const firm = { kind: 'law-firm', name: '安徽淮滨律师事务所', creditCode: null, phone: null, address: null, isActive: true }
  const provider = await call(clerk, 'providers.create', firm)
  const handler = await call(clerk, 'providers.createHandler', {
    providerId: provider.id,
    name: '张晓蕾',
    kind: 'lawyer',
    licenceNumber: null,
    practisingSince: '2015-03-01',
    criminalDefenceSince: '2015-03-01',
    isPublicEmployee: false,
    phone: null,
    certificateNumber: null,
    bankName: null,
    bankAccount: null,
    isActive: true,
  })
  return handler.id
}
