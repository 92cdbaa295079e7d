import { type FirstOpinionInput, firstOpinionInput, type StationOpinion } from '../../../src-main/contract/stations.ts'
import { contractProblems } from '../../ui/contract-problems.ts'
import type { Problems } from '../../ui/form-problems.ts'
import type { StaleField } from '../../ui/stale-merge.ts'

/** A station's first opinion (初审意见) as typed: empty text and null stand for what is not answered yet. */
export type FirstOpinionValues = {
  readonly stationId: string
  readonly opinion: string
  readonly reason: string
  readonly givenBy: string
  readonly givenOn: string | null
  readonly passedOn: string | null
}

export const OPINIONS: readonly { readonly value: StationOpinion; readonly label: string }[] = [
  { value: 'grant', label: '拟给予' },
  { value: 'refuse', label: '拟不予' },
  { value: 'open', label: '请中心审定' },
]

/** A recorded opinion as the form shows it; without one, a form that proposes nothing. */
export function firstOpinionValues(saved: FirstOpinionInput | null): FirstOpinionValues {
  return saved ?? { stationId: '', opinion: '', reason: '', givenBy: '', givenOn: null, passedOn: null }
}

/** The input to save, or null while something is missing. */
export function firstOpinionInputOf(values: FirstOpinionValues): FirstOpinionInput | null {
  const parsed = firstOpinionInput.safeParse(values)
  return parsed.success ? parsed.data : null
}

/** What is missing, in the form's order. */
export function firstOpinionProblems(values: FirstOpinionValues): Problems {
  const missing: Record<string, string> = {}
  if (values.stationId === '') missing.stationId = '请选择工作站'
  if (values.opinion === '') missing.opinion = '请选择初审意见'
  if (values.reason.trim() === '') missing.reason = '请写明初审理由'
  if (values.givenBy.trim() === '') missing.givenBy = '请填写初审人'
  if (values.givenOn === null) missing.givenOn = '请填写初审日期'
  if (values.passedOn === null) missing.passedOn = '请填写转送日期'
  return contractProblems(firstOpinionInput, values, path => path, missing)
}

/** The fields a late save compares, with their values in words. */
export function firstOpinionStaleFields(
  stations: readonly { readonly id: string; readonly station: { readonly name: string } }[],
): readonly StaleField<FirstOpinionValues>[] {
  return [
    {
      key: 'stationId',
      label: '工作站',
      words: values => stations.find(one => one.id === values.stationId)?.station.name ?? '',
    },
    { key: 'opinion', label: '初审意见', words: values => OPINIONS.find(one => one.value === values.opinion)?.label ?? '' },
    { key: 'reason', label: '理由', words: values => values.reason },
    { key: 'givenBy', label: '初审人', words: values => values.givenBy },
    { key: 'givenOn', label: '初审日期', words: values => values.givenOn ?? '' },
    { key: 'passedOn', label: '转送日期', words: values => values.passedOn ?? '' },
  ]
}
