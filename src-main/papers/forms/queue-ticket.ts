import type { NoWording, PaperDefinition } from '../model.ts'
import { A6 } from '../model.ts'

/** What a ticket of the waiting queue (号票) says: no name and no reason, since it lies about. `takenAt` is local, ready to print. */
export type QueueTicketFacts = {
  readonly centerName: string
  readonly label: string
  readonly takenAt: string
  /** How many are called before, as things stand. */
  readonly before: number
  /** How tickets are called, in words. */
  readonly rule: string
}

export const queueTicket: PaperDefinition<QueueTicketFacts, NoWording> = {
  id: 'queue-ticket',
  title: '排队号票',
  formNumber: null,
  page: A6,
  pageNumbers: false,
  build: facts => [
    { kind: 'title', text: facts.centerName, points: 14 },
    {
      kind: 'paragraph',
      text: facts.label,
      indent: false,
      align: 'center',
      points: 48,
      bold: true,
      typeface: 'title',
      beforeMm: 4,
    },
    { kind: 'paragraph', text: `前面还有 ${facts.before} 人`, indent: false, align: 'center', points: 14, beforeMm: 6 },
    { kind: 'paragraph', text: `取号时间　${facts.takenAt}`, indent: false, align: 'center', points: 10.5, beforeMm: 2 },
    { kind: 'notes', notes: [facts.rule, '当日有效。过号请告诉接待人员，可以再叫。'], beforeMm: 6 },
  ],
}
