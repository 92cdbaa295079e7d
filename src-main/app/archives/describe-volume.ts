import type { OutputOf } from '../../contract/index.ts'
import { numberPages, type OrderRow, orderRows, type PageNumbers, sheetsOf, thicknessOf } from '../../domain/filing.ts'
import { retentionFor, retentionLabel } from '../../domain/retention.ts'
import type { RulePack, TimeLimitId } from '../../domain/rule-pack/rule-pack.ts'
import { checkVolume, type VolumeFacts } from '../../domain/volume-checks.ts'
import { getCenter } from '../../store/center-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { VolumeRow } from '../../store/volume-store.ts'
import { clockView } from '../clocks/clock-view.ts'
import type { QueryContext } from '../context.ts'
import { loadVolumeCase, type VolumeCase } from './volume-case.ts'
import { statementOf } from './volume-papers.ts'
import { excusesOf, filedItems, templateOf, type VolumeState, volumePack } from './volume-state.ts'

type DescribeContext = Pick<QueryContext, 'db' | 'center' | 'calendar' | 'today'>
type Detail = OutputOf<'archives.get'>

/** Everything that a screen shows of a volume: the order with what is missing, the contents with page numbers, and the checks. */
export async function describeVolume(ctx: DescribeContext, state: VolumeState): Promise<Detail> {
  const { volume } = state
  const pack = volumePack(ctx, volume)
  const volumeCase = await loadVolumeCase(ctx.db, pack, volume.case_id)
  const template = templateOf(ctx, volume)
  const items = filedItems(state)
  const numbers = numberPages(items)
  const sheets = sheetsOf(items)
  const names = new Map((await listAccounts(ctx.db)).map(account => [account.id, account.name]))
  const facts = await checkedFacts(ctx, state, volumeCase, pack)
  return {
    ...summaryOf({ ...volume, case_number: volumeCase.record.number }, pack),
    matterType: volumeCase.record.matterType,
    template: { id: template.id, label: template.label },
    order: orderRows(template, volumeCase.facts, items, excusesOf(volume)).map(row =>
      orderEntry(row, state, numbers, volumeCase),
    ),
    contents: contentsOf(state, numbers),
    findings: [...checkVolume(facts, pack.filing, pack.retention).findings],
    sheets,
    thicknessMillimetres: thicknessOf(sheets, pack.filing.limits) / 1000,
    retentionReason: volume.retention_reason,
    note: volume.note,
    arrangedById: volume.arranged_by,
    arrangedBy: nameOf(names, volume.arranged_by),
    checkedById: volume.checked_by,
    checkedBy: nameOf(names, volume.checked_by),
    packVersion: volume.pack_version,
    packageSha256: volume.package_sha256,
  }
}

/** A line of the volume catalogue (案卷目录). */
export function summaryOf(
  volume: VolumeRow & { readonly case_number: string },
  pack: RulePack,
): OutputOf<'archives.list'>['rows'][number] {
  return {
    id: volume.id,
    caseId: volume.case_id,
    caseNumber: volume.case_number,
    archiveNumber: volume.archive_number,
    title: volume.title,
    startedOn: volume.started_on,
    endedOn: volume.ended_on,
    items: volume.item_count,
    pages: volume.page_count,
    retention: volume.retention,
    retentionLabel: retentionLabel(pack.retention, volume.retention),
    secrecy: volume.secrecy,
    location: volume.location,
    status: volume.status,
    sealedAt: volume.sealed_at,
    hasPackage: volume.package_sha256 !== null,
    version: volume.version,
  }
}

function orderEntry(
  { item, applies, isMissing, excuse }: OrderRow,
  state: VolumeState,
  numbers: PageNumbers,
  { knownFlags }: VolumeCase,
): Detail['order'][number] {
  const spans = state.items.filter(one => one.template_item === item.no).flatMap(one => numbers.ofItem.get(one.id) ?? [])
  // Whether a condition that the records do not answer holds, only the archivist can see: the line stays open as one that may be filled.
  const isUnknown = item.when?.flags?.some(flag => !knownFlags.includes(flag)) ?? false
  return {
    no: item.no,
    title: item.title,
    requirement: isUnknown ? 'optional' : item.requirement,
    applies: applies || isUnknown,
    isMissing,
    excuse,
    firstPage: spans.length === 0 ? null : Math.min(...spans.map(span => span.first)),
    lastPage: spans.length === 0 ? null : Math.max(...spans.map(span => span.last)),
  }
}

function contentsOf(state: VolumeState, numbers: PageNumbers): Detail['contents'] {
  return state.items.map((item, index) => ({
    id: item.id,
    templateItem: item.template_item,
    title: item.title,
    documentNumber: item.document_number,
    author: item.author,
    datedOn: item.dated_on,
    remark: item.remark,
    position: index + 1,
    pages: item.pages.map(page => ({
      id: page.id,
      attachment: page.attachment,
      mediaType: page.media_type,
      sourcePage: page.source_page,
      isBlank: page.is_blank === 1,
      number: numbers.ofPage.get(page.id) ?? null,
    })),
    firstPage: numbers.ofItem.get(item.id)?.first ?? null,
    lastPage: numbers.ofItem.get(item.id)?.last ?? null,
    version: state.volume.version,
  }))
}

/** What the checks (案卷检查) need to know of the volume and its case. */
async function checkedFacts(
  ctx: DescribeContext,
  state: VolumeState,
  volumeCase: VolumeCase,
  pack: RulePack,
): Promise<VolumeFacts> {
  const { volume } = state
  const { record, facts, closedOn, assignment } = volumeCase
  const center = await getCenter(ctx.db)
  const { papersReceivedOn } = record
  const lastDay = (limit: TimeLimitId, startedOn: string, doneOn: string | null) =>
    clockView(ctx, { limit, pack, startedOn, doneOn })?.lastDay ?? null
  const empty = {
    全宗名称: center.fondsName,
    全宗号: center.fondsCode,
    承办单位: assignment?.providerName ?? '',
    承办人: assignment?.handlerName ?? '',
  }
  return {
    template: templateOf(ctx, volume),
    facts,
    items: filedItems(state),
    excuses: excusesOf(volume),
    openedOn: record.openedOn,
    closedOn,
    archiveYear: volume.archive_year,
    papersDueOn: lastDay('closing-papers', closedOn, papersReceivedOn),
    papersReceivedOn,
    reviewDueOn: papersReceivedOn === null ? null : lastDay('closing-review', papersReceivedOn, record.papersReviewedOn),
    reviewedOn: record.papersReviewedOn,
    title: volume.title,
    recipient: record.person.name,
    retention: volume.retention,
    retentionByRule: retentionFor(pack.retention, facts).period,
    isRestricted: volume.secrecy === 'restricted',
    note: statementOf(ctx, state),
    arrangedBy: volume.arranged_by,
    checkedBy: volume.checked_by,
    emptyCoverFields: Object.entries(empty).flatMap(([name, value]) => (value.trim() === '' ? [name] : [])),
    today: ctx.today,
  }
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}
