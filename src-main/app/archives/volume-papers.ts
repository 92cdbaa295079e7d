import { formatArchiveNumber } from '../../domain/archive-number.ts'
import { numberPages, pageColumnText } from '../../domain/filing.ts'
import { composePaper } from '../../papers/catalogue.ts'
import type { VolumeFile } from '../../papers/forms/volume-contents.ts'
import type { Composition } from '../../papers/render-html.ts'
import { getCenter } from '../../store/center-store.ts'
import { listAccounts } from '../../store/user-store.ts'
import type { QueryContext } from '../context.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { archiveTokens } from './archive-number.ts'
import { loadVolumeCase } from './volume-case.ts'
import { excusesOf, filedItems, loadVolume, templateOf, type VolumeState, volumePack } from './volume-state.ts'

type VolumePaperContext = Pick<QueryContext, 'db' | 'pack' | 'center' | 'today'>

/** The papers that a volume is bound with: cover (案卷封面), contents (卷内文件目录) and note (卷内备考表). */
export const VOLUME_FORMS = ['volume-cover', 'volume-contents', 'volume-note'] as const
export type VolumeForm = (typeof VOLUME_FORMS)[number]

/** Fills one of a volume's own papers from the volume as it stands. A number not yet drawn leaves a gap. @throws Refusal NOT_FOUND. */
export async function composeVolumePaper(ctx: VolumePaperContext, form: VolumeForm, volumeId: string): Promise<Composition> {
  const state = await loadVolume(ctx.db, volumeId)
  switch (form) {
    case 'volume-cover':
      return composeCover(ctx, state)
    case 'volume-contents':
      return composePaper('volume-contents', { archiveNumber: state.volume.archive_number, files: filesOf(ctx, state) })
    case 'volume-note':
      return composeNote(ctx, state)
  }
}

async function composeCover(ctx: VolumePaperContext, state: VolumeState): Promise<Composition> {
  const { volume } = state
  const pack = volumePack(ctx, volume)
  const { record, assignment, closedOn, facts } = await loadVolumeCase(ctx.db, pack, volume.case_id)
  const center = await getCenter(ctx.db)
  const names = await namesById(ctx)
  const tokens = archiveTokens(pack, center, volume, facts)
  const [fondsCode = '', catalogueCode = '', volumeCode = null] = (
    volume.archive_number ?? formatArchiveNumber(pack.archiveNumber, { ...tokens, seq: 0 })
  ).split('-')
  const matter = pack.codes.matterTypes.find(one => one.code === record.matterType)
  const closing = record.closing
  return composePaper('volume-cover', {
    fondsName: center.fondsName,
    categoryName: `法律援助档案（${pack.archiveNumber.categories.find(one => one.code === tokens.category)?.label ?? matter?.label ?? ''}）`,
    volumeTitle: volume.title,
    fromDay: volume.started_on,
    toDay: volume.ended_on,
    retention: pack.retention.periods.find(one => one.code === volume.retention)?.label ?? volume.retention,
    items: volume.item_count,
    pages: volume.page_count,
    filingNumber: null,
    fondsCode,
    catalogueCode,
    volumeCode: volume.archive_number === null ? null : volumeCode,
    archiveNumber: volume.archive_number,
    secrecy: volume.secrecy === 'restricted' ? '密卷' : null,
    matterKind: [matter?.label, matter?.stages.find(one => one.code === record.stage)?.label].filter(Boolean).join('　'),
    caseNumber: record.number,
    cause: record.cause,
    recipient: record.person.name,
    opponent: record.opponentName,
    unit: assignment?.providerName ?? null,
    handler: assignment?.handlerName ?? null,
    agency: record.agency,
    acceptedOn: record.openedOn,
    closedOn,
    outcome: [
      matter?.closingModes.find(one => one.code === closing?.closingMode)?.label,
      matter?.outcomes.find(one => one.code === closing?.outcome)?.label,
    ]
      .filter(Boolean)
      .join('　'),
    filedOn: volume.archive_number === null ? null : sealingDay(ctx, state),
    filedBy: nameOf(names, volume.arranged_by),
    parts: 1,
    part: 1,
  })
}

async function composeNote(ctx: VolumePaperContext, state: VolumeState): Promise<Composition> {
  const { volume } = state
  const names = await namesById(ctx)
  return composePaper('volume-note', {
    archiveNumber: volume.archive_number,
    pages: volume.page_count,
    // Text, drawings and photographs look alike to a scanner: the archivist writes these in.
    textPages: null,
    drawingPages: null,
    photographs: null,
    statement: statementOf(ctx, state),
    filedBy: nameOf(names, volume.arranged_by),
    checkedBy: nameOf(names, volume.checked_by),
    filedOn: volume.archive_number === null ? null : sealingDay(ctx, state),
  })
}

/** What the note says of the volume (本卷情况说明): the archivist's words, the excused items with their reasons, the blank sides. */
export function statementOf(ctx: Pick<QueryContext, 'center'>, state: VolumeState): string {
  const { items } = templateOf(ctx, state.volume)
  const excused = Object.entries(excusesOf(state.volume))
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([no, reason]) => `缺第 ${no} 项“${items.find(item => item.no === Number(no))?.title ?? ''}”：${reason}`)
  const blanks = state.items.flatMap(item => item.pages).filter(page => page.is_blank === 1).length
  return [state.volume.note, ...excused, blanks > 0 ? `空白面 ${blanks} 面，未编页号。` : '']
    .filter(line => line.trim() !== '')
    .join('\n')
}

/** The lines of the contents, with the 页号 column as the pack wants it. */
function filesOf(ctx: Pick<QueryContext, 'center'>, state: VolumeState): readonly VolumeFile[] {
  const { pageColumn } = volumePack(ctx, state.volume).filing
  const numbers = numberPages(filedItems(state))
  return state.items.map((item, index, all) => ({
    documentNumber: item.document_number ?? '',
    responsible: item.author ?? '',
    title: item.title,
    day: item.dated_on,
    pages: pageColumnText(numbers.ofItem.get(item.id), index === all.length - 1, pageColumn),
    remark: item.remark ?? '',
  }))
}

function sealingDay(ctx: Pick<QueryContext, 'today'>, { volume }: VolumeState): string {
  return volume.sealed_at === null ? ctx.today : shanghaiDay(new Date(volume.sealed_at))
}

async function namesById(ctx: Pick<QueryContext, 'db'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await listAccounts(ctx.db)).map(account => [account.id, account.name]))
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}
