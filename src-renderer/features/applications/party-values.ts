import type { ApplicationParty, ApplicationPartyRole, Reading } from '../../../src-main/contract/application-parties.ts'
import type { ApplicationInput } from '../../../src-main/contract/applications.ts'
import { MANDATE, SELF } from '../../../src-main/domain/representation.ts'
import type { Problems } from '../../ui/form-problems.ts'

/** A party of an application (其他当事人) as typed; empty text stands for what is not answered yet. */
export type PartyDraft = {
  readonly role: ApplicationPartyRole
  readonly kind: '' | ApplicationParty['kind']
  readonly personId: string | null
  readonly name: string
  readonly certificateKind: string | null
  readonly certificateNumber: string
  readonly phone: string
  readonly relation: string
  readonly note: string
}

/** What an application says beyond applicant and matter, as typed (代为申请、在押、代填、宣读、其他当事人). */
export type PartsValues = {
  readonly agencyNumber: string
  readonly isGroup: boolean
  readonly parties: readonly PartyDraft[]
  readonly representationKind: string
  readonly representationGround: string
  readonly representationProof: string
  readonly isDetained: boolean
  readonly custodyPlace: string
  /** Whether somebody passed the application on (转交); a question without a default. */
  readonly isForwarded: boolean | null
  readonly forwardBy: string
  readonly forwardName: string
  readonly handedOn: string | null
  readonly handedAt: string
  readonly custodyReceivedAt: string
  readonly decisionToCustody: boolean | null
  readonly isFilledIn: boolean
  readonly filledBy: '' | 'staff' | 'passing-body'
  readonly filledName: string
  readonly filledUnit: string
  readonly fillingReason: string
  readonly fingerprint: boolean | null
  /** The record of the reading, none or one. */
  readonly readings: readonly Reading[]
}

export const EMPTY_PARTS: PartsValues = {
  agencyNumber: '',
  isGroup: false,
  parties: [],
  representationKind: SELF,
  representationGround: '',
  representationProof: '',
  isDetained: false,
  custodyPlace: '',
  isForwarded: null,
  forwardBy: '',
  forwardName: '',
  handedOn: null,
  handedAt: '',
  custodyReceivedAt: '',
  decisionToCustody: null,
  isFilledIn: false,
  filledBy: '',
  filledName: '',
  filledUnit: '',
  fillingReason: '',
  fingerprint: null,
  readings: [],
}

/** The fields of the page of parties and procedure, in its order, with what the form calls them. */
export const PARTS_LABELS: Readonly<Record<string, string>> = {
  representationKind: '申请方式',
  representationGround: '代为申请的情形',
  representationProof: '代为申请的证明',
  custodyPlace: '羁押场所',
  isForwarded: '是否转交',
  forwardBy: '转交人',
  forwardName: '转交单位',
  handedOn: '交给转交人的时间',
  handedAt: '交给转交人的时间',
  custodyReceivedAt: '本中心收到的时间',
  decisionToCustody: '决定书送羁押场所',
  isDetained: '在押',
  isFilledIn: '代填',
  isGroup: '群体申请',
  filledBy: '代填人',
  filledName: '代填人',
  filledUnit: '代填人单位',
  fillingReason: '代填原因',
  fingerprint: '签名或者指印',
  readings: '宣读记录',
  parties: '当事人',
}

/** A party before anything is typed; a co-applicant shows the kind of certificate most people have. */
export function emptyParty(role: ApplicationPartyRole, certificateKind: string | null): PartyDraft {
  return {
    role,
    kind: role === 'opponent' || role === 'opponent-agent' || role === 'other' ? '' : 'person',
    personId: null,
    name: '',
    certificateKind,
    certificateNumber: '',
    phone: '',
    relation: '',
    note: '',
  }
}

