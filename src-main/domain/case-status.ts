/** Where an application (申请) stands, from receipt to its end. */
export const APPLICATION_STATUSES = ['deciding', 'supplementing', 'granted', 'refused', 'withdrawn'] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]
export type ApplicationAct = 'ask-supplement' | 'receive-supplement' | 'grant' | 'refuse' | 'withdraw'

/** Where a case (案件) stands: 待指派 承办 待交卷 待审核 待整理 已封卷; 旧册案件 comes from an old register. */
export const CASE_STATUSES = [
  'awaiting-assignment',
  'handling',
  'awaiting-papers',
  'reviewing-papers',
  'awaiting-volume',
  'sealed',
  'historic',
] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]
export type CaseAct = 'assign' | 'close' | 'receive-papers' | 'accept-papers' | 'return-papers' | 'seal'

/** Where a subsidy sheet (补贴核算表) stands: 待审批 退回 已批 已列清单 已支付. */
export const SUBSIDY_STATUSES = ['awaiting-approval', 'returned', 'approved', 'listed', 'paid'] as const
export type SubsidyStatus = (typeof SUBSIDY_STATUSES)[number]
export type SubsidyAct = 'revise' | 'approve' | 'return' | 'list' | 'pay'

type Moves<Status extends string, Act extends string> = { readonly [From in Status]: { readonly [Done in Act]?: Status } }

/** While papers are awaited aid is not granted; it may be refused, since what is plainly out of scope needs none of them. */
const APPLICATION_MOVES: Moves<ApplicationStatus, ApplicationAct> = {
  deciding: { 'ask-supplement': 'supplementing', grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' },
  supplementing: { 'receive-supplement': 'deciding', refuse: 'refused', withdraw: 'withdrawn' },
  granted: {},
  refused: {},
  withdrawn: {},
}

/** A case under way may be assigned anew (更换承办人); a result entered wrongly may be entered again until the papers are in. */
const CASE_MOVES: Moves<CaseStatus, CaseAct> = {
  'awaiting-assignment': { assign: 'handling' },
  handling: { assign: 'handling', close: 'awaiting-papers' },
  'awaiting-papers': { close: 'awaiting-papers', 'receive-papers': 'reviewing-papers' },
  'reviewing-papers': { 'accept-papers': 'awaiting-volume', 'return-papers': 'awaiting-papers' },
  'awaiting-volume': { seal: 'sealed' },
  sealed: {},
  historic: {},
}

const SUBSIDY_MOVES: Moves<SubsidyStatus, SubsidyAct> = {
  'awaiting-approval': { revise: 'awaiting-approval', approve: 'approved', return: 'returned' },
  returned: { revise: 'awaiting-approval' },
  approved: { list: 'listed' },
  listed: { pay: 'paid' },
  paid: {},
}

/** Status of an application after an act, or null when the act is not allowed where it stands. */
export function nextApplicationStatus(status: ApplicationStatus, act: ApplicationAct): ApplicationStatus | null {
  return APPLICATION_MOVES[status][act] ?? null
}

/** Status of a case after an act, or null when the act is not allowed where it stands. */
export function nextCaseStatus(status: CaseStatus, act: CaseAct): CaseStatus | null {
  return CASE_MOVES[status][act] ?? null
}

/** Status of a subsidy sheet after an act, or null when the act is not allowed where it stands. */
export function nextSubsidyStatus(status: SubsidyStatus, act: SubsidyAct): SubsidyStatus | null {
  return SUBSIDY_MOVES[status][act] ?? null
}
