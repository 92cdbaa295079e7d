import type { LetterTypeEntry, MatterTypeEntry } from './rule-pack/codes.ts'
import type { NumberSeries } from './rule-pack/rule-pack.ts'

/** The words of a matter that stand in a number (编号): kind (民), stage (一审), type of letter (函字); empty where the series has none. */
export type NumberWords = { readonly kind: string; readonly stage: string; readonly letter: string }
/** What a document number is made from. */
export type NumberTokens = Partial<NumberWords> & { readonly short: string; readonly year: number; readonly seq: number }
/** How a series writes and counts. */
export type SeriesRules = Pick<NumberSeries, 'id' | 'pattern' | 'reset' | 'perKind' | 'perStage' | 'perLetter' | 'padding'>
/** The pack's lists whose words stand in numbers. */
export type NumberCodes = {
  readonly matterTypes: readonly Pick<MatterTypeEntry, 'code' | 'label' | 'numberWord' | 'stages'>[]
  readonly letterTypes: readonly LetterTypeEntry[]
}
/** What a number is about, by the pack's codes. */
export type NumberedMatter = {
  readonly matterType?: string | undefined
  readonly stage?: string | undefined
  readonly letterType?: string | undefined
}
/** One count (流水) of a series: the whole series, or a kind, stage or type of letter that counts by itself. `key` names it in the ledger. */
export type SeriesBranch = { readonly key: string; readonly label: string; readonly words: NumberWords }

export const NUMBER_TOKENS = ['short', 'kind', 'stage', 'letter', 'year', 'seq'] as const
export type NumberToken = (typeof NUMBER_TOKENS)[number]

const NO_WORDS: NumberWords = { kind: '', stage: '', letter: '' }

/** What is known of a matter when a number of the series is drawn: only that may stand in its numbers. */
const KNOWN: Readonly<Record<NumberSeries['id'], readonly ('kind' | 'stage' | 'letter')[]>> = {
  consultation: ['kind'],
  application: ['kind', 'stage'],
  notice: ['kind', 'stage'],
  receipt: [],
  supplement: ['kind', 'stage'],
  'decision-grant': ['kind', 'stage'],
  'decision-refusal': ['kind', 'stage'],
  case: ['kind', 'stage'],
  assignment: ['kind', 'stage'],
  subsidy: ['kind', 'stage'],
  'payment-list': [],
  parcel: [],
  letter: ['kind', 'stage', 'letter'],
  'incoming-cooperation': [],
  'ending-notice': [],
  objection: [],
  'aid-certificate': [],
  'recheck-notice': [],
}

/** Whether the series may count kinds, stages or types of letters apart. */
export function mayCountApart(id: NumberSeries['id'], by: 'kind' | 'stage' | 'letter'): boolean {
  return KNOWN[id].includes(by)
}

/** A number by its series' pattern: `蚌援民〔2026〕37号`. `seq` is padded with zeros to the series' least width. */
export function formatNumber(series: Pick<SeriesRules, 'pattern' | 'padding'>, tokens: NumberTokens): string {
  return fillPattern(series.pattern, {
    ...NO_WORDS,
    ...tokens,
    year: String(tokens.year),
    seq: String(tokens.seq).padStart(series.padding, '0'),
  })
}

/**
 * The count and the year that a written number (旧号) of this series and these words says, or null when it does not fit the pattern. A
 * bare count (`37`) fits too; its year is null. Brackets of any kind, full-width digits, blanks and a missing 第 or 号 are forgiven.
 */
