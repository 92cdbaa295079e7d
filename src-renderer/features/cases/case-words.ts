import type { CaseStatus } from '../../../src-main/contract/cases.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { Tone } from '../../ui/tag.tsx'

export type CaseDetail = OutputOf<'cases.get'>
export type CaseSummary = OutputOf<'cases.list'>['rows'][number]

/** The status words (状态) of a case; a tint only where somebody has to do something. */
export const CASE_STATUS: Readonly<Record<CaseStatus, { readonly label: string; readonly tone: Tone }>> = {
  'awaiting-assignment': { label: '待指派', tone: 'amber' },
  handling: { label: '承办', tone: 'plain' },
  'awaiting-papers': { label: '待交卷', tone: 'plain' },
  'reviewing-papers': { label: '待审核', tone: 'amber' },
  'awaiting-volume': { label: '待整理', tone: 'plain' },
  sealed: { label: '已封卷', tone: 'plain' },
  historic: { label: '旧册案件', tone: 'plain' },
}

/** The order in which the statuses follow each other, as the list's filter shows them. */
export const CASE_STATUSES = Object.keys(CASE_STATUS) as readonly CaseStatus[]

const SUBSIDY_WORDS: Readonly<Record<string, string>> = {
  'awaiting-approval': '待审批',
  returned: '已退回',
  approved: '已批',
  listed: '已列清单',
  paid: '已支付',
}

/** The status word of a case's subsidy sheet (补贴核算表). */
export function subsidyWord(status: string): string {
  return SUBSIDY_WORDS[status] ?? status
}

/** What the person is to the matter: 诉 against an opponent in a suit, nothing where there is none. */
export function opponentLink(matterType: string): string {
  return matterType === 'criminal' ? '被害方' : matterType === 'non-litigation' ? '与' : '诉'
}
