import type { Role } from '../../../src-main/contract/operation.ts'
import { isSettled } from './case-stages.ts'
import type { CaseDetail } from './case-words.ts'

export type CaseAct = 'assign' | 'close' | 'receive-papers' | 'accept-papers' | 'prepare-subsidy' | 'open-subsidy' | 'open-volume'

export type NextStep = {
  readonly act: CaseAct
  /** The words on the button. */
  readonly label: string
  /** Who may do it, when this person may not; null when they may. */
  readonly waitsFor: string | null
}

const OFFICE: readonly Role[] = ['clerk', 'director']
const PAPERS: readonly Role[] = ['clerk', 'archivist', 'director']
const ARCHIVE: readonly Role[] = ['archivist', 'director']

/** The one thing that moves the case on now, or null when nothing is left. An archivist arranges; the office pays first. */
export function nextStep(facts: Pick<CaseDetail, 'status' | 'subsidy' | 'volume'>, roles: readonly Role[]): NextStep | null {
  const may = (needed: readonly Role[]) => needed.some(role => roles.includes(role))
  const step = (act: CaseAct, label: string, needed: readonly Role[], who: string): NextStep => ({
    act,
    label,
    waitsFor: may(needed) ? null : who,
  })
  switch (facts.status) {
    case 'awaiting-assignment':
      return step('assign', '指派承办人', OFFICE, '接待员或主任')
    case 'handling':
      return step('close', '结案登记', OFFICE, '接待员或主任')
    case 'awaiting-papers':
      return step('receive-papers', '登记交卷', PAPERS, '接待员、档案员或主任')
    case 'reviewing-papers':
      return step('accept-papers', '审核通过', PAPERS, '接待员、档案员或主任')
    case 'awaiting-volume': {
      const arrange = step('open-volume', facts.volume ? '继续整理案卷' : '开始整理案卷', ARCHIVE, '档案员或主任')
      if (facts.subsidy === null && may(OFFICE)) return step('prepare-subsidy', '编制补贴', OFFICE, '接待员或主任')
      if (facts.subsidy !== null && !isSettled(facts.subsidy) && !may(ARCHIVE))
        return step('open-subsidy', '打开补贴核算表', roles, '')
      return arrange
    }
    case 'sealed':
      return facts.subsidy === null || isSettled(facts.subsidy) ? null : step('open-subsidy', '打开补贴核算表', roles, '')
    case 'historic':
      return null
    default:
      return facts.status satisfies never
  }
}
