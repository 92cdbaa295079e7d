import type { PaymentListFacts } from '../../papers/forms/payment-list.ts'
import { getCenter } from '../../store/center-store.ts'
import { findPaymentListFacts } from '../../store/paper-store.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../refusal.ts'

/** What a payment list (支付清单) says, on paper and in the workbook. @throws Refusal NOT_FOUND. */
export async function paymentListFacts(
  ctx: Pick<QueryContext, 'db' | 'inForce' | 'now' | 'actor'>,
  id: string,
): Promise<PaymentListFacts> {
  const list = await findPaymentListFacts(ctx.db, id)
  if (!list) throw notFound('支付清单')
  return {
    number: list.number,
    centerName: (await getCenter(ctx.db)).fullName,
    period: `${list.made_on.slice(0, 4)}年${Number(list.made_on.slice(5, 7))}月`,
    payments: list.sheets.map(sheet => ({
      payee: sheet.handler_name,
      idNumber: sheet.certificate_number ?? '',
      unit: sheet.provider_name,
      bank: sheet.bank_name ?? '',
      account: sheet.bank_account ?? '',
      amountFen: sheet.total_fen,
      caseNumber: sheet.case_number,
      purpose: sheet.tier_label,
    })),
    madeBy: list.maker_name,
    checkedBy: null,
    approvedBy: list.sheets[0]?.approver_name ?? null,
    origin: { packVersion: ctx.inForce.version, madeAt: ctx.now, maker: ctx.actor.name },
  }
}
