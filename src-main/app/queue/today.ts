import type { OutputOf } from '../../contract/index.ts'
import type { QueueTicketView } from '../../contract/queue.ts'
import { orderQueue, type PlacedTicket, priorityCalledInRow, ticketLabel } from '../../domain/queue-order.ts'
import { listTickets, queueSetting } from '../../store/queue-store.ts'
import type { QueueTicketTable } from '../../store/schema/desk.ts'
import type { QueryContext } from '../context.ts'

type Context = Pick<QueryContext, 'db' | 'pack' | 'today' | 'now'>
export type TicketRow = Awaited<ReturnType<typeof listTickets>>[number]

const MINUTE = 60_000

/** Today's waiting tickets in the order in which they will be called. */
export function placed(ctx: Pick<QueryContext, 'pack'>, tickets: readonly TicketRow[]): readonly PlacedTicket<TicketRow>[] {
  const calls = tickets
    .filter(ticket => ticket.call_order !== null)
    .toSorted((left, right) => (left.call_order ?? 0) - (right.call_order ?? 0))
  const inRow = priorityCalledInRow(calls.map(ticket => ticket.ground))
  const most = ctx.pack.frontDesk.queue?.mostPriorityInRow ?? Number.POSITIVE_INFINITY
  return orderQueue(
    tickets.filter(ticket => ticket.status === 'waiting'),
    inRow,
    most,
  )
}

/** The queue of today: called and being received first, then who waits in the order of calls, then who is done, the last one first. */
export async function queueToday(ctx: Context): Promise<OutputOf<'queue.today'>> {
  const [setting, tickets] = await Promise.all([queueSetting(ctx.db), listTickets(ctx.db, ctx.today)])
  const order = placed(ctx, tickets)
  const at = (...states: readonly QueueTicketTable['status'][]) => tickets.filter(ticket => states.includes(ticket.status))
  const rules = ctx.pack.frontDesk.queue
  return {
    isOn: setting.isOn,
    day: ctx.today,
    rule:
      rules === null ? null : `优先的先叫，同类按取号先后；优先的连续叫 ${rules.mostPriorityInRow} 个以后，叫一个按顺序等的。`,
    clause: rules === null ? null : `${rules.basis.source}${rules.basis.article}`,
    tickets: [
      ...at('called', 'serving').map(ticket => ticketView(ctx, ticket)),
      ...order.map(({ ticket, reason }, index) => ticketView(ctx, ticket, { place: index + 1, reason })),
      ...at('done', 'left')
        .toSorted((left, right) => compare(right.ended_at ?? '', left.ended_at ?? ''))
        .map(ticket => ticketView(ctx, ticket)),
    ],
    waiting: order.length,
    done: at('done').length,
    left: at('left').length,
    settingVersion: setting.version,
  }
}

/** A ticket as the screens show it. */
export function ticketView(
  ctx: Pick<QueryContext, 'now'>,
  ticket: TicketRow,
  standing: Pick<QueueTicketView, 'place' | 'reason'> = { place: null, reason: null },
): QueueTicketView {
  const until = ticket.called_at ?? ticket.ended_at ?? ctx.now
  return {
    id: ticket.id,
    label: ticketLabel(ticket),
    name: ticket.name,
    note: ticket.note,
    ground: ticket.ground,
    status: ticket.status,
    takenAt: ticket.taken_at,
    waitingMinutes: Math.max(0, Math.floor((Date.parse(until) - Date.parse(ticket.taken_at)) / MINUTE)),
    ...standing,
    calledBy: ticket.called_by_name,
    timesCalled: ticket.times_called,
    consultationId: ticket.consultation_id,
    version: ticket.version,
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
