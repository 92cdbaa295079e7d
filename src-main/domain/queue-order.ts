/** A ticket of the waiting queue (排队叫号). Numbers of a day grow with the time they were taken. */
export type WaitingTicket = { readonly seq: number; readonly ground: string | null }

/** Why a ticket stands where it does: it has a ground (优先), it is its turn (按顺序), or it is let in between priority ones (间隔叫号). */
export type QueueReason = 'priority' | 'turn' | 'in-between'

export type PlacedTicket<Ticket> = { readonly ticket: Ticket; readonly reason: QueueReason }

/**
 * The order in which waiting tickets will be called if nobody else comes: priority tickets first, each kind by the time it was taken. After
 * `mostInRow` priority tickets in a row one without a ground is called, so that nobody waits for ever. `calledInRow` is how many
 * priority tickets were called one after another until now (`priorityCalledInRow`).
 */
export function orderQueue<Ticket extends WaitingTicket>(
  waiting: readonly Ticket[],
  calledInRow: number,
  mostInRow: number,
): readonly PlacedTicket<Ticket>[] {
  const bySeq = waiting.toSorted((left, right) => left.seq - right.seq)
  const priority = bySeq.filter(ticket => ticket.ground !== null)
  const plain = bySeq.filter(ticket => ticket.ground === null)
  const placed: PlacedTicket<Ticket>[] = []
  let inRow = calledInRow
  while (placed.length < bySeq.length) {
    const isPlainTurn = priority.length === 0 || (inRow >= mostInRow && plain.length > 0)
    const reason = isPlainTurn ? (priority.length === 0 ? 'turn' : 'in-between') : 'priority'
    const ticket = isPlainTurn ? plain.shift() : priority.shift()
    if (ticket === undefined) break
    inRow = isPlainTurn ? 0 : inRow + 1
    placed.push({ ticket, reason })
  }
  return placed
}

/** How many priority tickets were called one after another until now. `grounds` are those of the day's called tickets, in the order of the calls. */
export function priorityCalledInRow(grounds: readonly (string | null)[]): number {
  const lastPlain = grounds.lastIndexOf(null)
  return grounds.length - 1 - lastPlain
}

/** What stands on a ticket and is called out: 003, or 优003 for one with a ground. */
export function ticketLabel(ticket: WaitingTicket): string {
  return `${ticket.ground === null ? '' : '优'}${String(ticket.seq).padStart(3, '0')}`
}
