import type { FilingItem } from '../../domain/rule-pack/filing.ts'
import { getCenter } from '../../store/center-store.ts'
import { type ItemRow, insertItem, insertPages, orderItems, type PageRow } from '../../store/volume-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'
import { loadVolumeCase, type VolumeCase } from './volume-case.ts'
import { templateOf, type VolumeState } from './volume-state.ts'

/** A side of a stored scan: which file, which page of it (1 is the first). */
export type NewSide = { readonly attachment: string; readonly sourcePage: number }

type NewItem = {
  readonly id: string
  /** Number in the filing order. */
  readonly templateItem: number
  /** Name of the scan, which often tells which paper it is. */
  readonly fileName: string
  /** The center's own paper that is filed, where it is one. */
  readonly paper?: { readonly title: string; readonly number: string | null; readonly issuedOn: string }
}

/**
 * Makes a new paper (卷内文件) in a volume, placed by the filing order, with its title, author, number and date filled in as far as the
 * records tell them. @throws Refusal VALIDATION when the order has no such item.
 */
export async function addItem(
  ctx: CommandContext,
  state: VolumeState,
  { id, templateItem, fileName, paper }: NewItem,
): Promise<ItemRow> {
  const entry = templateOf(ctx, state.volume).items.find(one => one.no === templateItem)
  if (!entry) throw invalid(['templateItem'], '归档目录里没有这一项')
  const volumeCase = await loadVolumeCase(ctx.db, ctx.pack, state.volume.case_id)
  const known = recordedFacts(entry, volumeCase)
  const item: ItemRow = {
    id,
    volume_id: state.volume.id,
    template_item: templateItem,
    position: 0,
    title: paper?.title ?? titleOf(entry, fileName),
    document_number: paper ? paper.number : known.number,
    author: paper ? (await getCenter(ctx.db)).fullName : await authorOf(ctx, entry, volumeCase),
    // The day of the act itself, which a paper issued again later keeps.
    dated_on: known.datedOn ?? paper?.issuedOn ?? null,
    remark: null,
  }
  const after = state.items.findLastIndex(one => one.template_item <= templateItem)
  await insertItem(ctx.trx, { ...item, position: state.items.length + 1 })
  await orderItems(ctx.trx, state.items.map(one => one.id).toSpliced(after + 1, 0, id))
  return item
}

/** Adds sides at the end of a paper. */
export async function addSides(
  ctx: CommandContext,
  item: { readonly id: string; readonly pages?: readonly PageRow[] },
  sides: readonly NewSide[],
): Promise<void> {
  const start = item.pages?.length ?? 0
  await insertPages(
    ctx.trx,
    sides.map((side, index) => ({
      id: ctx.newId(),
      item_id: item.id,
      position: start + index + 1,
      attachment: side.attachment,
      source_page: side.sourcePage,
      is_blank: 0,
    })),
  )
}

/** The one of the item's papers that the file's name speaks of, else the item's own title. */
function titleOf(entry: FilingItem, fileName: string): string {
  const papers = entry.oneOf ?? entry.title.split('、')
  return papers.find(paper => fileName.includes(paper)) ?? entry.title
}

async function authorOf(ctx: CommandContext, entry: FilingItem, { record, assignment }: VolumeCase): Promise<string | null> {
  switch (entry.author) {
    case 'center':
      return (await getCenter(ctx.db)).fullName
    case 'recipient':
      return record.person.name
    case 'handler':
      return assignment?.handlerName ?? null
    case 'organ':
      return record.agency
  }
}

/** Number and date of the papers that the office's own acts made. */
function recordedFacts(
  entry: FilingItem,
  { record, assignment, closedOn }: VolumeCase,
): { number: string | null; datedOn: string | null } {
  if (entry.papers?.includes('grant-decision'))
    return { number: record.decision?.number ?? null, datedOn: record.decision?.decidedOn ?? null }
  if (entry.papers?.includes('assignment-notice'))
    return { number: assignment?.number ?? null, datedOn: assignment?.assignedOn ?? null }
  if (entry.papers?.includes('application-form')) return { number: null, datedOn: record.application?.receivedOn ?? null }
  return { number: null, datedOn: entry.role === 'closing-paper' ? closedOn : null }
}