/** The saved parts as the form shows them. `certificateKind` stands where a person's certificate was not noted. */
export function partsValuesOf(saved: ApplicationInput, certificateKind: string | null): PartsValues {
  const { custody, filling, representation } = saved
  const forward = custody?.forward ?? null
  return {
    agencyNumber: saved.agencyNumber ?? '',
    isGroup: saved.isGroup,
    parties: saved.parties.map(party => ({
      ...party,
      certificateKind: party.certificateKind ?? (party.kind === 'person' ? certificateKind : null),
      certificateNumber: party.certificateNumber ?? '',
      phone: party.phone ?? '',
      relation: party.relation ?? '',
      note: party.note ?? '',
    })),
    representationKind: representation.kind,
    representationGround: representation.ground ?? '',
    representationProof: representation.proof ?? '',
    isDetained: custody !== null,
    custodyPlace: custody?.place ?? '',
    isForwarded: custody === null ? null : forward !== null,
    forwardBy: forward?.by ?? '',
    forwardName: forward?.name ?? '',
    handedOn: forward?.handedOn ?? null,
    handedAt: forward?.handedAt ?? '',
    custodyReceivedAt: forward?.receivedAt ?? '',
    decisionToCustody: custody?.decisionToCustody ?? null,
    isFilledIn: filling !== null,
    filledBy: filling?.by ?? '',
    filledName: filling?.name ?? '',
    filledUnit: filling?.unit ?? '',
    fillingReason: filling?.reason ?? '',
    fingerprint: filling?.fingerprint ?? null,
    readings: saved.reading === null ? [] : [saved.reading],
  }
}

/** The parts as the contract takes them; what is not answered stays out, so that its schema finds it. */
export function loosePartsOf(values: PartsValues) {
  return {
    agencyNumber: values.agencyNumber,
    isGroup: values.isGroup,
    parties: values.parties.map(party => {
      const number = party.certificateNumber.trim()
      // The kind of a certificate alone, without a number or a reason, says nothing.
      const isNoted = party.kind === 'person' && (number !== '' || party.role === 'co-applicant')
      return {
        ...party,
        certificateKind: isNoted ? party.certificateKind : null,
        certificateNumber: number === '' ? null : number,
      }
    }),
    representation: {
      kind: values.representationKind,
      ground: values.representationGround === '' ? null : values.representationGround,
      proof: values.representationProof,
    },
    custody: values.isDetained
      ? {
          place: values.custodyPlace,
          forward:
            values.isForwarded === true
              ? {
                  by: values.forwardBy,
                  name: values.forwardName,
                  handedOn: values.handedOn,
                  handedAt: values.handedAt,
                  receivedAt: values.custodyReceivedAt,
                }
              : null,
          decisionToCustody: values.decisionToCustody,
        }
      : null,
    filling: values.isFilledIn
      ? {
          by: values.filledBy,
          name: values.filledName,
          unit: values.filledUnit,
          reason: values.fillingReason,
          fingerprint: values.fingerprint,
        }
      : null,
    reading: values.readings[0] ?? null,
  }
}

const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^representation\.kind$/, 'representationKind'],
  [/^representation\.ground$/, 'representationGround'],
  [/^representation\.proof$/, 'representationProof'],
  [/^custody\.place$/, 'custodyPlace'],
  [/^custody\.decisionToCustody$/, 'decisionToCustody'],
  [/^custody\.forward\.by$/, 'forwardBy'],
  [/^custody\.forward\.name$/, 'forwardName'],
  [/^custody\.forward\.handedOn$/, 'handedOn'],
  [/^custody\.forward\.handedAt$/, 'handedAt'],
  [/^custody\.forward\.receivedAt$/, 'custodyReceivedAt'],
  [/^filling\.by$/, 'filledBy'],
  [/^filling\.name$/, 'filledName'],
  [/^filling\.unit$/, 'filledUnit'],
  [/^filling\.reason$/, 'fillingReason'],
  [/^filling\.fingerprint$/, 'fingerprint'],
  [/^reading(\..*)?$/, 'readings'],
]

/** The form's field of a path of these parts of the contract's input; null for a path of another part. */
export function partsFieldOf(path: string): string | null {
  return PATHS.find(([pattern]) => pattern.test(path))?.[1] ?? null
}

