import { type NoticeInput, noticeInput } from '../../../src-main/contract/notices.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import { emptyPerson, type IsWithout, type PersonDraft, personDraftOf, personInputOf } from '../../ui/person-draft.ts'
import { PERSON_LABELS, personProblems, personStaleFields, wordOf } from '../../ui/person-words.ts'
import type { StaleField } from '../../ui/stale-merge.ts'

/** A document that came with the notice, as typed. */
export type DocumentDraft = { readonly name: string; readonly copies: number | null }

/** A notice (通知书) as typed: empty text and null stand for what is not answered yet. */
export type NoticeValues = PersonDraft & {
  readonly kind: string
  readonly organKind: string
  readonly organName: string
  readonly organNumber: string
  readonly contactName: string
  readonly contactPhone: string
  readonly noticedOn: string | null
  readonly receivedOn: string | null
  readonly receivedAt: string
  readonly personId: string | null
  readonly stage: string
  readonly cause: string
  readonly scope: string
  readonly opponentName: string
  readonly custodyPlace: string
  readonly hearingOn: string | null
  readonly facts: string
  readonly documents: readonly DocumentDraft[]
  readonly parentCaseId: string | null
}

/** Notices concern criminal matters (刑事); the pack's scopes of the notified route say so. */
const MATTER_TYPE = 'criminal'

/** Field names and what the form calls them, in the form's order. */
const LABELS: Readonly<Record<string, string>> = {
  organKind: '办案机关',
  organName: '机关名称',
  organNumber: '通知书文号',
  noticedOn: '通知日期',
  receivedOn: '收到日期',
  receivedAt: '收到时间',
  contactName: '联系人',
  contactPhone: '联系人电话',
  ...PERSON_LABELS,
  kind: '通知事项',
  scope: '情形',
  stage: '诉讼阶段',
  cause: '案由',
  custodyPlace: '羁押场所',
  hearingOn: '开庭日期',
  opponentName: '被害人',
  facts: '案情',
  documents: '所附材料',
  parentCaseId: '前一阶段案件',
}

/** What the form calls a field. */
export function noticeLabel(name: string): string {
  return LABELS[name.split('.')[0] ?? ''] ?? '内容'
}

/** Stages of a criminal matter, and the groups (情形) that a kind of notice may rest on. */
export function stagesOf(pack: RulePack) {
  return pack.codes.matterTypes.find(type => type.code === MATTER_TYPE)?.stages ?? []
}
export function scopesOf(pack: RulePack, kind: string) {
  const allowed = pack.codes.noticeKinds.find(one => one.code === kind)?.scopes ?? []
  return pack.codes.scopes.filter(scope => allowed.includes(scope.code))
}

function firstKind(pack: RulePack): string | null {
  return pack.codes.certificateKinds[0]?.code ?? null
}

/** An empty form at a moment (`YYYY-MM-DD`, `HH:MM`): which kind, group and stage it is has no answer yet. */
export function emptyNotice(pack: RulePack, at: { readonly day: string; readonly time: string }): NoticeValues {
  return {
    ...emptyPerson(firstKind(pack)),
    kind: '',
    organKind: '',
    organName: '',
    organNumber: '',
    contactName: '',
    contactPhone: '',
    noticedOn: null,
    receivedOn: at.day,
    receivedAt: at.time,
    personId: null,
    stage: '',
    cause: '',
    scope: '',
    opponentName: '',
    custodyPlace: '',
    hearingOn: null,
    facts: '',
    documents: [],
    parentCaseId: null,
  }
}

/** A saved notice as the form shows it. */
export function noticeValues(pack: RulePack, saved: NoticeInput): NoticeValues {
  const { person, matterType: _, ...rest } = saved
  return {
    ...personDraftOf(person, firstKind(pack)),
    ...rest,
    organNumber: saved.organNumber ?? '',
    contactName: saved.contactName ?? '',
    contactPhone: saved.contactPhone ?? '',
    receivedAt: saved.receivedAt ?? '',
    opponentName: saved.opponentName ?? '',
    custodyPlace: saved.custodyPlace ?? '',
  }
}

