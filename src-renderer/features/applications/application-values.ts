import { type ApplicationInput, applicationInput } from '../../../src-main/contract/applications.ts'
import type { ConsultationInput } from '../../../src-main/contract/consultations.ts'
import { type HardshipInput, hardshipInput } from '../../../src-main/contract/hardship.ts'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { currentHardship } from '../../../src-main/domain/hardship/earlier-input.ts'
import type { HouseholdMember } from '../../../src-main/domain/hardship/facts.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import { emptyPerson, type IsWithout, type PersonDraft, personDraftOf, personInputOf } from '../../ui/person-draft.ts'
import { PERSON_LABELS, personProblems } from '../../ui/person-words.ts'

/** A member of the household (家庭成员) as typed; whether the income counts is a question without a default. */
export type MemberDraft = {
  readonly name: string
  readonly relation: string
  readonly monthlyIncomeFen: number | null
  readonly incomeSource: string
  readonly isCounted: boolean | null
}

/** A paper handed in (申请材料) as typed. */
export type MaterialDraft = { readonly name: string; readonly copies: number | null; readonly isOriginal: boolean }

/** The hardship route (经济困难核查); none is chosen at first. */
export type RouteDraft = '' | HardshipInput['route']

/** An application (法律援助申请) as typed: empty text and null stand for what is not answered yet. */
export type ApplicationValues = PersonDraft & {
  readonly consultationId: string | null
  readonly personId: string | null
  readonly receivedOn: string | null
  readonly matterType: string
  readonly stage: string
  readonly cause: string
  readonly scope: string
  readonly aidForms: readonly string[]
  readonly opponentName: string
  readonly agency: string
  readonly facts: string
  readonly route: RouteDraft
  readonly members: readonly MemberDraft[]
  readonly isDeclared: boolean | null
  readonly ground: string
  readonly proof: string
  readonly materials: readonly MaterialDraft[]
}

/** The code of the pack's kinship list that is the applicant; that row always counts. */
export const SELF = 'self'

/** Field names and what the form calls them, in the form's order. */
const LABELS: Readonly<Record<string, string>> = {
  receivedOn: '收到日期',
  ...PERSON_LABELS,
  matterType: '案件类型',
  stage: '阶段',
  cause: '案由',
  scope: '事项范围',
  aidForms: '援助形式',
  opponentName: '对方当事人',
  agency: '办案机关',
  facts: '案情及理由',
  route: '经济困难核查',
  members: '家庭成员收入',
  isDeclared: '诚信承诺',
  ground: '情形',
  proof: '证明材料',
  materials: '申请材料',
}

/** The fields of the form's second page; all others stand on the first. */
const SECOND_PAGE: ReadonlySet<string> = new Set(['route', 'members', 'isDeclared', 'ground', 'proof', 'materials'])

/** What the form calls a field or a part of it (`members.1.name`). */
export function applicationLabel(name: string): string {
  return LABELS[name.split('.')[0] ?? ''] ?? '内容'
}

/** On which of the two pages of the form a field stands. */
export function pageOfField(name: string): 'applicant' | 'hardship' {
  return SECOND_PAGE.has(name.split('.')[0] ?? '') ? 'hardship' : 'applicant'
}

/** An empty form for an application received on a day. */
export function emptyApplication(pack: RulePack, day: string): ApplicationValues {
  return {
    ...emptyPerson(pack.codes.certificateKinds[0]?.code ?? null),
    consultationId: null,
    personId: null,
    receivedOn: day,
    matterType: '',
    stage: '',
    cause: '',
    scope: '',
    aidForms: [],
    opponentName: '',
    agency: '',
    facts: '',
    route: '',
    members: [],
    isDeclared: null,
    ground: '',
    proof: '',
    materials: [],
  }
}

type CarriedOver = Pick<ConsultationInput, 'person' | 'matterType' | 'cause' | 'opponentName' | 'content'> &
  Partial<ConsultationInput>

/** What a consultation (咨询登记) already says, carried over so that nobody types it again. Eligibility stays unanswered. */
export function fromConsultation(
  empty: ApplicationValues,
  consultation: { readonly id: string; readonly personId: string | null; readonly consultation: CarriedOver },
): ApplicationValues {
  const { person, matterType, cause, opponentName, content } = consultation.consultation
  return {
    ...empty,
    ...(person === null ? {} : personDraftOf(person, empty.certificateKind)),
    consultationId: consultation.id,
    personId: consultation.personId,
    matterType,
    cause,
    opponentName: opponentName ?? '',
    facts: content,
  }
}

/** A saved application as the form shows it. */
export function applicationValues(pack: RulePack, saved: ApplicationInput): ApplicationValues {
  const empty = emptyApplication(pack, saved.receivedOn)
  const hardship = currentHardship(saved.hardship)
  return {
    ...empty,
    ...personDraftOf(saved.person, empty.certificateKind),
    consultationId: saved.consultationId,
    personId: saved.personId,
    matterType: saved.matterType,
    stage: saved.stage,
    cause: saved.cause,
    scope: saved.scope,
    aidForms: saved.aidForms,
    opponentName: saved.opponentName ?? '',
    agency: saved.agency ?? '',
    facts: saved.facts,
    route: hardship.route,
    members: hardship.route === 'check' ? hardship.members.map(earlierDraft) : [],
    isDeclared: hardship.route === 'check' && hardship.proofWay?.way === 'declaration' ? hardship.proofWay.isSigned : null,
    ground: hardship.route === 'check' ? '' : hardship.ground,
    proof: hardship.route === 'check' ? '' : hardship.proof,
    materials: saved.materials,
  }
}

