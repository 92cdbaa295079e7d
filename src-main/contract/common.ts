import { z } from 'zod'

/** ULID of a row. */
export const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, '编号格式不对')
/** Calendar day `YYYY-MM-DD` in Asia/Shanghai; must exist in the calendar. */
export const isoDate = z.iso.date('日期不存在，应为 年-月-日，如 2026-11-20')
/** Local clock time `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为 时:分，如 14:30')
/** UTC instant, ISO 8601. */
export const instant = z.iso.datetime()
/** Money in integer fen (分). */
export const fen = z.number().int('金额最多两位小数').min(0, '金额不能为负').max(100_000_000_000, '金额过大')
/** Row version for stale-write checks. */
export const version = z.number().int().min(1)
/** A code from one of the rule pack's lists (规则包代码表). */
export const code = z.string().min(1).max(64)

/** A text field, trimmed; `required` names the field in the message. */
export function text(label: string, longest: number) {
  return z.string().trim().min(1, `请填写${label}`).max(longest, `${label}最多 ${longest} 个字`)
}
/** An optional text field, trimmed; empty text means "not given" and is stored as null. */
export function optionalText(label: string, longest: number) {
  return z
    .string()
    .trim()
    .max(longest, `${label}最多 ${longest} 个字`)
    .nullable()
    .overwrite(value => (value === '' ? null : value))
}

/** A file the user picked: a handle from the shell's dialog, or (headless) `path:/absolute/path`. */
export const fileHandle = z.string().min(1).max(4096)
/** A file whose content travels with the call (dropped on the window), base64. */
export const fileInput = z.union([
  z.strictObject({ handle: fileHandle }),
  z.strictObject({ name: z.string().min(1).max(255), base64: z.base64() }),
])

/** Asks for one page of a list, `limit` rows from row `offset`. */
export const paging = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(200) }

/** Nothing asked, nothing answered. */
export const nothing = z.strictObject({})

/** A step of an explained result (每步依据): what was done, how, with what value, resting on which clause. */
export const explainedStep = z.object({
  label: z.string(),
  detail: z.string(),
  value: z.string().nullable(),
  clause: z.string().nullable(),
  confidence: z.enum(['H', 'M', 'L']).nullable(),
})

/** What a clock (期限) runs on. */
export const clockSubject = z.strictObject({ kind: z.enum(['application', 'case']), id })
export type ClockSubject = z.infer<typeof clockSubject>

/** A running, finished or cancelled statutory clock (期限) as lists carry it. `subject` is what `clocks.get` is asked with, null where nobody opens it. */
export const clockSummary = z.object({
  limit: z.string(),
  subject: z.object({ kind: z.enum(['application', 'case']), id }).nullable(),
  label: z.string(),
  startedOn: isoDate,
  lastDay: isoDate,
  plainLastDay: isoDate,
  shiftedBecause: z.string().nullable(),
  pausedDays: z.number().int(),
  pausedFor: z.string().nullable(),
  daysLeft: z.number().int(),
  state: z.enum(['running', 'due-today', 'overdue', 'paused', 'done', 'done-late', 'cancelled']),
  doneOn: isoDate.nullable(),
  /** Who cancelled it (撤销期限), when and why; null while it stands. */
  cancelled: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
})
export type ClockSummary = z.infer<typeof clockSummary>

/** A clock with its days, its steps and who holds it, ready to draw. */
export const clock = clockSummary.extend({
  /** Who holds the thing now, or, once the last day has passed undone, who held it at its end (谁超的期). */
  heldBy: z.object({ name: z.string().nullable(), step: z.string(), letLapse: z.boolean() }).nullable(),
  days: z.array(z.object({ date: isoDate, kind: z.enum(['start', 'counted', 'paused', 'today', 'future', 'last']) })),
  steps: z.array(explainedStep),
})
export type ClockView = z.infer<typeof clock>
