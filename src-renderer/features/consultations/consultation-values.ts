import { type ConsultationInput, consultationInput } from '../../../src-main/contract/consultations.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import { emptyPerson, type IsWithout, type PersonDraft, personDraftOf, personInputOf } from '../../ui/person-draft.ts'
import { PERSON_LABELS, personProblems, personStaleFields, wordOf } from '../../ui/person-words.ts'
import type { StaleField } from '../../ui/stale-merge.ts'

/** The consultation register (咨询登记) as typed: empty text and null stand for what is not answered yet. */
export type ConsultationValues = PersonDraft & {
  readonly channel: string
  readonly receivedOn: string | null
  readonly receivedAt: string
  /** The known person this is, when the clerk said so. */
  readonly personId: string | null
  readonly matterType: string
  readonly cause: string
  readonly opponentName: string
  readonly content: string
  readonly answer: string
  readonly toldOfRight: boolean | null
  readonly outcome: string
  readonly consultantId: string
}

/** The outcome that leads on to an application (转为申请), as the pack's list of outcomes codes it. */
export const TO_APPLICATION = 'to-application'

/** Field names and what the form calls them, in the form's order. */
const LABELS: Readonly<Record<string, string>> = {
  channel: '方式',
  receivedOn: '日期',
  receivedAt: '时间',
  ...PERSON_LABELS,
  matterType: '事项类别',
  cause: '案由',
  opponentName: '对方当事人',
  content: '咨询内容',
  answer: '答复意见',
  toldOfRight: '已告知权利',
  outcome: '办理结果',
  consultantId: '接待人',
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
    channel: pack.codes.channels[0]?.code ?? '',
    receivedOn: at.day,
    receivedAt: at.time,
    personId: null,
    matterType: '',
    cause: '',
    opponentName: '',
    content: '',
    answer: '',
    toldOfRight: null,
    outcome: '',
    consultantId,
  }
}

/** A saved consultation as the form shows it. */
export function consultationValues(pack: RulePack, saved: ConsultationInput): ConsultationValues {
  return {
    ...personDraftOf(saved.person, firstKind(pack)),
    channel: saved.channel,
    receivedOn: saved.receivedOn,
    receivedAt: saved.receivedAt ?? '',
    personId: saved.personId,
    matterType: saved.matterType,
    cause: saved.cause,
    opponentName: saved.opponentName ?? '',
    content: saved.content,
    answer: saved.answer ?? '',
    toldOfRight: saved.toldOfRight,
    outcome: saved.outcome,
    consultantId: saved.consultantId,
  }
}

/** The form as the contract takes it; what is not answered stays so, and the contract refuses it. */
function looseInput(values: ConsultationValues, isWithout: IsWithout) {
  return {
    channel: values.channel,
    receivedOn: values.receivedOn,
    receivedAt: values.receivedAt.trim() === '' ? null : values.receivedAt.trim(),
    person: personInputOf(values, isWithout),
    personId: values.personId,
    matterType: values.matterType,
    cause: values.cause,
    opponentName: values.opponentName,
    content: values.content,
    answer: values.answer,
    toldOfRight: values.toldOfRight,
    outcome: values.outcome,
    consultantId: values.consultantId,
  }
}

/** The input to save, or null while something is missing or wrong. */
export function consultationInputOf(values: ConsultationValues, isWithout: IsWithout): ConsultationInput | null {
  const parsed = consultationInput.safeParse(looseInput(values, isWithout))
  return parsed.success ? parsed.data : null
}

/** The form's field of a path of the contract's input: `person.name` is `name`. */
export function consultationField(path: string): string {
  return path.replace(/^person\./, '').replace(/^(categories)\..*$/, '$1')
}

/** What is wrong with the form, in its order: what the contract refuses, in the words of the form, and what only a form can tell. */
export function consultationProblems(values: ConsultationValues, isWithout: IsWithout, today: string): Problems {
  const missing: Record<string, string> = { ...personProblems(values, isWithout) }
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
    receivedOn: values => values.receivedOn ?? '',
    receivedAt: values => values.receivedAt,
    matterType: values => wordOf(codes.matterTypes, values.matterType),
    cause: values => values.cause,
    opponentName: values => values.opponentName,
    content: values => values.content,
    answer: values => values.answer,
    toldOfRight: values => (values.toldOfRight === null ? '' : values.toldOfRight ? '已告知' : '未告知'),
    outcome: values => wordOf(codes.consultationOutcomes, values.outcome),
    consultantId: values => staff.find(one => one.id === values.consultantId)?.name ?? '',
  } as const satisfies { readonly [Key in keyof ConsultationValues]?: (values: ConsultationValues) => string }
  const own = Object.entries(fields).map(([key, words]) => ({
    key: key as keyof typeof fields,
    label: consultationLabel(key),
    words,
  }))
  return [...personStaleFields(codes), ...own]
}
