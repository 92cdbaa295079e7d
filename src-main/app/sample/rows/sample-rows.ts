import type { Insertable } from 'kysely'
import { formatNumber } from '../../../domain/numbering.ts'
import type { NumberSeriesId } from '../../../domain/rule-pack/rule-pack.ts'
import type { Database } from '../../../store/schema.ts'
import type { PackInForce } from '../../context.ts'
import type { NumberWish } from '../sample-numbers.ts'
import type { SampleOffice } from '../sample-office.ts'
import type { SeededRandom } from '../seeded-random.ts'

export type SampleScan = { readonly sha256: string }

export type SampleSetting = {
  readonly random: SeededRandom
  readonly newId: () => string
  readonly inForce: PackInForce
  readonly fonds: string
  readonly short: string
  readonly director: string
  readonly clerk: string
  readonly archivist: string
  readonly office: SampleOffice
  /** Scans that stand in volumes; none when the practice data has no scans. */
  readonly scans: readonly string[]
}

/** Tables in the order in which their rows refer to one another. */
const ORDER = [
  'person',
  'person_category',
  'consultation',
  'application',
  'application_category',
  'application_material',
  'decision',
  'aid_case',
  'case_category',
  'assignment',
  'payment_list',
  'subsidy_sheet',
  'subsidy_act',
  'volume',
  'volume_item',
  'volume_page',
] as const
type SampleTable = (typeof ORDER)[number]
export type Rows = { [Table in SampleTable]: Insertable<Database[Table]>[] }

/** Collects the rows of practice data before anything is written, so that numbers can be given in the order of the days. */
export class SampleRows {
  readonly wishes: NumberWish[] = []
  readonly setting: SampleSetting
  readonly tables: Rows = {
    person: [],
    person_category: [],
    consultation: [],
    application: [],
    application_category: [],
    application_material: [],
    decision: [],
    aid_case: [],
    case_category: [],
    assignment: [],
    payment_list: [],
    subsidy_sheet: [],
    subsidy_act: [],
    volume: [],
    volume_item: [],
    volume_page: [],
  }

  constructor(setting: SampleSetting) {
    this.setting = setting
  }

  /** How many cases were opened. */
  get cases(): number {
    return this.tables.aid_case.length
  }

  countRows(): number {
    return ORDER.reduce((count, table) => count + this.tables[table].length, 0)
  }

  /** The rows, table by table, in the order in which they can be inserted. */
  inOrder(): { readonly table: SampleTable; readonly values: Rows[SampleTable] }[] {
    return ORDER.map(table => ({ table, values: this.tables[table] }))
  }

  idsOf(kind: 'person' | 'consultation' | 'application' | 'case'): string[] {
    return this.tables[kind === 'case' ? 'aid_case' : kind].map(row => row.id)
  }

  /** Asks for a number of a series; `give` gets its text once all numbers are drawn in the order of the days. */
  wish(
    seriesId: NumberSeriesId,
    day: string,
    subjectKind: string,
    subjectId: string,
    give: (text: string) => void,
    kind = '',
  ): void {
    const series = this.setting.inForce.pack.numberSeries.find(one => one.id === seriesId)
    if (!series) throw new Error(`The rule pack has no number series ${seriesId}`)
    this.wishes.push({
      series: series.perKind ? `${series.id}:${kind}` : series.id,
      day,
      subjectKind,
      subjectId,
      drawnAt: instantOf(day, 6),
      drawnBy: this.setting.clerk,
      format: (year, seq) => formatNumber(series, { short: this.setting.short, kind, year, seq }),
      give,
    })
  }
}

/** A UTC instant `hour` hours after midnight UTC of a day: 1 to 9 are office hours in China. */
export function instantOf(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`
}
