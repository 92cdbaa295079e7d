import { type ConsultationInput, consultationInput } from '../../../src-main/contract/consultations.ts'
import { checkPhone } from '../../../src-main/domain/phone.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { type BackEntryDraft, backEntryField, backEntryProblems, NO_BACK_ENTRY } from '../../api/back-entry.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import { emptyPerson, type IsWithout, type PersonDraft, personDraftOf, personInputOf } from '../../ui/person-draft.ts'
import { PERSON_LABELS, personProblems, personStaleFields, wordOf } from '../../ui/person-words.ts'
import type { StaleField } from '../../ui/stale-merge.ts'

/** The consultation register (咨询登记) as typed: empty text and null stand for what is not answered yet. */
export type ConsultationValues = PersonDraft &
  BackEntryDraft & {
    readonly channel: string
    readonly callNumber: string
    readonly receivedOn: string | null
    readonly receivedAt: string
    /** Gave no name (匿名): what was typed about the person is kept aside and not saved. */
    readonly isAnonymous: boolean
    readonly anonymousReason: string
    readonly persons: string
    readonly agentName: string
    readonly agentRelation: string
    readonly agentPhone: string
    /** The known person this is, when the clerk said so. */
    readonly personId: string | null
    readonly matterType: string
    readonly cause: string
    readonly opponentName: string
    readonly content: string
    readonly answer: string
    readonly toldOfRight: boolean | null
    readonly outcome: string
    readonly referrals: readonly string[]
    readonly referralNote: string
    readonly consultantId: string
  }

/** The outcome that leads on to an application (转为申请), as the pack's list of outcomes codes it. */
export const TO_APPLICATION = 'to-application'

/** Field names and what the form calls them, in the form's order. */
const LABELS: Readonly<Record<string, string>> = {
  channel: '方式',
  receivedOn: '日期',
  receivedAt: '时间',
  backNumber: '旧号',
  backReason: '补录原因',
  callNumber: '工单号',
  persons: '人数',
  isAnonymous: '匿名',
  anonymousReason: '匿名原因',
  ...PERSON_LABELS,
  agentName: '代为来访人',
  agentRelation: '与本人关系',
  agentPhone: '代为来访人电话',
  matterType: '事项类别',
  cause: '案由',
  opponentName: '对方当事人',
  content: '咨询内容',
  answer: '答复意见',
  toldOfRight: '已告知权利',
  outcome: '办理结果',
  referrals: '引导去处',
  referralNote: '去处说明',
  consultantId: '接待人',
}

/**
 * The fields that Enter goes through (回车到下一项): what nearly every visit has. A question already answered is passed over; Tab goes
 * through all of them.
 */
const QUICK_PATH = [
  'anonymousReason',
  'name',
  'certificateNumber',
  'phone',
  'callNumber',
  'cause',
  'matterType',
  'opponentName',
  'content',
  'answer',
  'toldOfRight',
  'outcome',
  'referrals',
  'referralNote',
] as const

/** Where Enter goes from each field, see `fieldKeys`. */
export const quickPath: readonly string[] = ['receivedOn', ...QUICK_PATH]

/** Whether Enter stops at a field: a choice that is made already needs no second look. */
export function isQuickStop(values: ConsultationValues, name: string): boolean {
  if (name === 'receivedOn') return false
  if (name === 'matterType') return values.matterType === ''
  return true
}

/** What the form calls a field. */
export function consultationLabel(name: string): string {
  return LABELS[name] ?? '内容'
}

/** The certificate kind a new form offers first. */
export function firstKind(pack: RulePack): string | null {
  return pack.codes.certificateKinds[0]?.code ?? null
}

/** An empty form at a moment (`YYYY-MM-DD`, `HH:MM`): questions about the matter, the right and the outcome have no answer yet. */
export function emptyConsultation(
  pack: RulePack,
  at: { readonly day: string; readonly time: string },
  consultantId: string,
): ConsultationValues {
  return {
    ...emptyPerson(firstKind(pack)),
    ...NO_BACK_ENTRY,
    channel: pack.codes.channels[0]?.code ?? '',
    callNumber: '',
    receivedOn: at.day,
    receivedAt: at.time,
    isAnonymous: false,
    anonymousReason: '',
    persons: '1',
    agentName: '',
    agentRelation: '',
    agentPhone: '',
    personId: null,
    matterType: '',
    cause: '',
    opponentName: '',
    content: '',
    answer: '',
    toldOfRight: null,
    outcome: '',
    referrals: [],
    referralNote: '',
    consultantId,
  }
}

