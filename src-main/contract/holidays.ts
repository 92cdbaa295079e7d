import { z } from 'zod'
import { fileHandle, id, instant, isoDate, nothing, text } from './common.ts'
import { defineOperations } from './operation.ts'

const holidayDay = z.object({ date: isoDate, name: z.string(), isWorking: z.boolean() })
/** A running clock that other holidays would end on another day. */
const movedClock = z.object({
  title: z.string(),
  label: z.string(),
  openPath: z.string(),
  before: isoDate,
  after: isoDate,
})
const editors = ['director', 'administrator'] as const

export const holidayOperations = defineOperations({
  /** Which years' orders (放假安排) are known and from where, every import, and what is missing. */
  'holidays.list': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({
      knownThrough: isoDate,
      warning: z.string().nullable(),
      years: z.array(
        z.object({ year: z.number().int(), source: z.enum(['shipped', 'imported', 'none']), days: z.array(holidayDay) }),
      ),
      imports: z.array(
        z.object({
          id,
          year: z.number().int(),
          fileName: z.string(),
          days: z.number().int(),
          by: z.string(),
          at: instant,
          undone: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
        }),
      ),
    }),
  },
  /** Dry run of a file (JSON, XLSX or CSV): every fault with its row, and the open clocks it would move. Nothing is stored. */
  'holidays.check': {
    kind: 'command',
    roles: editors,
    input: z.strictObject({ handle: fileHandle }),
    output: z.object({
      fileName: z.string(),
      isSound: z.boolean(),
      year: z.number().int().nullable(),
      days: z.array(holidayDay),
      problems: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })),
      moved: z.array(movedClock),
    }),
  },
  /** Takes in a whole year, or nothing. The file is kept. */
  'holidays.import': {
    kind: 'command',
    roles: editors,
    input: z.strictObject({ handle: fileHandle }),
    output: z.object({ id, year: z.number().int(), days: z.number().int() }),
  },
  /** Takes back an import: the year is as it was before it. */
  'holidays.undo': {
    kind: 'command',
    roles: editors,
    input: z.strictObject({ id, reason: text('撤销理由', 200) }),
    output: nothing,
  },
  /** The template to fill in, as a table that Excel and WPS open. */
  'holidays.template': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ year: z.number().int().min(2020).max(2100), handle: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
  /** The file of an import as it was given. */
  'holidays.export': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ id, handle: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
})
