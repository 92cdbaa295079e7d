import {
  CLOSING_NOT_RECORDED,
  REPORT_DIMENSIONS,
  type ReportDimension,
  type ReportEvent,
  type ReportKind,
} from '../domain/rule-pack/report.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import { type Fault, unknownCodes } from './schema-faults.ts'

const EVENTS: Readonly<Record<ReportKind, readonly ReportEvent[]>> = {
  consultation: ['received'],
  application: ['received', 'granted', 'refused', 'withdrawn', 'handed-on', 'objected', 'corrected'],
  case: ['opened', 'closed', 'sealed'],
  subsidy: ['approved', 'paid'],
}

/** What is wrong with the report definition: rows that do not exist, sums of sums, events that a kind of row never has, unknown codes. */
export function reportFaults(pack: RulePack): Fault[] {
  const placed = pack.report.sections.flatMap((section, at) =>
    section.rows.map((row, index) => ({ row, path: ['report', 'sections', at, 'rows', index] as readonly (string | number)[] })),
  )
  const counted = new Set(placed.flatMap(({ row }) => ('kind' in row.value ? [row.id] : [])))
  const all = new Set(placed.map(({ row }) => row.id))
  const known = codesByDimension(pack)
  const seen = new Set<string>()
  return [
    ...placed.flatMap(({ row, path }): Fault[] => {
      const repeated: Fault[] = seen.has(row.id) ? [{ path: [...path, 'id'], message: `报表行“${row.id}”重复` }] : []
      seen.add(row.id)
      const at = [...path, 'value']
      const { value } = row
      if ('sumOf' in value) return [...repeated, ...notCounted(value.sumOf, counted, [...at, 'sumOf'])]
      if ('shareOf' in value)
        return [...repeated, ...notCounted([value.shareOf], counted, at), ...notCounted([value.in], counted, at)]
      const events = 'within' in value.span ? [value.span.within] : [value.span.from, ...value.span.until]
      return [
        ...repeated,
        ...events
          .filter(event => !EVENTS[value.kind].includes(event))
          .map(event => ({ path: [...at, 'span'], message: `“${value.kind}”没有“${event}”这一日期` })),
        ...REPORT_DIMENSIONS.flatMap(dimension =>
          unknownCodes(value.filter[dimension] ?? [], known[dimension], [...at, 'filter', dimension]),
        ),
      ]
    }),
    ...pack.report.checks.flatMap((check, index) =>
      (['left', 'right'] as const).flatMap(side =>
        check[side].flatMap((id, place) =>
          all.has(id) ? [] : [{ path: ['report', 'checks', index, side, place], message: `报表行“${id}”不存在` }],
        ),
      ),
    ),
  ]
}

function notCounted(ids: readonly string[], counted: ReadonlySet<string>, path: readonly (string | number)[]): Fault[] {
  return ids
    .filter(id => !counted.has(id))
    .map(id => ({ path, message: `“${id}”不是直接统计的报表行，合计和比率只能引用直接统计的行` }))
}

function codesByDimension({ codes }: RulePack): Readonly<Record<ReportDimension, ReadonlySet<string>>> {
  const set = (entries: readonly { readonly code: string }[]): ReadonlySet<string> => new Set(entries.map(entry => entry.code))
  return {
    matterType: set(codes.matterTypes),
    stage: set(codes.matterTypes.flatMap(type => type.stages)),
    channel: set(codes.channels),
    consultationOutcome: set(codes.consultationOutcomes),
    personCategory: set(codes.personCategories),
    aidForm: set(codes.aidForms),
    scope: set(codes.scopes),
    door: new Set(['application', 'notice', 'stage-change', 'imported']),
    hardshipOutcome: new Set(['met', 'not-met', 'waived', 'not-applicable', 'needs-person']),
    refusalReason: set(codes.refusalReasons),
    closingMode: set(codes.matterTypes.flatMap(type => type.closingModes)),
    outcome: set(codes.matterTypes.flatMap(type => type.outcomes)),
    handlerKind: set(codes.handlerKinds),
    providerKind: set(codes.providerKinds),
    oldRecord: new Set([CLOSING_NOT_RECORDED]),
  }
}
