import type { z } from 'zod'
import type { centerInput } from '../../../src-main/contract/center.ts'
import { contract, type OutputOf } from '../../../src-main/contract/index.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import type { StaleField } from '../../ui/stale-merge.ts'

export type CenterFacts = OutputOf<'center.get'>
/** The form: what the center is, and after how many idle minutes the screen locks. `idleMinutes` is null while it is empty. */
export type CenterValues = Required<z.input<typeof centerInput>> & { readonly idleMinutes: number | null }

export const CENTER_LABELS: Readonly<Record<keyof CenterValues, string>> = {
  fullName: '中心全称',
  shortName: '文号简称',
  regionCode: '所在地区',
  fondsName: '全宗名称',
  fondsCode: '全宗号',
  bureauName: '主管司法局',
  address: '地址',
  phone: '电话',
  idleMinutes: '自动锁定',
}

/** The stored particulars as the form holds them. */
export function centerValues(facts: CenterFacts): CenterValues {
  const { regionName: _, version: __, ...values } = facts
  return values
}

/** The input of `center.update` for a form on top of a version. */
export function centerUpdate({ idleMinutes, ...center }: CenterValues, version: number) {
  return { center, idleMinutes: idleMinutes ?? Number.NaN, version }
}

/** What the contract refuses about a form, by its fields. */
export function centerProblems(values: CenterValues): Problems {
  const missing = {
    ...(values.idleMinutes === null ? { idleMinutes: '请填写 1 到 120 的整数' } : {}),
    ...(values.regionCode === '' ? { regionCode: '请选到区、县' } : {}),
  }
  const found = contractProblems(contract['center.update'].input, centerUpdate(values, 1), centerField, missing)
  return found.idleMinutes ? { ...found, idleMinutes: '请填写 1 到 120 的整数' } : found
}

/** The form's field for a path of the input: `center.fullName` is `fullName`. */
export function centerField(path: string): string {
  return path.startsWith('center.') ? path.slice('center.'.length) : path
}

export function centerLabel(name: string): string {
  return name in CENTER_LABELS ? CENTER_LABELS[name as keyof CenterValues] : name
}

/** The fields as the dialog of a late save compares them. Regions stand with their code, which is what is compared. */
export const centerStaleFields: readonly StaleField<CenterValues>[] = (
  ['fullName', 'shortName', 'regionCode', 'fondsName', 'fondsCode', 'bureauName', 'address', 'phone'] as const
)
  .map((key): StaleField<CenterValues> => ({ key, label: CENTER_LABELS[key], words: values => values[key] }))
  .concat({
    key: 'idleMinutes',
    label: CENTER_LABELS.idleMinutes,
    words: values => (values.idleMinutes === null ? '' : `${values.idleMinutes} 分钟`),
  })
