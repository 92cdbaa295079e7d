import { formatArchiveNumber } from '../../domain/archive-number.ts'
import { OLD_SERIES } from '../../domain/imports/numbers.ts'
import { formatNumber, seriesBranches } from '../../domain/numbering.ts'
import type { NumberSeries, RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { CenterRecord } from '../../store/center-store.ts'

/** A series of numbers (编号系列) as the ledger names it, with its words and the first number it would give in a year. */
export type KnownSeries = {
  readonly series: string
  readonly label: string
  readonly pattern: string
  readonly example: string
  readonly isCurrent: boolean
  /** The year its numbers count in; 0 when it never starts anew. */
  readonly thisYear: number
}

/** A count of the pack in force that numbers can be drawn from. */
export type OpenSeries = KnownSeries & {
  readonly rules: NumberSeries
  /** Writes a number of it. */
  readonly format: (year: number, seq: number) => string
}

const ARCHIVE_SERIES = /^archive:([^:]+):([^:]+)$/

/** Every series of a pack; one that counts each kind of matter, stage or type of letter apart (分类编号) stands once for each. */
export function seriesOfPack(pack: RulePack, shortName: string, year: number): readonly OpenSeries[] {
  return pack.numberSeries.flatMap(rules =>
    seriesBranches(rules, pack.codes).map(({ key, label, words }) => {
      const format = (ofYear: number, seq: number) => formatNumber(rules, { ...words, short: shortName, year: ofYear, seq })
      const thisYear = rules.reset === 'never' ? 0 : year
      return { series: key, label, pattern: rules.pattern, example: format(year, 1), isCurrent: true, thisYear, rules, format }
    }),
  )
}

/**
 * A series that the ledger holds: of the pack in force, of archive numbers (档号), or of an earlier pack. `packs` are all packs, newest
 * first. A series that no pack knows any more goes by its own name.
 */
export function describeSeries(
  series: string,
  packs: readonly RulePack[],
  center: Pick<CenterRecord, 'shortName' | 'fondsCode'>,
  year: number,
): KnownSeries {
  if (series.startsWith(OLD_SERIES)) {
    const shape = series.slice(OLD_SERIES.length)
    const label = `旧册编号（${shape.replace('{year}', '年').replace('{seq}', '×')}）`
    return { series, label, pattern: shape, example: '', isCurrent: false, thisYear: year }
  }
  const archive = ARCHIVE_SERIES.exec(series)
  for (const pack of packs) {
    const known = archive
      ? archiveSeries(series, archive[1] ?? '', archive[2] ?? '', pack, center.fondsCode, year)
      : seriesOfPack(pack, center.shortName, year).find(one => one.series === series)
    if (known) return known
  }
  return { series, label: series, pattern: '', example: '', isCurrent: false, thisYear: year }
}

function archiveSeries(
  series: string,
  category: string,
  retention: string,
  pack: RulePack,
  fonds: string,
  year: number,
): KnownSeries | undefined {
  const categoryWords = pack.archiveNumber.categories.find(one => one.code === category)?.label
  const retentionWords = pack.retention.periods.find(one => one.code === retention)?.label
  if (categoryWords === undefined || retentionWords === undefined) return undefined
  return {
    series,
    label: `档号（${categoryWords}，${retentionWords}）`,
    pattern: pack.archiveNumber.pattern,
    example: formatArchiveNumber(pack.archiveNumber, { fonds, category, year, retention, seq: 1 }),
    isCurrent: true,
    thisYear: year,
  }
}
