import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import type { TrialReport } from '../../contract/pack-drafts.ts'
import { subsidyInput } from '../../contract/subsidies.ts'
import { formatYuan } from '../../domain/money.ts'
import type { RulePack, TimeLimitId } from '../../domain/rule-pack/rule-pack.ts'
import { computeSubsidy } from '../../domain/subsidy.ts'
import { sampleOutcomes } from '../../domain/trial-samples.ts'
import { listSupplements } from '../../store/application-store.ts'
import { getCenter } from '../../store/center-store.ts'
import { keepTrial } from '../../store/pack-draft-store.ts'
import { findHandler } from '../../store/provider-store.ts'
import {
  applicationsAfter,
  casesAfter,
  countForTrial,
  drawnNumbersAfter,
  type LedgerPlace,
  sheetsAfter,
} from '../../store/trial-store.ts'
import { storedHardship } from '../applications/assess-hardship.ts'
import { assignmentLimitOf } from '../cases/case-clocks.ts'
import { caseFactsOf } from '../cases/case-facts.ts'
import { loadCase } from '../cases/load-case.ts'
import type { JobContext } from '../context.ts'
import { draftOf } from './drafts.ts'
import { packOfRef } from './pack-ref.ts'
import { hardshipSamples, hardshipWords, lastDayWords, numberWords, type TrialSide, trialSide } from './trial-rules.ts'

/** Rows read at a time, and the most rows of one kind that a report lists. */
const PAGE = 200
const MOST_ROWS = 300

type Kind = TrialReport['kinds'][number]
type Row = Kind['rows'][number]
type Setting = {
  readonly ctx: JobContext
  readonly draft: TrialSide
  /** The side that a file is held against: the pack it was made under, or the one in force where all count as new. */
  baseOf(packVersion: string): TrialSide
  /** Says how far the trial has come and lets a cancellation in. */
  step(label: string, done: number): Promise<void>
}

/**
 * Tries a draft (试算): hardship results, subsidies, last days and numbers of every past file and of sample facts are worked out anew, and
 * whatever would come out differently is listed. Nothing is stored but the report, beside the draft. @throws Refusal NOT_FOUND, RULE.
 */
export async function tryDraft(
  ctx: JobContext,
  { id, asOf }: ParsedInputOf<'packs.tryDraft'>,
): Promise<OutputOf<'packs.tryDraft'>> {
  await draftOf(ctx, id)
  const pack = await packOfRef(ctx, { kind: 'draft', id })
  const from = asOf === 'from-day' ? pack.effectiveFrom : null
  const sides = new Map<string, TrialSide>()
  const sideOf = (version: string, rules: () => RulePack): TrialSide => {
    const side = sides.get(version) ?? trialSide(ctx.center, rules(), from)
    sides.set(version, side)
    return side
  }
  const current = sideOf(ctx.inForce.version, () => ctx.pack)
  const counts = await countForTrial(ctx.db)
  const total = counts.applications + counts.cases + counts.sheets + counts.numbers
  let finished = 0
  const setting: Setting = {
    ctx,
    draft: trialSide(ctx.center, pack, from),
    baseOf: version => (from === null ? sideOf(version, () => ctx.center.packOfVersion(version).pack) : current),
    async step(label, done) {
      // A macrotask, so that a cancellation can come in.
      await new Promise<void>(resolve => setImmediate(resolve))
      finished += done
      ctx.progress(Math.min(finished, total), total, label)
    },
  }
  await setting.step('准备试算', 0)
  const clocks = tally('clock', '期限')
  const hardship = await tryApplications(setting, clocks)
  await tryCases(setting, clocks)
  const subsidy = await trySheets(setting)
  const numbers = await tryNumbers(setting)
  const report: TrialReport = {
    ranAt: ctx.now,
    ranBy: ctx.actor.name,
    draftVersion: pack.version,
    baseVersion: ctx.inForce.version,
    asOf,
    kinds: [hardship, subsidy, clocks, numbers, trySamples(setting, current, from ?? ctx.today)],
  }
  await keepTrial(ctx.trx, id, JSON.stringify(report))
  return report
}

type Tally = { -readonly [Key in keyof Kind]: Kind[Key] }

function tally(kind: Kind['kind'], label: string): Tally {
  return { kind, label, checked: 0, changed: 0, rows: [] }
}

function note(into: Tally, row: Row): void {
  into.checked += 1
  if (row.before === row.after) return
  into.changed += 1
  if (into.rows.length < MOST_ROWS) into.rows.push(row)
}

async function tryApplications({ ctx, draft, baseOf, step }: Setting, clocks: Tally): Promise<Tally> {
  const hardship = tally('hardship', '经济困难核查')
  let after = ''
  for (;;) {
    const rows = await applicationsAfter(ctx.db, after, PAGE)
    if (rows.length === 0) return hardship
    const supplements = await listSupplements(
      ctx.db,
      rows.map(row => row.id),
    )
    for (const row of rows) {
      const base = baseOf(row.pack_version)
      const application = {
        receivedOn: row.received_on,
        hardship: storedHardship(row.hardship_input),
        scope: row.scope,
        cause: row.cause,
      }
      const title = `${row.number}　${row.person_name}`
      const openPath = `/applications/${row.id}`
      note(hardship, {
        title,
        openPath,
        before: hardshipWords(base, application),
        after: hardshipWords(draft, application),
      })
      if (row.status === 'withdrawn') continue
      const pauses = supplements
        .filter(one => one.applicationId === row.id)
        .map(one => ({ reason: 'supplement' as const, from: one.askedOn, to: one.answeredOn }))
      noteClock(clocks, { base, draft, title, openPath, limit: 'decision', start: row.received_on, pauses })
    }
    after = rows.at(-1)?.id ?? after
    await step('试算申请', rows.length)
  }
}

