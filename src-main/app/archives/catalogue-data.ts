import { numberPages } from '../../domain/filing.ts'
import { retentionEnd, retentionLabel } from '../../domain/retention.ts'
import { itemStem } from '../../papers/package/volume-package.ts'
import { getCenter } from '../../store/center-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { JobContext } from '../context.ts'
import type { VolumeCase } from './volume-case.ts'
import { statementOf } from './volume-papers.ts'
import { excusesOf, filedItems, type VolumeState, volumePack } from './volume-state.ts'

/** The catalogue data (著录) of a volume as its package carries it: what DA/T 18 describes a volume and its papers by, and their sides. */
export async function catalogueOf(
  ctx: JobContext,
  state: VolumeState,
  { record, assignment, closedOn }: VolumeCase,
): Promise<unknown> {
  const { volume } = state
  const pack = volumePack(ctx, volume)
  const center = await getCenter(ctx.db)
  const names = new Map((await listAccounts(ctx.db)).map(account => [account.id, account.name]))
  const numbers = numberPages(filedItems(state))
  return {
    format: 'yuanjuan-volume/1',
    archiveNumber: volume.archive_number,
    fonds: { code: center.fondsCode, name: center.fondsName },
    organization: center.fullName,
    title: volume.title,
    year: volume.archive_year,
    startedOn: volume.started_on,
    endedOn: volume.ended_on,
    retention: {
      code: volume.retention,
      label: retentionLabel(pack.retention, volume.retention),
      reason: volume.retention_reason,
      endsOn: retentionEnd(pack.retention, volume.retention, volume.archive_year),
    },
    secrecy: volume.secrecy,
    location: volume.location,
    itemCount: volume.item_count,
    pageCount: volume.page_count,
    filingOrder: volume.template,
    packVersion: volume.pack_version,
    note: statementOf(ctx, state),
    excuses: excusesOf(volume),
    arrangedBy: names.get(volume.arranged_by ?? '') ?? null,
    checkedBy: names.get(volume.checked_by ?? '') ?? null,
    sealedBy: ctx.actor.name,
    sealedAt: ctx.now,
    case: {
      number: record.number,
      matterType: record.matterType,
      stage: record.stage,
      cause: record.cause,
      recipient: record.person.name,
      opponent: record.opponentName,
      agency: record.agency,
      provider: assignment?.providerName ?? null,
      handler: assignment?.handlerName ?? null,
      appliedOn: record.application?.receivedOn ?? null,
      grantedOn: record.decision?.decidedOn ?? null,
      decisionNumber: record.decision?.number ?? null,
      openedOn: record.openedOn,
      closedOn,
      closingMode: record.closing?.closingMode ?? null,
      outcome: record.closing?.outcome ?? null,
    },
    items: state.items.map((item, index) => ({
      number: index + 1,
      filingItem: item.template_item,
      title: item.title,
      documentNumber: item.document_number,
      author: item.author,
      datedOn: item.dated_on,
      remark: item.remark,
      file: numbers.ofItem.has(item.id) ? `data/${itemStem(index, item.title)}.pdf` : null,
      firstPage: numbers.ofItem.get(item.id)?.first ?? null,
      lastPage: numbers.ofItem.get(item.id)?.last ?? null,
      sides: item.pages.map(page => ({
        page: numbers.ofPage.get(page.id) ?? null,
        isBlank: page.is_blank === 1,
        scanSha256: page.attachment,
        scanPage: page.source_page,
        mediaType: page.media_type,
      })),
    })),
  }
}
