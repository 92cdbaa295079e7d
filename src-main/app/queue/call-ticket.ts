import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { ticketLabel } from '../../domain/queue-order.ts'
import { changeTicket, findTicket, insertTicket, listTickets, noteFirstCall, queueSetting } from '../../store/queue-store.ts'
import type { QueueTicketTable } from '../../store/schema/desk.ts'
import type { CommandContext } from '../context.ts'
import { FieldProblems } from '../field-problems.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'
import { placed } from './today.ts'

type Called = OutputOf<'queue.callNext'>

/** Takes a number of today (取号). @throws Refusal RULE while the queue is off, VALIDATION for a ground that is in no list. */
export async function takeTicket(
  ctx: CommandContext,
  { name, note, ground }: ParsedInputOf<'queue.take'>,
): Promise<OutputOf<'queue.take'>> {
  const { isOn } = await queueSetting(ctx.db)
  if (!isOn) throw ruleRefusal('queue-off', '排队叫号没有启用，由主任启用', null)
  if (ground !== null) {
    const problems = new FieldProblems()
    problems.entryOf(ctx.pack.frontDesk.queue?.grounds ?? [], ground, ['ground'], '优先理由')
    problems.refuseIfAny()
  }
  const id = ctx.newId()
  const ticket = { id, day: ctx.today, ground, name, note, taken_at: ctx.now, taken_by: ctx.actor.userId }
  const seq = await insertTicket(ctx.trx, ticket)
  const label = ticketLabel({ seq, ground })
  const order = placed(ctx, await listTickets(ctx.db, ctx.today))
  await noteOnTicket(ctx, id, `取号 ${label}`, { after: { day: ctx.today, seq, ground } })
  return { id, label, place: order.findIndex(one => one.ticket.id === id) + 1 }
}

/** Calls whose turn it is (叫下一个). @throws Refusal RULE when nobody waits. */
export async function callNext(ctx: CommandContext): Promise<Called> {
  const [next] = placed(ctx, await listTickets(ctx.db, ctx.today))
  if (!next) throw ruleRefusal('queue-empty', '没有人在等', null)
  return callOut(ctx, next.ticket, `叫号 ${ticketLabel(next.ticket)}`)
}

/** Calls a ticket once more; also one that was passed over and came back. Its first call keeps its time. */
export async function callAgain(ctx: CommandContext, input: ParsedInputOf<'queue.callAgain'>): Promise<Called> {
  const ticket = await ticketOfToday(ctx, input)
  allow(ticket, ['called', 'left'])
  return callOut(ctx, ticket, `再叫 ${ticketLabel(ticket)}`)
}

/** Notes that the person is gone (离开). */
export async function leaveQueue(ctx: CommandContext, input: ParsedInputOf<'queue.leave'>): Promise<OutputOf<'queue.leave'>> {
  const ticket = await ticketOfToday(ctx, input)
  allow(ticket, ['waiting', 'called', 'serving'])
  await changeTicket(ctx.trx, ticket.id, { status: 'left', ended_at: ctx.now })
  await noteOnTicket(ctx, ticket.id, `号 ${ticketLabel(ticket)} 离开`, {
    before: { status: ticket.status },
    after: { status: 'left' },
  })
  return { version: ticket.version + 1 }
}

/** Begins to receive the person of a ticket (接待), called or not. */
export async function beginTicket(ctx: CommandContext, input: ParsedInputOf<'queue.begin'>): Promise<Called> {
  const ticket = await ticketOfToday(ctx, input)
  allow(ticket, ['waiting', 'called', 'serving'])
  if (ticket.status === 'serving') return calledOf(ticket, ticket.version)
  if (ticket.called_at === null) await noteFirstCall(ctx.trx, ticket.id, ticket.day, ctx.now)
  const times_called = Math.max(1, ticket.times_called)
  await changeTicket(ctx.trx, ticket.id, { status: 'serving', called_by: ctx.actor.userId, times_called })
  const summary = `接待 ${ticketLabel(ticket)}`
  await noteOnTicket(ctx, ticket.id, summary, { before: { status: ticket.status }, after: { status: 'serving' } })
  return calledOf(ticket, ticket.version + 1)
}

/** Ends a ticket with the register entry that came of it. Runs in the registration's own transaction. */
export async function finishTicket(ctx: CommandContext, ticketId: string, consultationId: string): Promise<void> {
  const ticket = await findTicket(ctx.db, ticketId)
  if (!ticket) throw notFound('号票')
  if (ticket.consultation_id !== null)
    throw ruleRefusal('ticket-done', `号 ${ticketLabel(ticket)} 已经登记过，请从来访登记簿打开`, null)
  await changeTicket(ctx.trx, ticketId, { status: 'done', ended_at: ctx.now, consultation_id: consultationId })
}

async function callOut(ctx: CommandContext, ticket: QueueTicketTable, summary: string): Promise<Called> {
  if (ticket.called_at === null) await noteFirstCall(ctx.trx, ticket.id, ticket.day, ctx.now)
  await changeTicket(ctx.trx, ticket.id, {
    status: 'called',
    called_by: ctx.actor.userId,
    times_called: ticket.times_called + 1,
    ended_at: null,
  })
  await noteOnTicket(ctx, ticket.id, summary, { before: { status: ticket.status }, after: { status: 'called' } })
  return calledOf(ticket, ticket.version + 1)
}

function calledOf(ticket: QueueTicketTable, version: number): Called {
  return { id: ticket.id, label: ticketLabel(ticket), name: ticket.name, version }
}

async function ticketOfToday(
  ctx: CommandContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<QueueTicketTable> {
  const ticket = await findTicket(ctx.db, id)
  // Yesterday's tickets are over: every day begins anew.
  if (ticket?.day !== ctx.today) throw notFound('今天的号票')
  if (ticket.version !== version) throw stale('号票', ticket.version)
  return ticket
}

const STATUS_WORDS = {
  waiting: '还在等',
  called: '已叫',
  serving: '正在接待',
  done: '已登记',
  left: '已离开',
} as const satisfies Record<QueueTicketTable['status'], string>

function allow(ticket: QueueTicketTable, states: readonly QueueTicketTable['status'][]): void {
  if (!states.includes(ticket.status))
    throw ruleRefusal('ticket-status', `号 ${ticketLabel(ticket)} ${STATUS_WORDS[ticket.status]}，不能这样办`, null)
}

async function noteOnTicket(
  ctx: CommandContext,
  subjectId: string,
  summary: string,
  states: { readonly before?: unknown; readonly after: unknown },
): Promise<void> {
  await ctx.audit({ subjectKind: 'queue-ticket', subjectId, summary, ...states })
}