function earlierDraft(member: HouseholdMember): MemberDraft {
  return {
    name: member.name,
    relation: member.relation,
    monthlyIncomeFen: member.incomes[0]?.amountFen ?? null,
    incomeSource: member.incomes[0]?.note ?? '',
    isCounted: member.override?.isCounted ?? null,
  }
}

type LooseHardship = Pick<ApplicationValues, 'route' | 'members' | 'isDeclared' | 'ground' | 'proof'>

function looseHardship(values: LooseHardship) {
  switch (values.route) {
    case 'check':
      return { route: values.route, members: values.members, isDeclared: values.isDeclared }
    case 'waived':
    case 'not-applicable':
      return { route: values.route, ground: values.ground, proof: values.proof }
    case '':
      return { route: values.route }
    default:
      return values.route satisfies never
  }
}

/** The hardship part as the core assesses it, or null while something of it is not answered. */
export function hardshipInputOf(values: LooseHardship): HardshipInput | null {
  const parsed = hardshipInput.safeParse(looseHardship(values))
  return parsed.success ? parsed.data : null
}

function looseInput(values: ApplicationValues, isWithout: IsWithout) {
  return {
    consultationId: values.consultationId,
    receivedOn: values.receivedOn,
    person: personInputOf(values, isWithout),
    personId: values.personId,
    matterType: values.matterType,
    stage: values.stage,
    cause: values.cause,
    scope: values.scope,
    aidForms: values.aidForms,
    opponentName: values.opponentName,
    agency: values.agency,
    facts: values.facts,
    hardship: looseHardship(values),
    materials: values.materials,
  }
}

/** The input to save, or null while something is missing or wrong. */
export function applicationInputOf(values: ApplicationValues, isWithout: IsWithout): ApplicationInput | null {
  const parsed = applicationInput.safeParse(looseInput(values, isWithout))
  return parsed.success ? parsed.data : null
}

/** What the form asks of the conflict check (利益冲突); null while nobody is named. */
export function conflictQuestionOf(values: ApplicationValues, applicationId: string | null): InputOf<'conflicts.check'> | null {
  if (values.name.trim() === '' && values.opponentName.trim() === '') return null
  return {
    applicationId,
    parties: [
      { role: 'applicant', name: values.name, certificateNumber: values.certificateNumber, personId: values.personId },
      { role: 'opponent', name: values.opponentName },
    ],
  }
}

/** The form's field of a path of the contract's input: `hardship.members.0.name` is `members.0.name`. */
export function applicationField(path: string): string {
  return path.replace(/^(person|hardship)\./, '').replace(/^(categories|aidForms)\..*$/, '$1')
}

function memberProblems(members: readonly MemberDraft[]): Problems {
  const problems: Record<string, string> = {}
  if (members.length === 0) problems.members = '请至少填写申请人本人的收入'
  members.forEach((member, index) => {
    if (member.relation === '') problems[`members.${index}.relation`] = '请选择关系'
    if (member.monthlyIncomeFen === null) problems[`members.${index}.monthlyIncomeFen`] = '没有收入写 0'
    if (member.isCounted === null) problems[`members.${index}.isCounted`] = '请选择计入或不计'
  })
  return problems
}

function hardshipProblems(values: ApplicationValues): Problems {
  switch (values.route) {
    case '':
      return { route: '请选择核查、免予核查或不受限制' }
    case 'check':
      return {
        ...memberProblems(values.members),
        ...(values.isDeclared === null ? { isDeclared: '请选择是否已签个人诚信承诺' } : {}),
      }
    case 'waived':
    case 'not-applicable':
      return values.ground === '' ? { ground: '请选择属于哪一种情形' } : {}
    default:
      return values.route satisfies never
  }
}

/** What is wrong with the form, in its order: what the contract refuses, in the words of the form, and what only a form can tell. */
export function applicationProblems(values: ApplicationValues, isWithout: IsWithout, today: string): Problems {
  const missing: Record<string, string> = { ...personProblems(values, isWithout), ...hardshipProblems(values) }
  if (values.receivedOn === null) missing.receivedOn = '请填写收到日期'
  else if (values.receivedOn > today) missing.receivedOn = '收到日期不能晚于今天'
  if (!isWithout(values.certificateKind) && values.certificateNumber.trim() === '')
    missing.certificateNumber = '请填写证件号码；确实没有的，证件类型选无证件'
  if (values.matterType === '') missing.matterType = '请选择案件类型'
  if (values.stage === '') missing.stage = '请选择阶段'
  if (values.scope === '') missing.scope = '请选择事项范围'
  values.materials.forEach((material, index) => {
    if (material.copies === null) missing[`materials.${index}.copies`] = '请填写份数'
  })
  const found = contractProblems(applicationInput, looseInput(values, isWithout), applicationField, missing)
  // Without a route the contract can only say that there is none of its three shapes.
  const order = Object.keys(LABELS)
  const place = (name: string) => order.indexOf(name.split('.')[0] ?? '')
  return Object.fromEntries(
    Object.entries(found)
      .filter(([name]) => name !== 'hardship')
      .toSorted(([left], [right]) => place(left) - place(right)),
  )
}