/** What only the form can tell of these parts: questions that are open. Rules of the pack are checked when it is saved. */
export function partsProblems(values: PartsValues): Problems {
  const problems: Record<string, string> = {}
  if (values.representationKind !== SELF) {
    if (values.representationGround === '') problems.representationGround = '请选择代为申请的情形'
    if (values.representationProof.trim() === '') problems.representationProof = '请写明代为申请的证明'
  }
  if (values.isDetained) {
    if (values.custodyPlace.trim() === '') problems.custodyPlace = '请填写羁押场所'
    if (values.isForwarded === null) problems.isForwarded = '请选择是否经办案机关、监管场所或者值班律师转交'
    if (values.isForwarded === true) {
      if (values.forwardBy === '') problems.forwardBy = '请选择转交人'
      if (values.handedOn === null) problems.handedOn = '请填写交给转交人的日期'
      if (!CLOCK.test(values.handedAt)) problems.handedAt = '时间应为 时:分，如 14:30'
      if (!CLOCK.test(values.custodyReceivedAt)) problems.custodyReceivedAt = '时间应为 时:分，如 14:30'
    }
    if (values.decisionToCustody === null) problems.decisionToCustody = '请选择决定书是否同时送羁押场所'
  }
  if (values.isFilledIn) {
    if (values.filledBy === '') problems.filledBy = '请选择代填人是哪里的'
    if (values.filledName.trim() === '') problems.filledName = '请填写代填人'
    if (values.fillingReason === '') problems.fillingReason = '请选择代填原因'
    if (values.fingerprint === null) problems.fingerprint = '请选择签名还是按指印'
  }
  values.parties.forEach((party, index) => {
    if (party.kind === '') problems[`parties.${index}.kind`] = '请选择个人或者单位'
    if (REPRESENTATIVES.has(party.role) && party.relation === '') problems[`parties.${index}.relation`] = '请选择与申请人的关系'
  })
  return problems
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const REPRESENTATIVES: ReadonlySet<ApplicationPartyRole> = new Set(['agent', 'guardian'])

/** 930, 0930, 9:30 and 9：30 as `09:30`; anything else stays as it was typed. */
export function tidyTime(typed: string): string {
  const found = /^(\d{1,2})[:：.]?(\d{2})$/.exec(typed.normalize('NFKC').trim())
  const time = found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : ''
  return CLOCK.test(time) ? time : typed
}

/** Chooses who applies (申请方式): the representative of another way becomes one of this way; none stays where the applicant applies. */
export function withRepresentation(values: PartsValues, kind: string): Partial<PartsValues> {
  const others = values.parties.filter(party => !REPRESENTATIVES.has(party.role))
  if (kind === SELF) return { representationKind: kind, representationGround: '', representationProof: '', parties: others }
  const role: ApplicationPartyRole = kind === MANDATE ? 'agent' : 'guardian'
  const present = values.parties.find(party => REPRESENTATIVES.has(party.role))
  const representative = present ? { ...present, role, relation: '' } : emptyParty(role, null)
  return {
    representationKind: kind,
    representationGround: '',
    parties: [representative, ...others],
  }
}

/** Changes the first opponent's name on both pages at once. */
export function withOpponentName(
  values: PartsValues,
  opponentName: string,
): Partial<PartsValues> & { readonly opponentName: string } {
  const first = values.parties.findIndex(party => party.role === 'opponent')
  if (first === -1) return { opponentName }
  return { opponentName, parties: values.parties.map((party, at) => (at === first ? { ...party, name: opponentName } : party)) }
}

/** Parties with a change to one of them; the first opponent's name goes to the first page as well. */
export function withParties(parties: readonly PartyDraft[]): Partial<PartsValues> & { readonly opponentName?: string } {
  const first = parties.find(party => party.role === 'opponent')
  return first ? { parties, opponentName: first.name } : { parties }
}

/** How many apply (受援人次): the applicant and every co-applicant. */
export function personsIn(values: PartsValues): number {
  return 1 + values.parties.filter(party => party.role === 'co-applicant').length
}

/** Whether anything on the page of parties and procedure is asked for beyond an ordinary application of one person. */
export function needsPartsPage(values: PartsValues): boolean {
  return values.representationKind !== SELF || values.isDetained || values.isFilledIn || values.parties.length > 0
}
