import { type ApplicationInput, applicationInput } from '../../../src-main/contract/applications.ts'
import type { ConsultationInput } from '../../../src-main/contract/consultations.ts'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { MANDATE, relationsFor } from '../../../src-main/domain/representation.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { type BackEntryDraft, backEntryField, backEntryProblems, NO_BACK_ENTRY } from '../../api/back-entry.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import { emptyPerson, type IsWithout, type PersonDraft, personDraftOf, personInputOf } from '../../ui/person-draft.ts'
import { PERSON_LABELS, personProblems } from '../../ui/person-words.ts'
import {
  EMPTY_HARDSHIP,
  HARDSHIP_LABELS,
  type HardshipValues,
  hardshipProblems,
  hardshipValuesOf,
  looseHardship,
} from './hardship-values.ts'
import {
  EMPTY_PARTS,
  loosePartsOf,
  PARTS_LABELS,
  type PartsValues,
  partsFieldOf,
  partsProblems,
  partsValuesOf,
} from './party-values.ts'

/** A paper handed in (申请材料) as typed. */
export type MaterialDraft = {
  readonly name: string
  readonly copies: number | null
  readonly isOriginal: boolean
  /** The code of the pack's list; null for one written in by hand. */
  readonly code: string | null
}

/** An application (法律援助申请) as typed: empty text and null stand for what is not answered yet. */
export type ApplicationValues = PersonDraft &
  BackEntryDraft &
  HardshipValues &
  PartsValues & {
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
    readonly materials: readonly MaterialDraft[]
  }

/** Field names and what the form calls them, in the form's order. */
const LABELS: Readonly<Record<string, string>> = {
  receivedOn: '收到日期',
  backNumber: '旧号',
  backReason: '补录原因',
  ...PERSON_LABELS,
  matterType: '案件类型',
  stage: '阶段',
  cause: '案由',
  scope: '事项范围',
  aidForms: '援助形式',
  opponentName: '对方当事人',
  agency: '办案机关',
  agencyNumber: '办案机关案号',
  facts: '案情及理由',
  ...PARTS_LABELS,
  ...HARDSHIP_LABELS,
  materials: '申请材料',
}

/** The fields of the page of parties and procedure. */
const PARTS_PAGE: ReadonlySet<string> = new Set(Object.keys(PARTS_LABELS))

/** The fields of the form's second page; all others stand on the first. */
const SECOND_PAGE: ReadonlySet<string> = new Set([...Object.keys(HARDSHIP_LABELS), 'materials'])

/** What the form calls a field or a part of it (`members.1.name`). */
export function applicationLabel(name: string): string {
  return LABELS[name.split('.')[0] ?? ''] ?? '内容'
}

/** On which of the two pages of the form a field stands. */
export function pageOfField(name: string): FormPageName {
  const field = name.split('.')[0] ?? ''
  return SECOND_PAGE.has(field) ? 'hardship' : PARTS_PAGE.has(field) ? 'parties' : 'applicant'
}

/** The pages of the form (申请人与事项、代理和当事人、经济困难与材料). */
export type FormPageName = 'applicant' | 'parties' | 'hardship'

/** An empty form for an application received on a day. */
export function emptyApplication(pack: RulePack, day: string): ApplicationValues {
  return {
    ...emptyPerson(pack.codes.certificateKinds[0]?.code ?? null),
    ...NO_BACK_ENTRY,
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
    ...EMPTY_HARDSHIP,
    materials: [],
    ...EMPTY_PARTS,
  }
}

type CarriedOver = Pick<ConsultationInput, 'person' | 'matterType' | 'cause' | 'opponentName' | 'content'> &
  Partial<ConsultationInput>

/** What a consultation (咨询登记) already says, carried over so that nobody types it again. Eligibility stays unanswered. */
export function fromConsultation(
  pack: RulePack,
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
    ...fromVisitorAgent(pack, consultation.consultation.agent ?? null),
  }
}

/**
 * Whoever came on behalf of the person (代为来访) stands as the agent (代理人) of the application. A relation in the words of the form's own list
 * is that one; one told in other words is noted and still to be chosen.
 */
function fromVisitorAgent(pack: RulePack, agent: ConsultationInput['agent']): Partial<ApplicationValues> {
  if (agent === null) return {}
  const { name, phone } = agent
  const relation = relationsFor(pack, MANDATE).find(one => one.label === agent.relation)?.code ?? ''
  const party = {
    role: 'agent',
    kind: 'person',
    personId: null,
    certificateKind: null,
    certificateNumber: '',
    relation,
  } as const
  return {
    representationKind: MANDATE,
    parties: [{ ...party, name, phone: phone ?? '', note: relation === '' ? agent.relation : '' }],
  }
}

/** A saved application as the form shows it. */
export function applicationValues(pack: RulePack, saved: ApplicationInput): ApplicationValues {
  const empty = emptyApplication(pack, saved.receivedOn)
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
    ...hardshipValuesOf(saved.hardship),
    materials: saved.materials,
    ...partsValuesOf(saved, empty.certificateKind),
  }
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
    ...loosePartsOf(values),
  }
}

/** The input to save, or null while something is missing or wrong. */
export function applicationInputOf(values: ApplicationValues, isWithout: IsWithout): ApplicationInput | null {
  const parsed = applicationInput.safeParse(looseInput(values, isWithout))
  return parsed.success ? parsed.data : null
}

/** As many parties as one question of the conflict check takes beside applicant and opponent; saving checks all of them. */
const MOST_CHECKED = 98

/** What the form asks of the conflict check (利益冲突); null while nobody is named. */
export function conflictQuestionOf(values: ApplicationValues, applicationId: string | null): InputOf<'conflicts.check'> | null {
  if (values.name.trim() === '' && values.opponentName.trim() === '') return null
  return {
    applicationId,
    parties: [
      { role: 'applicant', name: values.name, certificateNumber: values.certificateNumber, personId: values.personId },
      { role: 'opponent', name: values.opponentName },
      ...values.parties
        .flatMap(({ role, name, certificateNumber, personId }) =>
          role === 'agent' || role === 'guardian' || (name.trim() === '' && certificateNumber.trim() === '')
            ? []
            : [{ role, name, certificateNumber, personId }],
        )
        .slice(0, MOST_CHECKED),
    ],
  }
}

/** The form's field of a path of the contract's input: `hardship.members.0.name` is `members.0.name`. */
export function applicationField(path: string): string {
  const part = partsFieldOf(path)
  if (part !== null) return part
  return backEntryField(path)
    .replace(/^(person|hardship)\./, '')
    .replace(/^(categories|aidForms)\..*$/, '$1')
}

/** What is wrong with the form, in its order: what the contract refuses, in the words of the form, and what only a form can tell. */
export function applicationProblems(values: ApplicationValues, isWithout: IsWithout, today: string): Problems {
  const missing: Record<string, string> = {
    ...personProblems(values, isWithout),
    ...hardshipProblems(values),
    ...partsProblems(values),
    ...backEntryProblems(values),
  }
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
