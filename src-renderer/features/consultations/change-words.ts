import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { wordOf } from '../../ui/person-words.ts'
import { consultationLabel } from './consultation-values.ts'

export type ChangeLine = { readonly label: string; readonly before: string; readonly after: string }

/** What a change of an entry says, field by field in the form's words (修改记录). */
export function changeLines(
  pack: RulePack,
  staff: readonly { readonly id: string; readonly name: string }[],
  fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[],
): readonly ChangeLine[] {
  const words = (field: string, value: unknown) => valueWords(pack, staff, field, value)
  return fields
    .filter(one => one.field !== 'status' && one.field !== 'reason' && one.field !== 'application')
    .map(one => ({
      label: FIELD_LABELS[one.field] ?? consultationLabel(one.field),
      before: words(one.field, one.before),
      after: words(one.field, one.after),
    }))
}

const FIELD_LABELS: Readonly<Record<string, string>> = { agent: '代为来访', personId: '人员' }

function valueWords(
  pack: RulePack,
  staff: readonly { readonly id: string; readonly name: string }[],
  field: string,
  value: unknown,
): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (field) {
    case 'channel':
      return wordOf(pack.codes.channels, text)
    case 'matterType':
      return wordOf(pack.codes.matterTypes, text)
    case 'outcome':
      return wordOf(pack.codes.consultationOutcomes, text)
    case 'toldOfRight':
      return value === true ? '已告知' : '未告知'
    case 'consultantId':
      return staff.find(one => one.id === text)?.name ?? text
    case 'personId':
      return '另一人'
    case 'referrals':
      return Array.isArray(value) ? value.map(place => wordOf(pack.frontDesk.places, String(place))).join('、') : ''
    case 'agent':
      return typeof value === 'object' ? Object.values(value).filter(Boolean).join('　') : ''
    default:
      return text
  }
}
