import { type CaseAct, type CaseStatus, nextCaseStatus } from '../../domain/case-status.ts'
import { ruleRefusal } from '../refusal.ts'

const ACT_WORDS: Readonly<Record<CaseAct, string>> = {
  assign: '指派或变更承办人',
  close: '登记结案',
  'receive-papers': '登记交卷',
  'accept-papers': '通过结案材料',
  'return-papers': '退回结案材料',
  seal: '封卷',
}

const STATUS_WORDS: Readonly<Record<CaseStatus, string>> = {
  'awaiting-assignment': '待指派',
  handling: '承办',
  'awaiting-papers': '待交卷',
  'reviewing-papers': '待审核',
  'awaiting-volume': '待整理',
  sealed: '已封卷',
}

/** The status of a case after an act (状态变化). @throws Refusal RULE, with both words, when the act is not allowed where the case stands. */
export function statusAfter(status: CaseStatus, act: CaseAct): CaseStatus {
  const next = nextCaseStatus(status, act)
  if (next === null) throw ruleRefusal('case-status', `案件在“${STATUS_WORDS[status]}”，不能${ACT_WORDS[act]}`, null)
  return next
}
