import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { nextSubsidyStatus } from '../../domain/case-status.ts'
import { formatYuan } from '../../domain/money.ts'
import { sha256Hex } from '../../store/keyring.ts'
import { findPaymentList, insertPaymentList, payPaymentList } from '../../store/payment-list-store.ts'
import { findSheetLines, insertSubsidyAct, type SubsidyLine } from '../../store/subsidy-store.ts'
import type { CommandContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { invalid, notFound, ruleRefusal, stale } from '../refusal.ts'
import { paymentListFacts } from './payment-list-facts.ts'

/**
 * Puts approved sheets on a numbered payment list (支付清单), all of them or none. @throws Refusal RULE (not approved, nothing to pay, on a
 * list already), VALIDATION for the day.
 */
export async function createPaymentList(
  ctx: CommandContext,
  input: ParsedInputOf<'subsidies.createPaymentList'>,
): Promise<OutputOf<'subsidies.createPaymentList'>> {
  const ids = [...new Set(input.subsidyIds)]
  const sheets = await findSheetLines(ctx.db, ids)
  if (sheets.length !== ids.length) throw notFound('补贴核算表')
  for (const sheet of sheets) refuseUnpayable(sheet)
  if (input.madeOn > ctx.today) throw invalid(['madeOn'], '清单日期不能晚于今天')
  const late = sheets.find(sheet => sheet.approvedOn !== null && sheet.approvedOn > input.madeOn)
  if (late) throw invalid(['madeOn'], `清单日期不能早于 ${late.number} 的批准日期 ${late.approvedOn}`)
  const id = ctx.newId()
  const totalFen = sheets.reduce((sum, sheet) => sum + sheet.totalFen, 0)
  const number = await drawSeriesNumber(ctx, 'payment-list', input.madeOn, { kind: 'payment-list', id })
  await insertPaymentList(ctx.trx, { id, number, madeOn: input.madeOn, madeBy: ctx.actor.userId, totalFen }, ids)
  await noteActs(ctx, ids, 'listed', number)
  await ctx.audit({
    subjectKind: 'payment-list',
    subjectId: id,
    summary: `编支付清单 ${number}，${sheets.length} 笔 ${formatYuan(totalFen)} 元`,
    before: null,
    after: { number, madeOn: input.madeOn, totalFen, sheets: sheets.map(sheet => sheet.number) },
  })
  const paper = await issuePaper(ctx, { form: 'payment-list', subject: { kind: 'payment-list', id }, isPrinted: false })
  return { id, number, totalFen, paperId: paper.id }
}

function refuseUnpayable(sheet: SubsidyLine): void {
  if (nextSubsidyStatus(sheet.status, 'list') === null)
    throw ruleRefusal('payment-list-approved', `核算表 ${sheet.number} 不是“已批”，不能列入支付清单`, null)
  if (sheet.totalFen === 0)
    throw ruleRefusal('payment-list-amount', `核算表 ${sheet.number} 没有应付金额，不用列入支付清单`, null)
}

/** Writes a payment list as XLSX to where the person chose, and keeps the sum of what was written. @throws Refusal NOT_FOUND. */
export async function exportPaymentList(
  ctx: CommandContext,
  input: ParsedInputOf<'subsidies.exportPaymentList'>,
): Promise<OutputOf<'subsidies.exportPaymentList'>> {
  const facts = await paymentListFacts(ctx, input.id)
  // Read when the first list is exported: the library is large and most days need none.
  const { paymentListWorkbook } = await import('../../papers/payment-list-xlsx.ts')
  const content = await paymentListWorkbook(facts)
  ctx.files.write(input.handle, content)
  const sha256 = sha256Hex(content)
  await ctx.audit({
    subjectKind: 'payment-list',
    subjectId: input.id,
    summary: `导出支付清单 ${facts.number ?? ''} XLSX`,
    after: { bytes: content.length, sha256 },
  })
  return { bytes: content.length, sha256 }
}

/** Notes that a list was paid (支付), with the finance office's receipt. @throws Refusal STALE, RULE, VALIDATION. */
export async function markPaid(
  ctx: CommandContext,
  input: ParsedInputOf<'subsidies.markPaid'>,
): Promise<OutputOf<'subsidies.markPaid'>> {
  const list = await findPaymentList(ctx.db, input.paymentListId)
  if (!list) throw notFound('支付清单')
  if (list.version !== input.version) throw stale('支付清单', list.version)
  if (list.paidOn !== null) throw ruleRefusal('payment-list-paid', `支付清单 ${list.number} 已于 ${list.paidOn} 登记支付`, null)
  if (input.paidOn > ctx.today) throw invalid(['paidOn'], '支付日期不能晚于今天')
  if (input.paidOn < list.madeOn) throw invalid(['paidOn'], `支付日期不能早于清单日期 ${list.madeOn}`)
  const sheetIds = await payPaymentList(ctx.trx, list.id, input.paidOn, input.receipt)
  await noteActs(ctx, sheetIds, 'paid', `${input.paidOn} 支付，回单 ${input.receipt}`)
  await ctx.audit({
    subjectKind: 'payment-list',
    subjectId: list.id,
    summary: `登记支付 ${list.number}，${formatYuan(list.totalFen)} 元`,
    before: { paidOn: null },
    after: { paidOn: input.paidOn, receipt: input.receipt },
  })
  return { version: input.version + 1 }
}

async function noteActs(
  ctx: CommandContext,
  sheetIds: readonly string[],
  act: 'listed' | 'paid',
  opinion: string,
): Promise<void> {
  for (const subsidyId of sheetIds)
    await insertSubsidyAct(ctx.trx, { id: ctx.newId(), subsidyId, act, opinion, by: ctx.actor.userId, at: ctx.now })
}