/** What a ticket of the waiting queue (号票) already says, so that nobody types it again. */
export function withTicket(
  pack: RulePack,
  empty: ConsultationValues,
  ticket: { readonly name: string | null; readonly note: string | null; readonly ground: string | null },
): ConsultationValues {
  const category = pack.frontDesk.queue?.grounds.find(one => one.code === ticket.ground)?.personCategories[0]
  return {
    ...empty,
    name: ticket.name ?? '',
    content: ticket.note ?? '',
    categories: category === undefined || category === 'minor' ? [] : [category],
  }
}

/** Whether calls that come this way carry a number of their own (工单号). */
export function asksCallNumber(pack: RulePack, channel: string): boolean {
  return pack.codes.channels.find(one => one.code === channel)?.asksCallNumber === true
}

/** Whether an outcome says where to go (不属于本中心). */
export function asksPlaces(pack: RulePack, outcome: string): boolean {
  return pack.codes.consultationOutcomes.find(one => one.code === outcome)?.asksPlaces === true
}

/**
 * What a changed choice takes along: a call number goes with its channel, places with their outcome, and a cause that belongs to one kind of
 * matter answers that question while it is open.
 */
export function withConsequences(
  pack: RulePack,
  values: ConsultationValues,
  patch: Partial<ConsultationValues>,
): Partial<ConsultationValues> {
  const next = { ...values, ...patch }
  const types = pack.codes.causes.filter(one => one.label === patch.cause).flatMap(one => one.matterTypes)
  const only = new Set(types).size === 1 ? types[0] : undefined
  return {
    ...patch,
    ...(patch.channel !== undefined && !asksCallNumber(pack, next.channel) ? { callNumber: '' } : {}),
    ...(patch.outcome !== undefined && !asksPlaces(pack, next.outcome) ? { referrals: [], referralNote: '' } : {}),
    ...(only !== undefined && next.matterType === '' ? { matterType: only } : {}),
  }
}

/** A saved consultation as the form shows it. */
export function consultationValues(pack: RulePack, saved: ConsultationInput): ConsultationValues {
  return {
    ...(saved.person === null ? emptyPerson(firstKind(pack)) : personDraftOf(saved.person, firstKind(pack))),
    ...NO_BACK_ENTRY,
    channel: saved.channel,
    callNumber: saved.callNumber ?? '',
    receivedOn: saved.receivedOn,
    receivedAt: saved.receivedAt ?? '',
    isAnonymous: saved.person === null,
    anonymousReason: saved.anonymousReason ?? '',
    persons: String(saved.persons),
    agentName: saved.agent?.name ?? '',
    agentRelation: saved.agent?.relation ?? '',
    agentPhone: saved.agent?.phone ?? '',
    personId: saved.personId,
    matterType: saved.matterType,
    cause: saved.cause,
    opponentName: saved.opponentName ?? '',
    content: saved.content,
    answer: saved.answer ?? '',
    toldOfRight: saved.toldOfRight,
    outcome: saved.outcome,
    referrals: saved.referrals,
    referralNote: saved.referralNote ?? '',
    consultantId: saved.consultantId,
  }
}

/** The form as the contract takes it; what is not answered stays so, and the contract refuses it. */
function looseInput(values: ConsultationValues, isWithout: IsWithout) {
  return {
    channel: values.channel,
    receivedOn: values.receivedOn,
    receivedAt: values.receivedAt.trim() === '' ? null : values.receivedAt.trim(),
    callNumber: values.callNumber,
    person: values.isAnonymous ? null : personInputOf(values, isWithout),
    personId: values.isAnonymous ? null : values.personId,
    anonymousReason: values.isAnonymous ? values.anonymousReason : null,
    persons: /^\d+$/.test(values.persons.trim()) ? Number(values.persons) : undefined,
    agent: hasAgent(values) ? { name: values.agentName, relation: values.agentRelation, phone: values.agentPhone } : null,
    matterType: values.matterType,
    cause: values.cause,
    opponentName: values.opponentName,
    content: values.content,
    answer: values.answer,
    toldOfRight: values.toldOfRight,
    outcome: values.outcome,
    referrals: values.referrals,
    referralNote: values.referralNote,
    consultantId: values.consultantId,
  }
}

