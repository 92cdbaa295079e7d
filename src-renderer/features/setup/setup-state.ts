import type { InputOf } from '../../../src-main/contract/index.ts'
import { NO_REGION, type RegionChoice } from './region-select.tsx'

export type CenterValues = Required<InputOf<'center.create'>['center']>
type Role = 'clerk' | 'archivist' | 'administrator'
export type DirectorValues = {
  readonly name: string
  readonly password: string
  readonly again: string
  readonly alsoRoles: readonly Role[]
}

/** Everything the wizard (首次设置) has been told. It stays in memory only, until the center is made. */
export type SetupState = {
  readonly center: CenterValues
  readonly region: RegionChoice
  readonly director: DirectorValues
  readonly printedAt: string | null
  readonly typedBack: readonly [string, string]
  readonly start: 'empty' | 'practice' | null
}

export const EMPTY_SETUP: SetupState = {
  center: { fullName: '', shortName: '', regionCode: '', fondsName: '', fondsCode: '', address: '', phone: '', bureauName: '' },
  region: NO_REGION,
  director: { name: '', password: '', again: '', alsoRoles: [] },
  printedAt: null,
  typedBack: ['', ''],
  start: null,
}

/** Practice cases (练习案件) the wizard fills in when asked to. */
export const PRACTICE_CASES = 60

export const STEP_NAMES = ['本中心', '主任账户', '恢复密钥', '开始方式', '完成'] as const

/** Two different groups of the key to be typed back, in order, 0-based; `random` gives numbers in [0, 1). */
export function groupsToTypeBack(count: number, random: () => number): readonly [number, number] {
  const first = Math.floor(random() * count)
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count
  return first < second ? [first, second] : [second, first]
}
