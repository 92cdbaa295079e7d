import { OLD_SERIES } from '../../domain/import-numbers.ts'
import { formatArchiveNumber, formatNumber } from '../../domain/numbering.ts'
import type { RulePack } from '../../domain/rule-pack.ts'
import type { CenterRecord } from '../../store/center-store.ts'

/** A series of numbers (编号系列) as the ledger names it, with its words and the first number it would give in a year. */
export type KnownSeries = { readonly series: string; readonly label: string; readonly pattern: string; readonly example: string }

const ARCHIVE_SERIES = /^archive:([^:]+):([^:]+)$/

/** Every series of a pack; one that counts each kind of matter apart (分类编号) stands once for each kind. */
export function seriesOfPack(pack: RulePack, shortName: string, year: number): readonly KnownSeries[] {
  return pack.numberSeries.flatMap(series => {
    const kinds: readonly (string | null)[] = series.perKind ? pack.codes.matterTypes.map(type => type.numberWord) : [null]
    return kinds.map(kind => ({
      series: kind === null ? series.id : `${series.id}:${kind}`,
      label: kind === null ? series.label : `${series.label}（${kind}）`,
      pattern: series.pattern,
      example: formatNumber(series, { short: shortName, kind: kind ?? '', year, seq: 1 }),
    }))
  })
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
    return { series, label: `旧册编号（${shape.replace('{year}', '年').replace('{seq}', '×')}）`, pattern: shape, example: '' }
  }
  const archive = ARCHIVE_SERIES.exec(series)
  for (const pack of packs) {
    const known = archive
      ? archiveSeries(series, archive[1] ?? '', archive[2] ?? '', pack, center.fondsCode, year)
      : seriesOfPack(pack, center.shortName, year).find(one => one.series === series)
    if (known) return known
  }
  return { series, label: series, pattern: '', example: '' }
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
  }
}
