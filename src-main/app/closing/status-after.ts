import { CASE_STATUS_WORDS } from '../../contract/status-words.ts'
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

/** The status of a case after an act (状态变化). @throws Refusal RULE, with both words, when the act is not allowed where the case stands. */
export function statusAfter(status: CaseStatus, act: CaseAct): CaseStatus {
  const next = nextCaseStatus(status, act)
  if (next === null) throw ruleRefusal('case-status', `案件在“${CASE_STATUS_WORDS[status]}”，不能${ACT_WORDS[act]}`, null)
  return next
}