/** The form as the contract takes it; what is not answered stays so, and the contract refuses it. */
function looseInput(values: NoticeValues, isWithout: IsWithout) {
  return {
    kind: values.kind,
    organKind: values.organKind,
    organName: values.organName,
    organNumber: values.organNumber,
    contactName: values.contactName,
    contactPhone: values.contactPhone,
    noticedOn: values.noticedOn,
    receivedOn: values.receivedOn,
    receivedAt: values.receivedAt.trim() === '' ? null : values.receivedAt.trim(),
    person: personInputOf(values, isWithout),
    personId: values.personId,
    matterType: MATTER_TYPE,
    stage: values.stage,
    cause: values.cause,
    scope: values.scope,
    opponentName: values.opponentName,
    custodyPlace: values.custodyPlace,
    hearingOn: values.hearingOn,
    facts: values.facts,
    documents: values.documents.filter(one => one.name.trim() !== ''),
    parentCaseId: values.parentCaseId,
  }
}

/** The input to save, or null while something is missing or wrong. */
export function noticeInputOf(values: NoticeValues, isWithout: IsWithout): NoticeInput | null {
  const parsed = noticeInput.safeParse(looseInput(values, isWithout))
  return parsed.success ? parsed.data : null
}

/** The form's field of a path of the contract's input: `notice.person.name` is `name`. */
export function noticeField(path: string): string {
  return path
    .replace(/^notice\./, '')
    .replace(/^person\./, '')
    .replace(/^(categories)\..*$/, '$1')
}

/** What is wrong with the form, in its order: what the contract refuses, in the words of the form, and what only a form can tell. */
export function noticeProblems(values: NoticeValues, isWithout: IsWithout, today: string): Problems {
  const missing: Record<string, string> = { ...personProblems(values, isWithout) }
  if (values.organKind === '') missing.organKind = '请选择办案机关类别'
  if (values.noticedOn === null) missing.noticedOn = '请填写通知书上的日期'
  if (values.receivedOn === null) missing.receivedOn = '请填写收到日期'
  else if (values.receivedOn > today) missing.receivedOn = '收到日期不能晚于今天'
  else if (values.noticedOn !== null && values.noticedOn > values.receivedOn) missing.noticedOn = '通知书的日期不能晚于收到的日期'
  if (values.kind === '') missing.kind = '请选择通知辩护或者通知代理'
  if (values.scope === '') missing.scope = '请选择通知所依据的情形'
  if (values.stage === '') missing.stage = '请选择诉讼阶段'
  const found = contractProblems(noticeInput, looseInput(values, isWithout), noticeField, missing)
  const order = Object.keys(LABELS)
  return Object.fromEntries(Object.entries(found).toSorted(([left], [right]) => order.indexOf(left) - order.indexOf(right)))
}

/** The fields a stale save compares, with their values in words. */
export function noticeStaleFields(pack: RulePack): readonly StaleField<NoticeValues>[] {
  const { codes } = pack
  const fields = {
    organKind: values => wordOf(codes.noticeOrgans, values.organKind),
    organName: values => values.organName,
    organNumber: values => values.organNumber,
    noticedOn: values => values.noticedOn ?? '',
    receivedOn: values => values.receivedOn ?? '',
    receivedAt: values => values.receivedAt,
    contactName: values => values.contactName,
    contactPhone: values => values.contactPhone,
    kind: values => wordOf(codes.noticeKinds, values.kind),
    scope: values => wordOf(codes.scopes, values.scope),
    stage: values => wordOf(stagesOf(pack), values.stage),
    cause: values => values.cause,
    custodyPlace: values => values.custodyPlace,
    hearingOn: values => values.hearingOn ?? '',
    opponentName: values => values.opponentName,
    facts: values => values.facts,
    documents: values => values.documents.map(one => `${one.name} ${one.copies ?? ''} 份`).join('、'),
  } as const satisfies { readonly [Key in keyof NoticeValues]?: (values: NoticeValues) => string }
  const own = Object.entries(fields).map(([key, words]) => ({
    key: key as keyof typeof fields,
    label: noticeLabel(key),
    words,
  }))
  return [...personStaleFields(codes), ...own]
}
