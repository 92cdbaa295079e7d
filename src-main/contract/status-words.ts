import type { ApplicationStatus } from './applications.ts'
import type { CaseStatus } from './cases.ts'

/** Where an application stands, in the office's words. */
export const APPLICATION_STATUS_WORDS: Readonly<Record<ApplicationStatus, string>> = {
  deciding: '待决定',
  supplementing: '待补正',
  granted: '已给予',
  refused: '不予援助',
  withdrawn: '已撤回',
}

/** How a case came in (来源), in the office's words. */
export const CASE_DOOR_WORDS: Readonly<Record<string, string>> = {
  application: '当事人申请',
  notice: '办案机关通知',
  'stage-change': '转阶段',
  imported: '旧册导入',
}

/** Where a case stands, in the office's words. */
export const CASE_STATUS_WORDS: Readonly<Record<CaseStatus, string>> = {
  'awaiting-assignment': '待指派',
  handling: '承办',
  'awaiting-papers': '待交卷',
  'reviewing-papers': '待审核',
  'awaiting-volume': '待整理',
  sealed: '已封卷',
  historic: '旧册案件',
}
