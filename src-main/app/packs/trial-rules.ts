import { hardshipInput } from '../../contract/hardship.ts'
import { computeDeadline, type Pause, type WorkingCalendar } from '../../domain/clock.ts'
import { formatYuan } from '../../domain/money.ts'
import { branchForMatter, formatNumber, type NumberCodes, type NumberWords, readBranchKey } from '../../domain/numbering.ts'
import type { RulePack, TimeLimitId } from '../../domain/rule-pack/rule-pack.ts'
import { type AssessedApplication, assessUnder } from '../applications/assess-hardship.ts'
import type { Center } from '../center.ts'

/** One side of a trial (试算): rules, their working days, and the day on which things count as having happened. */
export type TrialSide = {
  readonly pack: RulePack
  readonly calendar: WorkingCalendar
  /** Last days found so far, by limit and first day: thousands of files share them. */
  readonly lastDays: Map<string, string>
  dayOf(day: string): string
}

/** A side of the trial by a pack; `from` moves earlier days to that day, as if everything had come in then. */
export function trialSide(center: Center, pack: RulePack, from: string | null): TrialSide {
  return {
    pack,
    calendar: center.calendarOf(pack),
    lastDays: new Map(),
    dayOf: day => (from !== null && day < from ? from : day),
  }
}

/** The outcome of a hardship check in words: 符合经济困难标准（1,200.00 ／ 1,950.00）. */
export function hardshipWords(side: TrialSide, application: AssessedApplication): string {
  const dated = { ...application, receivedOn: side.dayOf(application.receivedOn) }
  const { summary, perHeadFen, lineFen } = assessUnder({ pack: side.pack, version: side.pack.version }, dated)
  return perHeadFen === null || lineFen === null ? summary : `${summary}（${formatYuan(perHeadFen)} ／ ${formatYuan(lineFen)}）`
}

/** Monthly incomes of the sample households, in fen a head, and how many people live in them. */
const SAMPLE_INCOMES = [50_000, 100_000, 150_000, 195_000, 195_001, 250_000, 400_000] as const
const SAMPLE_HEADS = [1, 3] as const

/** Sample households (样例家庭) assessed under a side, as if they had applied on a day. */
export function hardshipSamples(side: TrialSide, onDay: string): readonly { readonly title: string; readonly outcome: string }[] {
  const relation = side.pack.codes.kinshipRelations[0]?.code ?? ''
  return SAMPLE_HEADS.flatMap(heads =>
    SAMPLE_INCOMES.map(fen => {
      const members = Array.from({ length: heads }, (_, index) => ({
        name: index === 0 ? '申请人' : `家庭成员${index}`,
        relation,
        age: 40,
        occupation: null,
        livesTogether: true,
        sharesIncome: true,
        incomes: [{ source: null, note: null, amountFen: fen, months: 1 }],
      }))
      const hardship = hardshipInput.parse({
        route: 'check',
        members,
        opponentInFamily: false,
        registrationArea: 'urban',
        residenceArea: 'urban',
        suddenHardship: null,
        outlays: null,
        debts: null,
        proofWay: { way: 'declaration', isSigned: true, signedOn: onDay },
      })
      return {
        title: `经济困难　${heads} 口人　每人每月 ${formatYuan(fen)} 元`,
        outcome: hardshipWords(side, { receivedOn: onDay, hardship, scope: null, cause: null }),
      }
    }),
  )
}

/** The last day of a clock in words, or that the pack has it switched off. */
export function lastDayWords(side: TrialSide, limitId: TimeLimitId, start: string, pauses: readonly Pause[]): string {
  const limit = side.pack.time.limits.find(one => one.id === limitId)
  if (!limit?.active) return '未启用'
  const place = `${limitId} ${start}`
  const known = pauses.length === 0 ? side.lastDays.get(place) : undefined
  if (known !== undefined) return known
  const { lastDay } = computeDeadline({
    start,
    limit,
    rules: side.pack.time,
    pauses,
    calendar: side.calendar,
    today: start,
  })
  if (pauses.length === 0) side.lastDays.set(place, lastDay)
  return lastDay
}

/** A number as the ledger has it, with what is known of the matter it was drawn for. */
export type DrawnNumber = {
  readonly series: string
  readonly year: number
  readonly seq: number
  readonly drawn_at: string
  readonly matter_type: string | null
  readonly stage: string | null
}

/**
 * The text of a drawn number under a side's pattern; null where the pack has no such series. `drawnUnder` are the codes that gave its
 * words. A word that nothing says any more stands as （未登记）.
 */
export function numberWords(side: TrialSide, row: DrawnNumber, shortName: string, drawnUnder: NumberCodes): string | null {
  const drawn = readBranchKey(row.series)
  const series = side.pack.numberSeries.find(one => one.id === drawn.series)
  if (!series) return null
  const { codes } = side.pack
  const letterType = drawnUnder.letterTypes.find(one => one.numberWord === drawn.words.letter)?.code
  const matter = { matterType: row.matter_type ?? undefined, stage: row.stage ?? undefined, letterType }
  const words = branchForMatter(series, codes, matter)?.words
  const wordOf = (word: keyof NumberWords, isApart: boolean) =>
    isApart ? words?.[word] || drawn.words[word] || '（未登记）' : ''
  const year = row.year === 0 ? Number(row.drawn_at.slice(0, 4)) : row.year
  return formatNumber(series, {
    short: shortName,
    kind: wordOf('kind', series.perKind),
    stage: wordOf('stage', series.perStage),
    letter: wordOf('letter', series.perLetter),
    year,
    seq: row.seq,
  })
}
