import type { ReadonlyKysely } from 'kysely/readonly'
import type { FiledItem } from '../../domain/filing.ts'
import type { FilingTemplate } from '../../domain/rule-pack/filing.ts'
import type { RulePack } from '../../domain/rule-pack/rule-pack.ts'
import type { Database } from '../../store/schema.ts'
import {
  findVolume,
  type ItemRow,
  listItems,
  listPages,
  type PageRow,
  updateVolume,
  type VolumeRow,
} from '../../store/volume-store.ts'
import type { AuditNote, CommandContext, QueryContext } from '../context.ts'
import { notFound, ruleRefusal, stale } from '../refusal.ts'

/** A volume (案卷) with its papers (卷内文件) in their order, each with its sides. */
export type VolumeState = {
  readonly volume: VolumeRow
  readonly items: readonly (ItemRow & { readonly pages: readonly PageRow[] })[]
}

/** Reads a whole volume. @throws Refusal NOT_FOUND. */
export async function loadVolume(db: ReadonlyKysely<Database>, id: string): Promise<VolumeState> {
  const volume = await findVolume(db, id)
  if (!volume) throw notFound('案卷')
  const items = await listItems(db, id)
  const pages = await listPages(db, id)
  return { volume, items: items.map(item => ({ ...item, pages: pages.filter(page => page.item_id === item.id) })) }
}

/** The rule pack (规则包) that the volume was opened under, which stays its own. */
export function volumePack({ center }: Pick<QueryContext, 'center'>, volume: VolumeRow): RulePack {
  return center.packOfVersion(volume.pack_version).pack
}

/** The filing order (归档目录) of a volume. */
export function templateOf(ctx: Pick<QueryContext, 'center'>, volume: VolumeRow): FilingTemplate {
  const template = volumePack(ctx, volume).filing.templates.find(one => one.id === volume.template)
  if (!template) throw new Error(`The rule pack ${volume.pack_version} has no filing order ${volume.template}`)
  return template
}

/** The papers as the domain's rules see them. */
export function filedItems(state: VolumeState): readonly FiledItem[] {
  return state.items.map(item => ({
    id: item.id,
    templateItem: item.template_item,
    title: item.title,
    documentNumber: item.document_number,
    author: item.author,
    datedOn: item.dated_on,
    remark: item.remark,
    pages: item.pages.map(page => ({
      id: page.id,
      isBlank: page.is_blank === 1,
      content: `${page.attachment}:${page.source_page}`,
    })),
  }))
}

/** One paper of a volume. @throws Refusal NOT_FOUND. */
export function itemOf(state: VolumeState, itemId: string): VolumeState['items'][number] {
  const item = state.items.find(one => one.id === itemId)
  if (!item) throw notFound('卷内文件')
  return item
}

/** The reasons by which missing items are excused, by the item's number in the filing order. */
export function excusesOf(volume: VolumeRow): Readonly<Record<string, string>> {
  return JSON.parse(volume.excuses) as Record<string, string>
}

/** @throws Refusal RULE sealed-volume when the volume is sealed, STALE when it was changed since the caller read it. */
export function mustBeOpen(volume: VolumeRow, version: number): void {
  if (volume.status === 'sealed')
    throw ruleRefusal('sealed-volume', `本卷已封卷（档号 ${volume.archive_number}），不能再改动`, null)
  if (volume.version !== version) throw stale('案卷', volume.version)
}

export type VolumeEdit = Pick<AuditNote, 'summary' | 'before' | 'after'> & {
  /** What changes at the head of the volume. */
  readonly change?: Partial<
    Pick<
      VolumeRow,
      'title' | 'retention' | 'retention_reason' | 'secrecy' | 'location' | 'note' | 'excuses' | 'arranged_by' | 'checked_by'
    >
  >
}

/**
 * Every change of a volume goes through here: it refuses a sealed or stale one, lets `work` write, counts papers and pages anew, raises the
 * version and leaves a line in the audit trail.
 */
export async function editVolume(
  ctx: CommandContext,
  { id, version }: { readonly id: string; readonly version: number },
  work: (state: VolumeState) => Promise<VolumeEdit>,
): Promise<{ version: number }> {
  const state = await loadVolume(ctx.db, id)
  mustBeOpen(state.volume, version)
  const { change = {}, ...note } = await work(state)
  const pages = await listPages(ctx.db, id)
  const items = await listItems(ctx.db, id)
  const counts = { page_count: pages.filter(page => page.is_blank === 0).length, item_count: items.length }
  if (!(await updateVolume(ctx.trx, id, version, { ...change, ...counts }))) throw stale('案卷', version + 1)
  await ctx.audit({ subjectKind: 'volume', subjectId: id, ...note })
  return { version: version + 1 }
}
