import { nextSubsidyStatus, type SubsidyAct } from '../../domain/case-status.ts'
import { findSheet, type SubsidyRecord, type SubsidyStatus } from '../../store/subsidy-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'

const STATUS_WORDS: Readonly<Record<SubsidyStatus, string>> = {
  'awaiting-approval': '待审批',
  returned: '已退回',
  approved: '已批',
  listed: '已列清单',
  paid: '已支付',
}

const ACT_WORDS: Readonly<Record<SubsidyAct, string>> = {
  revise: '重新编制',
  approve: '批准',
  return: '退回',
  list: '列入支付清单',
  pay: '登记支付',
}

/** A sheet for an act on it, on the version that the person saw. @throws Refusal NOT_FOUND, STALE, RULE where the act is not allowed. */
export async function openSheet(
  ctx: Pick<QueryContext, 'db'>,
  id: string,
  version: number,
  act: SubsidyAct,
): Promise<SubsidyRecord> {
  const sheet = await findSheet(ctx.db, id)
  if (!sheet) throw notFound('补贴核算表')
  if (sheet.version !== version) throw stale('补贴核算表', sheet.version)
  if (nextSubsidyStatus(sheet.status, act) === null)
    throw ruleRefusal('subsidy-status', `核算表${STATUS_WORDS[sheet.status]}，不能${ACT_WORDS[act]}`, null)
  return sheet
}
