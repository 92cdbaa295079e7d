import type { InputOf } from '../../src-main/contract/index.ts'
import { applicationInput } from './desk-inputs.ts'
import type { TestCenter } from './make-center.ts'

export type ProviderInput = InputOf<'providers.create'>
export type HandlerInput = InputOf<'providers.createHandler'>
export type Closing = InputOf<'closing.record'>['closing']

/** 安徽正淮律师事务所, a law firm, as typed at the desk. */
export function providerInput(more: Partial<ProviderInput> = {}): ProviderInput {
  return { kind: 'law-firm', name: '安徽正淮律师事务所', creditCode: null, phone: null, address: null, isActive: true, ...more }
}

/** 刘思远, a lawyer since 2017-03-01, as typed at the desk. */
export function handlerInput(providerId: string, more: Partial<HandlerInput> = {}): HandlerInput {
  return {
    providerId,
    name: '刘思远',
    kind: 'lawyer',
    licenceNumber: null,
    practisingSince: '2017-03-01',
    criminalDefenceSince: '2018-01-10',
    isPublicEmployee: false,
    phone: null,
    certificateNumber: null,
    bankName: '徽商银行蚌埠分行',
    bankAccount: '6217001234567890123',
    isActive: true,
    ...more,
  }
}

/** A civil judgment of 2026-11-06 after one hearing. */
export function closingInput(more: Partial<Closing> = {}): Closing {
  return {
    closedOn: '2026-11-06',
    closingBasis: '（2026）皖0303民初2417号民事判决书',
    closingMode: 'judgment',
    outcome: 'won',
    recoveredFen: 2_360_000,
    personsHelped: 1,
    hearings: 1,
    complexity: 'ordinary',
    summary: '代理起诉、出庭，判决支付工资。',
    ...more,
  }
}

export type CaseOptions = {
  readonly application?: Parameters<typeof applicationInput>[0]
  readonly aidForms?: readonly string[]
  readonly receivedOn?: string
  readonly decidedOn?: string
}

/** A reason (处理理由) for every conflict of interest that these parties meet, to go on with. */
export async function reasonsFor(center: TestCenter, parties: InputOf<'conflicts.check'>['parties']) {
  const findings = await center.call(center.clerk, 'conflicts.check', { parties })
  return findings.map(one => ({ key: one.key, reason: '主任同意，分由两所承办' }))
}

/** A case that waits for its handler: received 2026-10-08, granted 2026-10-12 unless told otherwise. */
export async function openCase(center: TestCenter, options: CaseOptions = {}) {
  const { call, clerk, director } = center
  const receivedOn = options.receivedOn ?? '2026-10-08'
  const application = await call(clerk, 'applications.submit', applicationInput({ receivedOn, ...options.application }))
  const decision = await call(director, 'decisions.decide', {
    outcome: 'granted',
    applicationId: application.id,
    decidedOn: options.decidedOn ?? '2026-10-12',
    aidForms: [...(options.aidForms ?? options.application?.aidForms ?? ['civil-litigation'])],
    opinion: '同意给予法律援助',
    version: application.version,
  })
  if (decision.caseId === null) throw new Error('no case was opened')
  return { id: decision.caseId, applicationId: application.id }
}

/** 安徽正淮律师事务所 with 刘思远. */
export async function hireHandler(
  center: TestCenter,
  handler: Partial<HandlerInput> = {},
  provider: Partial<ProviderInput> = {},
) {
  const { id: providerId } = await center.call(center.clerk, 'providers.create', providerInput(provider))
  const { id } = await center.call(center.clerk, 'providers.createHandler', handlerInput(providerId, handler))
  return { id, providerId }
}

/** Assigns a handler on 2026-10-13 unless told otherwise. */
export async function assignCase(center: TestCenter, caseId: string, handlerId: string, assignedOn = '2026-10-13') {
  const { version } = await center.call(center.clerk, 'cases.get', { id: caseId })
  return center.call(center.clerk, 'cases.assign', { id: caseId, handlerId, assignedOn, version })
}

/** Closes an assigned case, takes its papers in on 2026-11-10 and accepts them on 2026-11-12. */
export async function closeCase(center: TestCenter, caseId: string, closing: Partial<Closing> = {}) {
  const { call, clerk } = center
  const { version } = await call(clerk, 'cases.get', { id: caseId })
  const closed = await call(clerk, 'closing.record', { id: caseId, closing: closingInput(closing), version })
  const received = await call(clerk, 'closing.receivePapers', { id: caseId, receivedOn: '2026-11-10', version: closed.version })
  return call(clerk, 'closing.acceptPapers', { id: caseId, reviewedOn: '2026-11-12', version: received.version })
}

/** A case whose subsidy may be prepared. */
export async function payableCase(
  center: TestCenter,
  options: CaseOptions & {
    readonly handler?: Partial<HandlerInput>
    readonly provider?: Partial<ProviderInput>
    readonly closing?: Partial<Closing>
  } = {},
) {
  const opened = await openCase(center, options)
  const handler = await hireHandler(center, options.handler, options.provider)
  await assignCase(center, opened.id, handler.id)
  await closeCase(center, opened.id, options.closing)
  return { ...opened, handlerId: handler.id }
}
