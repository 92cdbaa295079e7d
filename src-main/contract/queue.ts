import { z } from 'zod'
import { code, id, instant, isoDate, nothing, optionalText, version } from './common.ts'
import { defineOperations } from './operation.ts'

const ticket = z.object({
  id,
  /** 003, or 优003 for one with a ground. */
  label: z.string(),
  name: z.string().nullable(),
  note: z.string().nullable(),
  ground: z.string().nullable(),
  status: z.enum(['waiting', 'called', 'serving', 'done', 'left']),
  takenAt: instant,
  /** Minutes until now, or until the ticket was called. */
  waitingMinutes: z.number().int(),
  /** Which one it is in the order of calls, from 1; null once it was called. */
  place: z.number().int().nullable(),
  reason: z.enum(['priority', 'turn', 'in-between']).nullable(),
  calledBy: z.string().nullable(),
  timesCalled: z.number().int(),
  consultationId: id.nullable(),
  version,
})
export type QueueTicketView = z.infer<typeof ticket>

const byId = z.strictObject({ id, version })
const called = z.object({ id, label: z.string(), name: z.string().nullable(), version })

/** The waiting queue of a day (排队叫号). Off until the director turns it on; numbers begin at 1 every day. */
export const queueOperations = defineOperations({
  /** Today's tickets: those called, those waiting in the order of calls, those that are done. */
  'queue.today': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({
      isOn: z.boolean(),
      day: isoDate,
      /** How tickets are called, in words; null where the rule pack has no rules for it. */
      rule: z.string().nullable(),
      clause: z.string().nullable(),
      tickets: z.array(ticket),
      waiting: z.number().int(),
      done: z.number().int(),
      left: z.number().int(),
      settingVersion: version,
    }),
  },
  /** One ticket, for the walk-in that begins with it. */
  'queue.get': { kind: 'query', roles: 'staff', input: z.strictObject({ id }), output: ticket },
  /** Turns the queue on or off for the whole center. */
  'queue.turn': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ isOn: z.boolean(), version }),
    output: z.object({ version }),
  },
  /** Takes a number (取号). */
  'queue.take': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      name: optionalText('姓名', 60),
      note: optionalText('事由', 100).default(null),
      ground: code.nullable(),
    }),
    output: z.object({ id, label: z.string(), place: z.number().int() }),
  },
  /** Calls whose turn it is (叫下一个). */
  'queue.callNext': { kind: 'command', roles: ['clerk', 'director'], input: nothing, output: called },
  /** Calls a called ticket once more, or one whose person came back (再叫). */
  'queue.callAgain': { kind: 'command', roles: ['clerk', 'director'], input: byId, output: called },
  /** Notes that the person is gone (过号、离开). */
  'queue.leave': { kind: 'command', roles: ['clerk', 'director'], input: byId, output: z.object({ version }) },
  /** Begins to receive the person (接待); the register entry ends the ticket. */
  'queue.begin': { kind: 'command', roles: ['clerk', 'director'], input: byId, output: called },
  /** The ticket as a slip to print (号票), without any name. */
  'queue.slip': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: z.object({ title: z.string(), html: z.string(), landscape: z.boolean() }),
  },
})
