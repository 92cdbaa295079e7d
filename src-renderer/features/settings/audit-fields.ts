import { ROLES } from '../../../src-main/contract/operation.ts'
import { APPLICATION_STATUS_WORDS, CASE_STATUS_WORDS } from '../../../src-main/contract/status-words.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { roleNames } from '../../api/session.ts'
import { formatYuan } from '../../ui/money-text.ts'
import { FIELD_WORDS } from './audit-field-words.ts'

/** One field of an entry of the trail: its words, and its value on both sides; null on the side where it is not. */
export type FieldChange = {
  readonly key: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

type Leaf = { readonly path: readonly string[]; readonly words: string }

/** Left out: they change with every save and tell nothing. */
const SILENT: ReadonlySet<string> = new Set(['version'])

/**
 * What an entry changed, field by field, in words. With both sides given only fields that differ are told; with one side all of it.
 * Codes are read with the pack in force; a code that it does not know stays as it is.
 */
export function fieldChanges(before: unknown, after: unknown, pack: RulePack | null): readonly FieldChange[] {
  const left = new Map(leavesOf(before, [], pack).map(leaf => [leaf.path.join('.'), leaf]))
  const right = new Map(leavesOf(after, [], pack).map(leaf => [leaf.path.join('.'), leaf]))
  const hasBoth = before !== null && after !== null
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(key => {
    const [was, is] = [left.get(key), right.get(key)]
    const leaf = is ?? was
    if (!leaf || (hasBoth && was?.words === is?.words)) return []
    return [{ key, label: pathWords(leaf.path), before: was?.words ?? null, after: is?.words ?? null }]
  })
}

function leavesOf(value: unknown, path: readonly string[], pack: RulePack | null): readonly Leaf[] {
  const name = path.findLast(part => !/^\d+$/.test(part)) ?? ''
  if (SILENT.has(name)) return []
  if (Array.isArray(value)) {
    if (value.length === 0) return [{ path, words: '（无）' }]
    const isPlain = value.every(one => one === null || typeof one !== 'object')
    if (isPlain) return [{ path, words: value.map(one => valueWords(name, one, pack)).join('、') }]
    return value.flatMap((one, index) => leavesOf(one, [...path, String(index + 1)], pack))
  }
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key], pack))
  return value === undefined || path.length === 0 ? [] : [{ path, words: valueWords(name, value, pack) }]
}

/** 受援人　姓名 of person.name; numbers are places in a list, from 1. */
function pathWords(path: readonly string[]): string {
  return path.map(part => FIELD_WORDS[part] ?? part).join('　')
}

function valueWords(name: string, value: unknown, pack: RulePack | null): string {
  if (value === null || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return name.endsWith('Fen') ? `${formatYuan(value)} 元` : String(value)
  return codeWords(name, String(value), pack)
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  ...APPLICATION_STATUS_WORDS,
  ...CASE_STATUS_WORDS,
  'awaiting-approval': '待审批',
  returned: '已退回',
  approved: '已批',
  listed: '已列入清单',
  paid: '已支付',
  arranging: '整理中',
  used: '使用',
  void: '作废',
}
const ROUTE_WORDS: Readonly<Record<string, string>> = {
  check: '核查',
  waived: '免予核查',
  'not-applicable': '不受经济困难条件限制',
  application: '申请',
  notified: '通知辩护、通知代理',
}

function codeWords(name: string, code: string, pack: RulePack | null): string {
  switch (name) {
    case 'roles': {
      const role = ROLES.find(one => one === code)
      return role ? roleNames([role]) : code
    }
    case 'sex':
      return code === 'male' ? '男' : code === 'female' ? '女' : code
    case 'status':
      return STATUS_WORDS[code] ?? code
    case 'route':
      return ROUTE_WORDS[code] ?? code
    default:
      return (pack ? listsOf(name, pack) : []).find(entry => entry.code === code)?.label ?? code
  }
}

/** The pack's lists that a field's codes come from. */
function listsOf(
  name: string,
  { application, codes, hardship, privacy, retention }: RulePack,
): readonly { readonly code: string; readonly label: string }[] {
  switch (name) {
    case 'matterType':
      return codes.matterTypes
    case 'stage':
      return codes.matterTypes.flatMap(type => type.stages)
    case 'closingMode':
      return codes.matterTypes.flatMap(type => type.closingModes)
    case 'outcome':
      return [
        { code: 'granted', label: '给予援助' },
        { code: 'refused', label: '不予援助' },
        ...codes.consultationOutcomes,
        ...codes.matterTypes.flatMap(type => type.outcomes),
      ]
    case 'aidForms':
      return codes.aidForms
    case 'scope':
      return codes.scopes
    case 'channel':
      return codes.channels
    case 'categories':
      return codes.personCategories
    case 'certificateKind':
      return codes.certificateKinds
    case 'relation':
      return codes.kinshipRelations
    case 'ground':
      return [
        ...hardship.waivedGrounds,
        ...hardship.notApplicableGrounds,
        ...privacy.restrictionGrounds,
        ...privacy.protectionGrounds,
        ...application.grounds,
      ]
    case 'protection':
      return privacy.protectionGrounds
    case 'reasons':
    case 'refusalReasons':
      return codes.refusalReasons
    case 'complexity':
      return codes.complexities
    case 'kind':
      return [...codes.handlerKinds, ...codes.providerKinds]
    case 'retention':
      return retention.periods
    default:
      return []
  }
}
