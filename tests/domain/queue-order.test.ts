import { describe, expect, test } from 'vitest'
import { orderQueue, priorityCalledInRow, ticketLabel } from '../../src-main/domain/queue-order.ts'

/** Tickets from words: `1 2! 3` are numbers 1 to 3, the second with a ground. */
function tickets(words: string) {
  return words
    .split(' ')
    .filter(Boolean)
    .map(word => ({ seq: Number.parseInt(word, 10), ground: word.endsWith('!') ? 'elderly' : null }))
}

const REASON_MARKS = { priority: '!', turn: '', 'in-between': '~' } as const

function called(words: string, calledInRow: number, mostInRow: number): string {
  return orderQueue(tickets(words), calledInRow, mostInRow)
    .map(({ ticket, reason }) => `${ticket.seq}${REASON_MARKS[reason]}`)
    .join(' ')
}

describe('who is called next', () => {
  // `!` was called for its ground, `~` was let in between, a bare number had its turn.
  test.each<[what: string, waiting: string, calledInRow: number, mostInRow: number, order: string]>([
    ['nobody waits', '', 0, 3, ''],
    ['without grounds, by number', '3 1 2', 0, 3, '1 2 3'],
    ['a ground goes first, however late it came', '1 2 3!', 0, 3, '3! 1 2'],
    ['grounds among themselves by number', '4! 1 2! 3', 0, 3, '2! 4! 1 3'],
    ['exactly as many as may go in a row', '1 2! 3! 4!', 0, 3, '2! 3! 4! 1'],
    ['one more than may go in a row waits for one without a ground', '1 2! 3! 4! 5!', 0, 3, '2! 3! 4! 1~ 5!'],
    ['after each one let in the count begins anew', '1 2 3! 4! 5! 6!', 0, 2, '3! 4! 1~ 5! 6! 2'],
    ['one below the limit before now: one more ground, then the other', '1 2! 3!', 2, 3, '2! 1~ 3!'],
    ['at the limit before now: the other first', '1 2! 3!', 3, 3, '1~ 2! 3!'],
    ['over the limit before now, when nobody else waited', '1 2!', 7, 3, '1~ 2!'],
    ['at the limit, but nobody waits without a ground', '2! 3!', 3, 3, '2! 3!'],
    ['never more than one in a row', '1 2 3! 4!', 0, 1, '3! 1~ 4! 2'],
  ])('%s', (_, waiting, calledInRow, mostInRow, order) => {
    expect(called(waiting, calledInRow, mostInRow)).toBe(order)
  })

  test.each<[grounds: (string | null)[], inRow: number]>([
    [[], 0],
    [[null], 0],
    [['elderly'], 1],
    [[null, 'elderly', 'disabled'], 2],
    [['elderly', 'elderly', null], 0],
    [['elderly', null, 'soldier'], 1],
  ])('%j were called: %i priority ones in a row', (grounds, inRow) => {
    expect(priorityCalledInRow(grounds)).toBe(inRow)
  })

  test('a ticket shows its number, and that it has a ground, never which', () => {
    expect([ticketLabel({ seq: 7, ground: null }), ticketLabel({ seq: 7, ground: 'disabled' })]).toEqual(['007', '优007'])
    expect(ticketLabel({ seq: 1234, ground: null })).toBe('1234')
  })
})
