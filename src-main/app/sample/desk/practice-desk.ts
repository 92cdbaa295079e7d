import type { ConflictReason } from '../../../contract/conflicts.ts'
import type { InputOf, OperationName, OutputOf } from '../../../contract/index.ts'
import type { PersonTyped } from '../../../contract/people.ts'
import type { FileAccess, Perform } from '../../context.ts'
import { inventPersonOfAge, type SamplePlace } from '../sample-people.ts'
import type { SeededRandom } from '../seeded-random.ts'

/** Who acts: 王莉, the director, 周敏. */
export type Who = 'clerk' | 'director' | 'archivist'

export type DeskSetting = {
  readonly perform: Perform
  readonly sessions: Readonly<Record<Who, string>>
  /** The clerk, who receives everybody. */
  readonly consultantId: string
  readonly random: SeededRandom
  readonly place: SamplePlace
  /** Working days (工作日) up to today, the last one first; place 0 is today, whatever day it is. */
  readonly workdays: readonly string[]
}

type Application = InputOf<'applications.submit'>
/** What an application of the practice desk says of itself; the rest is the same for all. */
export type ApplicationFacts = Partial<Application> & Pick<Application, 'receivedOn' | 'cause' | 'scope' | 'facts'>

/**
 * The practice desk (练习接待台): every act goes through the operation a person would use, as one of its people, with its checks,
 * numbers, papers and audit entries. What is refused is a fault of the practice data and is thrown.
 */
export class PracticeDesk {
  readonly consultantId: string
  private readonly setting: DeskSetting

  constructor(setting: DeskSetting) {
    this.setting = setting
    this.consultantId = setting.consultantId
  }

  /** The day so many working days ago. */
  day(workdaysBack: number): string {
    const day = this.setting.workdays[workdaysBack]
    if (day === undefined) throw new Error(`The practice desk does not go back ${workdaysBack} working days`)
    return day
  }

  async ask<Name extends OperationName>(who: Who, name: Name, input: InputOf<Name>, files?: FileAccess): Promise<OutputOf<Name>> {
    const reply = await this.setting.perform({ name, input, session: this.setting.sessions[who], ...(files ? { files } : {}) })
    if (!reply.ok) throw new Error(`Practice data: ${name} was refused: ${JSON.stringify(reply.error)}`)
    return reply.value as OutputOf<Name>
  }

  /** Somebody of an age, as typed at the desk. */
  somebody(age: number, more: Partial<PersonTyped> = {}): PersonTyped {
    const { random, place, workdays } = this.setting
    const { certificateNumber, ...person } = inventPersonOfAge(random, place, workdays[0] ?? '', age, more.sex ?? null)
    return {
      name: person.name,
      certificateKind: 'resident-id',
      certificateNumber,
      sex: null,
      birthDate: null,
      phone: person.phone,
      householdAddress: person.householdAddress,
      address: person.address,
      categories: [],
      ...more,
    }
  }

  /** Takes an application in, the clerk giving a reason wherever somebody stands on the other side (利益冲突). */
  async submit(facts: ApplicationFacts): Promise<OutputOf<'applications.submit'>> {
    const person = facts.person ?? this.somebody(46)
    const application: Application = {
      consultationId: null,
      person,
      personId: null,
      matterType: 'civil',
      stage: 'first-instance',
      aidForms: ['civil-litigation'],
      opponentName: null,
      agency: '蚌山区人民法院',
      hardship: lowIncome(person.name, facts.receivedOn),
      materials: [
        { name: '身份证复印件', copies: 1, isOriginal: false, code: 'identity' },
        { name: '案件材料', copies: 1, isOriginal: false, code: 'case-papers' },
      ],
      ...facts,
    }
    const { opponentName, parties = [] } = application
    const conflicting: InputOf<'conflicts.check'>['parties'] = [
      { role: 'applicant', name: person.name, certificateNumber: person.certificateNumber ?? '', personId: application.personId },
      ...(opponentName === null ? [] : [{ role: 'opponent' as const, name: opponentName }]),
      ...parties.flatMap(({ role, name, certificateNumber }) =>
        role === 'co-applicant' ? [{ role, name, certificateNumber: certificateNumber ?? '' }] : [],
      ),
    ]
    const conflictReasons = await this.conflictReasons({ parties: conflicting })
    return this.ask('clerk', 'applications.submit', { ...application, conflictReasons })
  }

  /** The clerk's opinion (审查意见). */
  async review(applicationId: string, on: number, proposal: 'grant' | 'refuse', opinion: string): Promise<void> {
    const { application, version } = await this.ask('clerk', 'applications.get', { id: applicationId })
    await this.ask('clerk', 'reviews.give', {
      applicationId,
      reviewedOn: this.day(on),
      proposal,
      aidForms: proposal === 'grant' ? application.aidForms : [],
      reasons: proposal === 'grant' ? [] : ['no-case'],
      opinion,
      version,
    })
  }

  /** The director grants (给予法律援助). @returns the case that was opened. */
  async grant(applicationId: string, on: number): Promise<string> {
    const { application, version } = await this.ask('director', 'applications.get', { id: applicationId })
    const { caseId } = await this.ask('director', 'decisions.decide', {
      outcome: 'granted',
      applicationId,
      decidedOn: this.day(on),
      aidForms: application.aidForms,
      opinion: '同意给予法律援助。',
      version,
    })
    if (caseId === null) throw new Error('Practice data: a grant opened no case')
    return caseId
  }

  /** The director refuses (不予法律援助). @returns the paper with the decision. */
  async refuse(applicationId: string, on: number, reason: string, opinion: string): Promise<string> {
    const { version } = await this.ask('director', 'applications.get', { id: applicationId })
    const input = { outcome: 'refused' as const, applicationId, decidedOn: this.day(on), reasons: [reason], opinion, version }
    return (await this.ask('director', 'decisions.decide', input)).paperId
  }

  /** Assigns (指派) whom the rules allow and who stands on nobody's side, another one each time. */
  async assign(caseId: string, on: number): Promise<void> {
    const assignedOn = this.day(on)
    const candidates = await this.ask('clerk', 'cases.candidates', { id: caseId, assignedOn })
    const free = candidates.filter(one => one.isAllowed && one.conflicts.length === 0 && one.handler.handler.kind === 'lawyer')
    const { handler } = this.setting.random.pick(free)
    const { version } = await this.ask('clerk', 'cases.get', { id: caseId })
    const conflictReasons = await this.conflictReasons({ caseId, handlerId: handler.id })
    await this.ask('clerk', 'cases.assign', { id: caseId, handlerId: handler.id, assignedOn, conflictReasons, version })
  }

  async versionOf(applicationId: string): Promise<number> {
    return (await this.ask('clerk', 'procedure.get', { id: applicationId })).version
  }

  private async conflictReasons(question: InputOf<'conflicts.check'>): Promise<ConflictReason[]> {
    const findings = await this.ask('clerk', 'conflicts.check', question)
    return findings
      .filter(one => one.severity === 'reason')
      .map(one => ({ key: one.key, reason: '旧案已经办结，与本次申请无关，主任同意受理' }))
  }
}

/** An income below the line, declared and signed (个人诚信承诺). */
function lowIncome(name: string, signedOn: string): Application['hardship'] {
  return {
    route: 'check',
    opponentInFamily: false,
    registrationArea: 'rural',
    residenceArea: 'rural',
    proofWay: { way: 'declaration', isSigned: true, signedOn },
    members: [{ name, relation: 'self', incomes: [{ source: 'wages', note: '务农、零工', amountFen: 80_000, months: 1 }] }],
  }
}
