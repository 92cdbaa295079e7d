import type { ImportPlanInput } from '../../../src-main/contract/imports.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import {
  type ImportField,
  type ImportFieldId,
  type ImportList,
  importFields,
  type RegisterKind,
} from '../../../src-main/domain/imports/fields.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'

export type Plan = ImportPlanInput
export type Tried = OutputOf<'imports.tryOut'>
export type TriedRow = Tried['rows'][number]
export type ReadFile = OutputOf<'imports.read'>

/** What an old register is called. */
export const REGISTER_WORDS: Readonly<Record<RegisterKind, string>> = { consultation: '咨询台账', case: '案件台账' }

/** The plan with a column taken for a field, or for none; a field that was elsewhere leaves its column. */
export function withColumn(plan: Plan, column: number, field: ImportFieldId | null): Plan {
  const others = plan.columns.filter(one => one.column !== column && one.field !== field)
  return { ...plan, columns: field === null ? others : [...others, { field, column }].toSorted((a, b) => a.column - b.column) }
}

/** The plan with one value for every row that has none, or without it. */
export function withConstant(plan: Plan, field: ImportFieldId, value: string | null): Plan {
  const others = plan.constants.filter(one => one.field !== field)
  return { ...plan, constants: value === null ? others : [...others, { field, value }] }
}

/** The plan with a word of a column taken for a code, or for nothing known. */
export function withWord(plan: Plan, field: ImportFieldId, word: string, code: string | null): Plan {
  return { ...plan, values: [...plan.values.filter(one => one.field !== field || one.word !== word), { field, word, code }] }
}

/** The plan with a row left out for a reason, or taken in again. */
export function withExcluded(plan: Plan, row: number, reason: string | null): Plan {
  const others = plan.excluded.filter(one => one.row !== row)
  return { ...plan, excluded: reason === null ? others : [...others, { row, reason }] }
}

/** The plan with the person of a row decided by hand: a known one, null for a new one, undefined to leave it to the rules. */
export function withPerson(plan: Plan, row: number, personId: string | null | undefined): Plan {
  const others = plan.people.filter(one => one.row !== row)
  return { ...plan, people: personId === undefined ? others : [...others, { row, personId }] }
}

/** Fields that every row needs and that no column gives yet: what must still be pointed at, and what may be answered once. */
export function openFields(plan: Plan): { readonly must: readonly ImportField[]; readonly choose: readonly ImportField[] } {
  const open = importFields(plan.register).filter(field => !plan.columns.some(one => one.field === field.id))
  return { must: open.filter(field => field.need === 'must'), choose: open.filter(field => field.need === 'choose') }
}

/** The choices of a list of codes in words. */
export function listOptions(pack: RulePack | null, list: ImportList): { value: string; label: string }[] {
  if (list === 'sex')
    return [
      { value: 'male', label: '男' },
      { value: 'female', label: '女' },
    ]
  if (list === 'yesNo')
    return [
      { value: 'yes', label: '是' },
      { value: 'no', label: '否' },
    ]
  if (!pack) return []
  const { codes } = pack
  const stages = new Map(codes.matterTypes.flatMap(type => type.stages).map(stage => [stage.code, stage]))
  const entries = {
    channels: codes.channels,
    consultationOutcomes: codes.consultationOutcomes,
    matterTypes: codes.matterTypes,
    stages: [...stages.values()],
    personCategories: codes.personCategories,
  }[list]
  return entries.map(entry => ({ value: entry.code, label: entry.label }))
}

/** The words of the numbers of a dry run, e.g. 共 120 行，可导入 118 行. */
export function countLine(counts: Tried['counts']): string {
  const parts = [
    `共 ${counts.rows + counts.excluded} 行`,
    counts.errorRows > 0 ? `有错误 ${counts.errorRows} 行` : '没有错误',
    counts.warningRows > 0 ? `有提醒 ${counts.warningRows} 行` : '',
    counts.excluded > 0 ? `排除 ${counts.excluded} 行` : '',
    counts.skipped > 0 ? `跳过 ${counts.skipped} 行` : '',
    counts.hidden > 0 ? `隐藏 ${counts.hidden} 行` : '',
    `新登记 ${counts.newPeople} 人`,
    counts.knownPeople > 0 ? `已登记 ${counts.knownPeople} 人` : '',
    counts.toNumber > 0 ? `补编 ${counts.toNumber} 号` : '',
  ]
  return parts.filter(part => part !== '').join('　')
}
