import { z } from 'zod'
import { NUMBER_SERIES_IDS } from '../domain/rule-pack/rule-pack.ts'
import { code, id, instant, isoDate, nothing, text } from './common.ts'
import { defineOperations } from './operation.ts'

/**
 * A number given by the clerk instead of drawn (补录): an old file's number in its true year, or one of a reserved block (预留号段). The
 * count alone (`37`) or the whole text; the year is that of the matter's own day.
 */
export const backEntry = z.strictObject({ number: text('旧号', 80), reason: text('补录原因', 200) })
export type BackEntry = z.infer<typeof backEntry>
/** `backEntry` as operations that draw a number take it; without it the next number is drawn. */
export const optionalBackEntry = backEntry.nullable().default(null)

const seq = z.number('请填写序号').int('序号应为整数').min(1, '序号从 1 起').max(9_999_999, '序号过大')
const ledgerYear = z.number().int().min(0).max(2199)
/** A series as the ledger names it (`case:民`) and a year; 0 for a series that never starts anew. */
const place = { series: code, year: ledgerYear }
const printable = z.object({ title: z.string(), html: z.string(), landscape: z.boolean() })

const block = z.object({
  id,
  series: z.string(),
  year: z.number().int(),
  label: z.string(),
  first: z.number().int(),
  last: z.number().int(),
  firstText: z.string(),
  lastText: z.string(),
  holder: z.string(),
  reason: z.string(),
  reservedAt: instant,
  reservedBy: z.string(),
  used: z.number().int(),
  voided: z.number().int(),
  unused: z.number().int(),
})

const gap = z.object({
  kind: z.enum(['void', 'reserved', 'explained', 'unexplained']),
  first: z.number().int(),
  last: z.number().int(),
  /** The text of a single number; null where no row holds one. */
  text: z.string().nullable(),
  reason: z.string().nullable(),
  /** Who holds a block. */
  holder: z.string().nullable(),
  by: z.string().nullable(),
  at: instant.nullable(),
  blockId: id.nullable(),
  statementId: id.nullable(),
})

export const numberingOperations = defineOperations({
  'numbering.series': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        series: z.string(),
        label: z.string(),
        pattern: z.string(),
        example: z.string(),
        /** Whether the pack in force still gives such numbers. */
        isCurrent: z.boolean(),
        /** The year its numbers count in today; 0 when it never starts anew. */
        thisYear: z.number().int(),
        years: z.array(
          z.object({
            year: z.number().int(),
            counter: z.number().int(),
            drawn: z.number().int(),
            voided: z.number().int(),
            reserved: z.number().int(),
            unexplained: z.number().int(),
            last: z.string().nullable(),
          }),
        ),
      }),
    ),
  },
  /** Every number of one series and year in order, with voided ones and their reasons (空号说明). */
  'numbering.ledger': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject(place),
    output: z.array(
      z.object({
        seq: z.number().int(),
        text: z.string(),
        status: z.enum(['used', 'void', 'reserved']),
        drawnAt: instant,
        drawnBy: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        voidReason: z.string().nullable(),
        datedOn: isoDate.nullable(),
        /** Why the number was given by hand (补录); null for one that was drawn. */
        backReason: z.string().nullable(),
        /** The number this one grew out of (阶段变更). */
        parent: z.string().nullable(),
        blockId: id.nullable(),
      }),
    ),
  },
  /** Every hole from 1 to the counter with what explains it (空号说明): void, reserved and unused, stated by the director, or nothing. */
  'numbering.gaps': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject(place),
    output: z.object({ counter: z.number().int(), unexplained: z.number().int(), gaps: z.array(gap) }),
  },
  /** The printable list of one series and year (编号清单): every number and every gap, each with its reason. */
  'numbering.sheet': { kind: 'query', roles: 'staff', input: z.strictObject(place), output: printable },
  /** The printable 空号说明 of one series and year: only the holes. */
  'numbering.gapSheet': { kind: 'query', roles: 'staff', input: z.strictObject(place), output: printable },
  /** Voids a number (作废). Its row stays with the reason and it never comes back. */
  'numbering.void': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ text: z.string().max(80), reason: text('作废原因', 200) }),
    output: nothing,
  },
  /** The director's statement that explains missing numbers; one about the paper register before the app moves the counter past it. */
  'numbering.explain': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({
      ...place,
      first: seq,
      last: seq,
      kind: z.enum(['before-start', 'other']),
      reason: text('说明', 200),
    }),
    output: z.object({ id, counter: z.number().int() }),
  },
  /** Takes a wrong statement back; it stays on record. Refused once a number after a 启用前 statement was drawn. */
  'numbering.withdrawExplanation': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ id, reason: text('撤回原因', 200) }),
    output: z.object({ counter: z.number().int() }),
  },
  /** Reserves the next numbers of a series (预留号段) for a day on paper or a second desk. */
  'numbering.reserve': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      ...place,
      count: z.number('请填写个数').int('个数应为整数').min(1, '至少预留 1 个').max(300, '一次最多预留 300 个'),
      holder: text('持有人', 60),
      reason: text('用途', 200),
    }),
    output: z.object({ id, first: z.string(), last: z.string() }),
  },
  /** Blocks, newest first; of one series and year, or all. */
  'numbering.blocks': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ place: z.strictObject(place).nullable().default(null) }),
    output: z.array(block),
  },
  /** The printable 纸质登记号段单: each number of a block with lines to fill in by hand. */
  'numbering.blockSheet': { kind: 'query', roles: 'staff', input: z.strictObject({ id }), output: printable },
  /** Gives unused numbers of a block back (交回) or writes them off (写坏): they are void with the reason. All unused ones without `seqs`. */
  'numbering.release': {
    kind: 'command',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      id,
      seqs: z.array(seq).min(1, '请选择号码').max(300).nullable().default(null),
      how: z.enum(['returned', 'spoiled']),
      reason: text('原因', 200),
    }),
    output: z.object({ released: z.number().int() }),
  },
  /** What a typed old number means for a matter of a day: its whole text, or why it cannot be. Nothing is stored. */
  'numbering.checkBackEntry': {
    kind: 'query',
    roles: ['clerk', 'director'],
    input: z.strictObject({
      seriesId: z.enum(NUMBER_SERIES_IDS),
      day: isoDate,
      matterType: code.nullable().default(null),
      stage: code.nullable().default(null),
      number: text('旧号', 80),
    }),
    output: z.object({ text: z.string().nullable(), problem: z.string().nullable(), note: z.string().nullable() }),
  },
})