export function readNumber(
  series: Pick<SeriesRules, 'pattern'>,
  words: NumberWords & { readonly short: string },
  written: string,
): { readonly year: number | null; readonly seq: number } | null {
  const typed = tidy(written)
  if (/^\d{1,8}$/.test(typed)) return Number(typed) > 0 ? { year: null, seq: Number(typed) } : null
  const shape = tidy(fillPattern(series.pattern, { ...words, year: '\uE001', seq: '\uE002' }))
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace('\uE001', '(?<year>\\d{4})')
    .replace('\uE002', '(?<seq>\\d{1,8})')
  const groups = new RegExp(`^${shape}$`).exec(typed)?.groups
  const seq = Number(groups?.seq ?? 0)
  if (seq === 0) return null
  return { year: groups?.year === undefined ? null : Number(groups.year), seq }
}

/** Every count of a series, in the order of the pack's lists. Two stages of one word share a count unless the kinds are apart. */
export function seriesBranches(series: SeriesRules & { readonly label?: string }, codes: NumberCodes): readonly SeriesBranch[] {
  const kinds = series.perKind ? codes.matterTypes : [null]
  const letters = series.perLetter ? codes.letterTypes : [null]
  const branches = kinds.flatMap(kind => {
    const stages = series.perStage ? (kind ? [kind] : codes.matterTypes).flatMap(type => type.stages) : [null]
    return stages.flatMap(stage =>
      letters.map(letter =>
        branchOf(series, {
          kind: kind?.numberWord ?? '',
          stage: stage ? (stage.numberWord ?? stage.label) : '',
          letter: letter?.numberWord ?? '',
        }),
      ),
    )
  })
  return branches.filter((one, index) => branches.findIndex(other => other.key === one.key) === index)
}

/**
 * The count of a series that a matter belongs to, with the words its number shows; null when the series counts apart what the matter
 * does not say or the pack does not know.
 */
export function branchForMatter(
  series: SeriesRules & { readonly label?: string },
  codes: NumberCodes,
  matter: NumberedMatter,
): SeriesBranch | null {
  const type = codes.matterTypes.find(one => one.code === matter.matterType)
  const stages = type ? type.stages : codes.matterTypes.flatMap(one => one.stages)
  const stage = stages.find(one => one.code === matter.stage)
  const letter = codes.letterTypes.find(one => one.code === matter.letterType)
  if ((series.perKind && !type) || (series.perStage && !stage) || (series.perLetter && !letter)) return null
  return branchOf(series, {
    kind: series.perKind ? (type?.numberWord ?? '') : '',
    stage: series.perStage ? (stage?.numberWord ?? stage?.label ?? '') : '',
    letter: series.perLetter ? (letter?.numberWord ?? '') : '',
  })
}

/** The series and the words that a count's key in the ledger says: `letter#函字` is of the series `letter`, and its letters are 函字. */
export function readBranchKey(key: string): { readonly series: string; readonly words: NumberWords } {
  const {
    series = key,
    kind = '',
    stage = '',
    letter = '',
  } = /^(?<series>[^:/#]+)(?::(?<kind>[^/#]*))?(?:\/(?<stage>[^#]*))?(?:#(?<letter>.*))?$/.exec(key)?.groups ?? {}
  return { series, words: { kind, stage, letter } }
}

function branchOf(series: SeriesRules & { readonly label?: string }, words: NumberWords): SeriesBranch {
  const key = [
    series.id,
    series.perKind ? `:${words.kind}` : '',
    series.perStage ? `/${words.stage}` : '',
    series.perLetter ? `#${words.letter}` : '',
  ].join('')
  const apart = [words.kind, words.stage, words.letter].filter(word => word !== '')
  const label = series.label ?? series.id
  return { key, label: apart.length === 0 ? label : `${label}（${apart.join('，')}）`, words: { ...NO_WORDS, ...words } }
}

/** A text with the signs that people type in many ways made one: half-width, one kind of brackets, no blanks, no 第 and 号. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[(（【〖「﹝〔]/g, '〔')
    .replace(/[\])）】〗」﹞〕]/g, '〕')
    .replace(/[第号]/g, '')
}

/** A pattern with its tokens written out; tokens without a value stay. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, token: string) => String(values[token] ?? whole))
}
