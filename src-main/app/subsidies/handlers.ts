import { listPaymentLists } from '../../store/payment-list-store.ts'
import { findSheet, listDueCases, listSheets, listSubsidyActs } from '../../store/subsidy-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { computeForCase } from './compute.ts'
import { approveSubsidy, returnSubsidy } from './decide-sheet.ts'
import { createPaymentList, exportPaymentList, markPaid } from './payment-list.ts'
import { prepareSubsidy } from './prepare.ts'
import { reviseSubsidy } from './revise.ts'

/** Subsidies (补贴): computed by the pack, prepared by one, approved by another, paid by list. */
export const subsidyHandlers: HandlersOf<'subsidies'> = {
  'subsidies.preview': query(async (ctx, entry) => (await computeForCase(ctx, entry)).view),
  'subsidies.due': query(async ({ db }) => listDueCases(db)),
  'subsidies.prepare': command(prepareSubsidy),
  'subsidies.revise': command(reviseSubsidy),
  'subsidies.get': query(async ({ db }, { id }) => {
    const sheet = await findSheet(db, id)
    if (!sheet) throw notFound('补贴核算表')
    return { ...sheet, history: await listSubsidyActs(db, id) }
  }),
  'subsidies.list': query(async ({ db }, filter) => listSheets(db, filter)),
  'subsidies.approve': command(approveSubsidy),
  'subsidies.return': command(returnSubsidy),
  'subsidies.createPaymentList': command(createPaymentList),
  'subsidies.paymentLists': query(async ({ db }) => listPaymentLists(db)),
  'subsidies.exportPaymentList': command(exportPaymentList),
  'subsidies.markPaid': command(markPaid),
}