async function tryCases({ ctx, draft, baseOf, step }: Setting, clocks: Tally): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await casesAfter(ctx.db, after, PAGE)
    if (rows.length === 0) return
    for (const row of rows) {
      if (row.status === 'historic') continue
      const starts: readonly (readonly [TimeLimitId, string | null])[] = [
        [assignmentLimitOf(row.door), row.opened_on],
        ['closing-papers', row.closed_on],
        ['closing-review', row.papers_received_on],
      ]
      for (const [limit, start] of starts)
        if (start !== null)
          noteClock(clocks, {
            base: baseOf(row.pack_version),
            draft,
            title: `${row.number}　${row.person_name}`,
            openPath: `/cases/${row.id}`,
            limit,
            start,
            pauses: [],
          })
    }
    after = rows.at(-1)?.id ?? after
    await step('试算案件', rows.length)
  }
}

type ClockTrial = {
  readonly base: TrialSide
  readonly draft: TrialSide
  readonly title: string
  readonly openPath: string
  readonly limit: TimeLimitId
  readonly start: string
  readonly pauses: Parameters<typeof lastDayWords>[3]
}

function noteClock(clocks: Tally, { base, draft, title, openPath, limit, start, pauses }: ClockTrial): void {
  const label = draft.pack.time.limits.find(one => one.id === limit)?.label ?? limit
  note(clocks, {
    title: `${title}　${label}`,
    openPath,
    before: lastDayWords(base, limit, start, pauses),
    after: lastDayWords(draft, limit, start, pauses),
  })
}

async function trySheets({ ctx, draft, baseOf, step }: Setting): Promise<Tally> {
  const found = tally('subsidy', '补贴')
  const handlers = new Map<string, Awaited<ReturnType<typeof findHandler>>>()
  let after = ''
  for (;;) {
    const rows = await sheetsAfter(ctx.db, after, PAGE)
    if (rows.length === 0) return found
    for (const row of rows) {
      const input = subsidyInput.parse(JSON.parse(row.input))
      const handler = handlers.get(row.handler_id) ?? (await findHandler(ctx.db, row.handler_id))
      handlers.set(row.handler_id, handler)
      const base = baseOf(row.pack_version)
      const loaded = await loadCase({ db: ctx.db, pack: base.pack }, row.case_id)
      const { record } = loaded
      const words = (side: TrialSide): string => {
        if (!record.closing || !handler) return '没有结案'
        const facts = side === base ? loaded.facts : caseFactsOf(record, loaded, side.pack)
        const { totalFen, tier, isPayable, notPayableReason } = computeSubsidy(
          {
            facts,
            closedOn: side.dayOf(record.closing.closedOn),
            handler: { kind: handler.handler.kind, isPublicEmployee: handler.handler.isPublicEmployee },
            chosenFen: input.chosenFen,
            recipients: record.closing.personsHelped,
            qualityGrade: null,
            chosenShares: {},
            directCosts: input.directCosts,
          },
          side.pack.subsidyTables,
        )
        return isPayable ? `${formatYuan(totalFen)} 元（${tier?.label ?? '不计劳务费'}）` : (notPayableReason ?? '不付')
      }
      note(found, {
        title: `${row.number}　${row.case_number}`,
        openPath: `/subsidies/${row.id}`,
        before: words(base),
        after: words(draft),
      })
    }
    after = rows.at(-1)?.id ?? after
    await step('试算补贴', rows.length)
  }
}

const NUMBER_PATHS: Readonly<Record<string, string>> = {
  application: '/applications/',
  case: '/cases/',
  subsidy: '/subsidies/',
  consultation: '/consultations/',
}

async function tryNumbers({ ctx, draft, step }: Setting): Promise<Tally> {
  const found = tally('number', '编号')
  const base = trialSide(ctx.center, ctx.pack, null)
  const { shortName } = await getCenter(ctx.db)
  let after: LedgerPlace = { series: '', year: 0, seq: 0 }
  for (;;) {
    const rows = await drawnNumbersAfter(ctx.db, after, PAGE)
    if (rows.length === 0) return found
    for (const row of rows) {
      // Numbers of a series that neither pack has (档号, earlier packs) stand as they are.
      const before = numberWords(base, row, shortName, ctx.pack.codes)
      const after = numberWords(draft, row, shortName, ctx.pack.codes)
      if (before === null || after === null) continue
      const path = NUMBER_PATHS[row.subject_kind]
      note(found, { title: row.text, openPath: path === undefined ? null : `${path}${row.subject_id}`, before, after })
    }
    after = rows.at(-1) ?? after
    await step('试算编号', rows.length)
  }
}

function trySamples({ draft }: Setting, current: TrialSide, onDay: string): Tally {
  const found = tally('sample', '样例')
  const outcomesOf = (side: TrialSide) =>
    new Map(
      [...hardshipSamples(side, onDay), ...sampleOutcomes(side.pack, onDay, side.calendar)].map(one => [one.title, one.outcome]),
    )
  const before = outcomesOf(current)
  const after = outcomesOf(draft)
  for (const title of new Set([...before.keys(), ...after.keys()]))
    note(found, { title, openPath: null, before: before.get(title) ?? '（没有）', after: after.get(title) ?? '（没有）' })
  return found
}
