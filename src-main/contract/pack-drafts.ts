import { z } from 'zod'
import { id, instant, isoDate, nothing, text, version } from './common.ts'
import { defineOperations } from './operation.ts'
import { basis, key } from './rule-pack-parts.ts'

/** A pack that was signed, a draft (规则包草稿), or an example standard (示例标准) laid over the rules in force. */
const packRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pack'), id }),
  z.strictObject({ kind: z.literal('draft'), id }),
  z.strictObject({ kind: z.literal('example'), id: key }),
])
const packText = z.string().max(4_000_000)
const packProblem = z.object({ line: z.number().int(), column: z.number().int(), path: z.string(), message: z.string() })
const packChange = z.object({
  key: z.string(),
  section: z.string(),
  title: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** A row of a trial (试算): what comes out differently. */
const trialRow = z.object({
  title: z.string(),
  before: z.string(),
  after: z.string(),
  openPath: z.string().nullable(),
})
/** What a draft would change, tried on past files and on sample facts. Nothing else is stored of a trial. */
export const trialReport = z.object({
  ranAt: instant,
  ranBy: z.string(),
  draftVersion: z.string(),
  /** The pack it was held against. */
  baseVersion: z.string(),
  /** own-day: as of each file's own day; from-day: as if each had come in on the draft's first day. */
  asOf: z.enum(['own-day', 'from-day']),
  kinds: z.array(
    z.object({
      kind: z.enum(['hardship', 'subsidy', 'clock', 'number', 'sample']),
      label: z.string(),
      checked: z.number().int(),
      changed: z.number().int(),
      rows: z.array(trialRow),
    }),
  ),
})
export type TrialReport = z.infer<typeof trialReport>

const draftSummary = z.object({
  id,
  name: z.string(),
  packVersion: z.string(),
  baseVersion: z.string(),
  createdBy: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  version,
})

const editors = ['director', 'administrator'] as const

export const packDraftOperations = defineOperations({
  /** Any pack by its id, to be read: in force, earlier, still to come, or withdrawn before its day. */
  'packs.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version: z.string(),
      name: z.string(),
      enactedOn: isoDate,
      enactedBy: z.string().nullable(),
      standing: z.enum(['in-force', 'earlier', 'future', 'withdrawn']),
      /** The document, with the parts that came with later versions of the program. `packs.export` gives it byte for byte. */
      text: z.string(),
    }),
  },
  /** Takes back a pack whose day has not come. It stays in the list, struck through, and its version is never used again. */
  'packs.withdraw': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ id, reason: text('撤回理由', 200) }),
    output: nothing,
  },
  /** What two packs differ in, in plain words. */
  'packs.difference': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ before: packRef, after: packRef }),
    output: z.object({
      before: z.object({ version: z.string(), name: z.string() }),
      after: z.object({ version: z.string(), name: z.string() }),
      changes: z.array(packChange),
    }),
  },
  /** The same as a sheet to be printed (规则包对照表). */
  'packs.differenceSheet': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ before: packRef, after: packRef }),
    output: z.object({ title: z.string(), html: z.string(), landscape: z.boolean() }),
  },
  'packs.drafts': { kind: 'query', roles: 'staff', input: nothing, output: z.array(draftSummary) },
  /** The local standards that ship as examples: names, sources, and what each rule rests on with how sure it is. */
  'packs.examples': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        id: key,
        name: z.string(),
        note: z.string(),
        sources: z.array(z.object({ name: z.string(), fullName: z.string(), number: z.string(), note: z.string() })),
        bases: z.array(basis),
      }),
    ),
  },
  /** A copy of a signed pack, the text of a file, or the rules in force with an example standard, to be edited. Its version is a new one. */
  'packs.startDraft': {
    kind: 'command',
    roles: editors,
    input: z.strictObject({
      from: z.union([z.strictObject({ packId: id }), z.strictObject({ text: packText }), z.strictObject({ exampleId: key })]),
    }),
    output: z.object({ id, version }),
  },
  'packs.getDraft': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: draftSummary.extend({
      /** The document as it stands, sound or not. */
      text: z.string(),
      isSound: z.boolean(),
      problems: z.array(packProblem),
      /** The newest changes first; the first one is what 撤销 takes back. */
      changes: z.array(z.object({ seq: z.number().int(), place: z.string(), by: z.string(), at: instant })),
      trial: trialReport.nullable(),
    }),
  },
  /** Sets one place of the draft; without a value the place is removed. Whatever it makes wrong is told by `packs.getDraft`. */
  'packs.editDraft': {
    kind: 'command',
    roles: editors,
    input: z.strictObject({
      id,
      version,
      path: z
        .array(z.union([z.string().max(60), z.number().int().min(0)]))
        .min(1)
        .max(12),
      value: z.json().optional(),
    }),
    output: z.object({ version }),
  },
  /** Replaces the whole text of the draft, sound or not. */
  'packs.writeDraft': {
    kind: 'command',
    roles: editors,
    input: z.strictObject({ id, version, text: packText }),
    output: z.object({ version }),
  },
  /** Takes back the newest change. */
  'packs.undoDraft': {
    kind: 'command',
    roles: editors,
    input: z.strictObject({ id, version }),
    output: z.object({ version, place: z.string() }),
  },
  'packs.discardDraft': { kind: 'command', roles: editors, input: z.strictObject({ id, version }), output: nothing },
  /** Tries a sound draft on every past file and on sample facts. Only the report is kept, beside the draft. */
  'packs.tryDraft': {
    kind: 'job',
    roles: editors,
    input: z.strictObject({ id, asOf: z.enum(['own-day', 'from-day']).default('own-day') }),
    output: trialReport,
  },
})
