import { ticketLabel } from '../../domain/queue-order.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import { shanghaiTime } from '../../papers/paper-date.ts'
import { getCenter } from '../../store/center-store.ts'
import { findTicket, listTickets, queueSetting, turnQueue } from '../../store/queue-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'
import { beginTicket, callAgain, callNext, leaveQueue, takeTicket } from './call-ticket.ts'
import { placed, queueToday, ticketView } from './today.ts'

/** The waiting queue of the front desk (排队叫号). */
export const queueHandlers: HandlersOf<'queue'> = {
  'queue.today': query(queueToday),
  'queue.get': query(async (ctx, { id }) => {
    const ticket = await findTicket(ctx.db, id)
    const row = (await listTickets(ctx.db, ticket?.day ?? '')).find(one => one.id === id)
    if (!row) throw notFound('号票')
    return ticketView(ctx, row)
  }),
  'queue.turn': command(async (ctx, { isOn, version }) => {
    const before = await queueSetting(ctx.db)
    if (before.version !== version) throw stale('排队叫号', before.version)
    if (isOn && ctx.pack.frontDesk.queue === null) throw ruleRefusal('queue-rules', '规则包里没有排队叫号的规则', null)
    if (before.isOn === isOn) return { version }
    await turnQueue(ctx.trx, isOn)
    const summary = isOn ? '启用排队叫号' : '停用排队叫号'
    await ctx.audit({ subjectKind: 'center', subjectId: '1', summary, before: { isOn: before.isOn }, after: { isOn } })
    return { version: version + 1 }
  }),
  'queue.take': command(takeTicket),
  'queue.callNext': command(callNext),
  'queue.callAgain': command(callAgain),
  'queue.leave': command(leaveQueue),
  'queue.begin': command(beginTicket),
  'queue.slip': query(async (ctx, { id }) => {
    const tickets = await listTickets(ctx.db, ctx.today)
    const ticket = tickets.find(one => one.id === id)
    if (!ticket) throw notFound('今天的号票')
    const { rule } = await queueToday(ctx)
    const { html, page, title } = renderPaper('queue-ticket', {
      centerName: (await getCenter(ctx.db)).fullName,
      label: ticketLabel(ticket),
      takenAt: shanghaiTime(ticket.taken_at),
      before: Math.max(
        0,
        placed(ctx, tickets).findIndex(one => one.ticket.id === id),
      ),
      rule: rule ?? '按取号先后叫号。',
    })
    return { title: `${title}　${ticketLabel(ticket)}`, html, landscape: page.orientation === 'landscape' }
  }),
}