/** Whether somebody came on behalf of the person: anything written about them. */
function hasAgent(values: ConsultationValues): boolean {
  return [values.agentName, values.agentRelation, values.agentPhone].some(text => text.trim() !== '')
}

/** The input to save, or null while something is missing or wrong. */
export function consultationInputOf(values: ConsultationValues, isWithout: IsWithout): ConsultationInput | null {
  const parsed = consultationInput.safeParse(looseInput(values, isWithout))
  return parsed.success ? parsed.data : null
}

/** The form's field of a path of the contract's input: `person.name` is `name`. */
export function consultationField(path: string): string {
  const agent = { 'agent.name': 'agentName', 'agent.relation': 'agentRelation', 'agent.phone': 'agentPhone' }[path]
  return (
    agent ??
    backEntryField(path)
      .replace(/^person\./, '')
      .replace(/^(categories|referrals)\..*$/, '$1')
  )
}

/** What is wrong with the form, in its order: what the contract refuses, in the words of the form, and what only a form can tell. */
export function consultationProblems(values: ConsultationValues, isWithout: IsWithout, today: string): Problems {
  const missing: Record<string, string> = {
    ...(values.isAnonymous ? {} : personProblems(values, isWithout)),
    ...backEntryProblems(values),
  }
  if (values.isAnonymous && values.anonymousReason.trim() === '') missing.anonymousReason = '请写明不愿留名的原因'
  if (values.isAnonymous && values.outcome === TO_APPLICATION) missing.anonymousReason = '匿名的咨询不能转为申请，请填写姓名'
  if (!/^\d+$/.test(values.persons.trim())) missing.persons = '人数应为整数，至少 1 人'
  const phone = values.agentPhone.trim() === '' ? null : checkPhone(values.agentPhone)
  if (phone?.ok === false) missing.agentPhone = phone.message
  if (values.receivedOn === null) missing.receivedOn = '请填写日期'
  else if (values.receivedOn > today) missing.receivedOn = '日期不能晚于今天'
  if (values.matterType === '') missing.matterType = '请选择事项类别'
  if (values.toldOfRight === null) missing.toldOfRight = '请选择是否已告知可申请法律援助'
  if (values.outcome === '') missing.outcome = '请选择办理结果'
  if (values.consultantId === '') missing.consultantId = '请选择接待人'
  const found = contractProblems(consultationInput, looseInput(values, isWithout), consultationField, missing)
  const order = Object.keys(LABELS)
  return Object.fromEntries(Object.entries(found).toSorted(([left], [right]) => order.indexOf(left) - order.indexOf(right)))
}

/** The fields a stale save compares, with their values in words. */
export function consultationStaleFields(
  pack: RulePack,
  staff: readonly { readonly id: string; readonly name: string }[],
): readonly StaleField<ConsultationValues>[] {
  const { codes } = pack
  const fields = {
    channel: values => wordOf(codes.channels, values.channel),
    callNumber: values => values.callNumber,
    isAnonymous: values => (values.isAnonymous ? '匿名' : '留名'),
    anonymousReason: values => values.anonymousReason,
    persons: values => values.persons,
    agentName: values => values.agentName,
    agentRelation: values => values.agentRelation,
    agentPhone: values => values.agentPhone,
    receivedOn: values => values.receivedOn ?? '',
    receivedAt: values => values.receivedAt,
    matterType: values => wordOf(codes.matterTypes, values.matterType),
    cause: values => values.cause,
    opponentName: values => values.opponentName,
    content: values => values.content,
    answer: values => values.answer,
    toldOfRight: values => (values.toldOfRight === null ? '' : values.toldOfRight ? '已告知' : '未告知'),
    outcome: values => wordOf(codes.consultationOutcomes, values.outcome),
    referrals: values => values.referrals.map(place => wordOf(pack.frontDesk.places, place)).join('、'),
    referralNote: values => values.referralNote,
    consultantId: values => staff.find(one => one.id === values.consultantId)?.name ?? '',
  } as const satisfies { readonly [Key in keyof ConsultationValues]?: (values: ConsultationValues) => string }
  const own = Object.entries(fields).map(([key, words]) => ({
    key: key as keyof typeof fields,
    label: consultationLabel(key),
    words,
  }))
  return [...personStaleFields(codes), ...own]
}
