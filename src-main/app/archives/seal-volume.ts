import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { numberPages } from '../../domain/filing.ts'
import { bagFaults } from '../../papers/package/bag.ts'
import type { SourceFiles } from '../../papers/package/item-pdf.ts'
import { type PackageFile, totalBytes } from '../../papers/package/package-file.ts'
import { safeFileName } from '../../papers/package/safe-name.ts'
import { buildVolumePackage, inFolder, type PackagedItem } from '../../papers/package/volume-package.ts'
import { LARGEST_PACKAGE_BYTES, readZip, writeZip } from '../../papers/package/zip.ts'
import { renderHtml } from '../../papers/render-html.ts'
import { SCAN_MEDIA_TYPES, type ScanMediaType } from '../../papers/scan/verdict.ts'
import { changeCase, originsOf } from '../../store/case-store.ts'
import { getCenter } from '../../store/center-store.ts'
import { sha256Hex } from '../../store/keyring.ts'
import { recordAttachment } from '../../store/paper-store.ts'
import { storageError } from '../../store/storage-error.ts'
import { listLifeCycle, updateVolume } from '../../store/volume-store.ts'
import type { JobContext } from '../context.ts'
import { forbidden, ruleRefusal, stale } from '../refusal.ts'
import { drawArchiveNumber } from './archive-number.ts'
import { catalogueOf } from './catalogue-data.ts'
import { describeVolume } from './describe-volume.ts'
import { loadVolumeCase, type VolumeCase } from './volume-case.ts'
import { composeVolumePaper, VOLUME_FORMS, type VolumeForm } from './volume-papers.ts'
import { filedItems, loadVolume, mustBeOpen, type VolumeState, volumePack } from './volume-state.ts'

const SOFTWARE = 'Yuanjuan 援卷'
/** Files of a bag that are neither papers nor scans: cover, contents, note and the tag files. */
const FIXED_FILES = 10

/**
 * Seals a volume (封卷) in the job's one transaction: the number, the frozen state of volume and case, and the package stand together or not
 * at all. What a crash or a cancelling leaves behind is at most an unlisted file in the attachment store.
 */
export async function sealVolume(
  ctx: JobContext,
  { id, version }: ParsedInputOf<'archives.seal'>,
): Promise<OutputOf<'archives.seal'>> {
  const state = await loadVolume(ctx.db, id)
  mustBeOpen(state.volume, version)
  await mustBeReady(ctx, state)
  const pack = volumePack(ctx, state.volume)
  const volumeCase = await loadVolumeCase(ctx.db, pack, state.volume.case_id)
  const step = stepper(ctx, state)

  const archiveNumber = await drawArchiveNumber(ctx, pack, state.volume, volumeCase.facts)
  await mustUpdate(ctx, id, version, { archive_number: archiveNumber })
  const numbered = await loadVolume(ctx.db, id)
  const prints = await printPapers(ctx, id, step)
  const scans = await readScans(ctx, numbered, step)
  const bag = await buildBagOf(ctx, { state: numbered, volumeCase, archiveNumber, prints, scans }, step)
  const zip = await packAndVerify(ctx, safeFileName(archiveNumber), bag, step)

  const packageSha256 = ctx.attachments.put(zip)
  await recordAttachment(ctx.trx, {
    sha256: packageSha256,
    bytes: zip.length,
    mediaType: 'application/zip',
    pages: 0,
    createdAt: ctx.now,
  })
  const contentDigest = digestOf(numbered)
  await mustUpdate(ctx, id, version + 1, {
    status: 'sealed',
    sealed_at: ctx.now,
    sealed_by: ctx.actor.userId,
    package_sha256: packageSha256,
    content_digest: contentDigest,
  })
  await changeCase(ctx.trx, state.volume.case_id, { status: 'sealed' })
  await ctx.audit({
    subjectKind: 'volume',
    subjectId: id,
    summary: `封卷　${archiveNumber}`,
    before: { status: 'arranging' },
    after: {
      status: 'sealed',
      archiveNumber,
      packageSha256,
      contentDigest,
      pages: numbered.volume.page_count,
      items: numbered.volume.item_count,
    },
  })
  await step('提交')
  return { archiveNumber, packageSha256, version: version + 2 }
}

/** @throws Refusal RULE volume-not-ready naming every error, FORBIDDEN separation when one person arranged and checked the volume. */
async function mustBeReady(ctx: JobContext, state: VolumeState): Promise<void> {
  const { volume } = state
  const { findings } = await describeVolume(ctx, state)
  const errors = findings.filter(finding => finding.level === 'error')
  if (errors.length > 0) throw ruleRefusal('volume-not-ready', `不能封卷：${errors.map(error => error.message).join('；')}`, null)
  if (volume.arranged_by === null || volume.checked_by === null)
    throw ruleRefusal('volume-not-ready', '不能封卷：请先填写立卷人和检查人', null)
  if (volume.arranged_by === volume.checked_by) throw forbidden('separation', '立卷人和检查人不能是同一人')
}

async function mustUpdate(
  ctx: JobContext,
  id: string,
  version: number,
  change: Parameters<typeof updateVolume>[3],
): Promise<void> {
  if (!(await updateVolume(ctx.trx, id, version, change))) throw stale('案卷', version + 1)
}

type Step = (what: string) => Promise<void>

/** Counts the steps of this sealing and lets a cancelling in between any two of them. */
function stepper(ctx: JobContext, state: VolumeState): Step {
  const sides = state.items.reduce((sum, item) => sum + item.pages.length, 0)
  const scans = new Set(state.items.flatMap(item => item.pages.map(page => page.attachment))).size
  const files = state.items.length + scans + FIXED_FILES
  const total = VOLUME_FORMS.length + scans + sides + 2 * files
  let done = 0
  return async what => {
    // Everything else here settles without leaving the turn of the event loop, in which no cancelling could arrive.
    await new Promise<void>(resolve => setImmediate(resolve))
    done = Math.min(done + 1, total)
    ctx.progress(done, total, what)
  }
}

async function printPapers(ctx: JobContext, id: string, step: Step): Promise<Readonly<Record<VolumeForm, Uint8Array>>> {
  const print = async (form: VolumeForm) => {
    const composition = await composeVolumePaper(ctx, form, id)
    await step(`打印 ${composition.title}`)
    return ctx.printer(renderHtml(composition, {}), { landscape: composition.page.orientation === 'landscape' })
  }
  return {
    'volume-cover': await print('volume-cover'),
    'volume-contents': await print('volume-contents'),
    'volume-note': await print('volume-note'),
  }
}

/** All scans of the volume, each read once and checked against its digest by the store. */
async function readScans(ctx: JobContext, state: VolumeState, step: Step): Promise<SourceFiles> {
  const scans = new Map<string, { mediaType: ScanMediaType; content: Uint8Array }>()
  let bytes = 0
  for (const item of state.items) {
    for (const page of item.pages) {
      if (scans.has(page.attachment)) continue
      await step(`读取 ${item.title}`)
      const content = ctx.attachments.get(page.attachment)
      bytes += content.length
      // The scan stands in the package twice: as it came, and in its paper's PDF.
      if (bytes * 2 > LARGEST_PACKAGE_BYTES)
        throw ruleRefusal('volume-too-large', '本卷扫描件超过 512 MB，请降低扫描分辨率，或分册立卷', null)
      scans.set(page.attachment, { mediaType: scanMediaType(page.media_type), content })
    }
  }
  return scans
}

type BagParts = {
  readonly state: VolumeState
  readonly volumeCase: VolumeCase
  readonly archiveNumber: string
  readonly prints: Readonly<Record<VolumeForm, Uint8Array>>
  readonly scans: SourceFiles
}

async function buildBagOf(
  ctx: JobContext,
  { state, volumeCase, archiveNumber, prints, scans }: BagParts,
  step: Step,
): Promise<readonly PackageFile[]> {
  const { record } = volumeCase
  const lifeCycle = await listLifeCycle(ctx.db, [...originsOf(record), record.id, state.volume.id])
  const sealing = { at: ctx.now, actor: ctx.actor.name, operation: 'archives.seal', summary: `封卷　${archiveNumber}` }
  return buildVolumePackage(
    {
      archiveNumber,
      organization: (await getCenter(ctx.db)).fullName,
      description: state.volume.title,
      caseNumber: record.number,
      software: SOFTWARE,
      day: ctx.today,
      at: ctx.now,
      cover: prints['volume-cover'],
      contents: prints['volume-contents'],
      note: prints['volume-note'],
      items: packagedItems(state),
      scans,
      catalogue: await catalogueOf(ctx, state, volumeCase),
      events: [
        ...lifeCycle.map(entry => ({
          at: entry.at,
          actor: entry.actor_name,
          operation: entry.operation,
          summary: entry.summary,
        })),
        sealing,
      ],
    },
    step,
  )
}

function packagedItems(state: VolumeState): readonly PackagedItem[] {
  const numbers = numberPages(filedItems(state))
  return state.items.map(item => ({
    title: item.title,
    firstPage: numbers.ofItem.get(item.id)?.first ?? 1,
    sides: item.pages.filter(page => page.is_blank === 0).map(page => ({ file: page.attachment, sourcePage: page.source_page })),
    scans: [...new Set(item.pages.map(page => page.attachment))],
  }))
}

/** Zips the bag and reads it back as a receiver would: every file the same, every sum right. */
async function packAndVerify(ctx: JobContext, folder: string, bag: readonly PackageFile[], step: Step): Promise<Uint8Array> {
  if (totalBytes(bag) > LARGEST_PACKAGE_BYTES)
    throw ruleRefusal('volume-too-large', '案卷包超过 1 GB，请降低扫描分辨率，或分册立卷', null)
  const zip = await writeZip(inFolder(folder, bag), ctx.now)
  const readBack = readZip(zip).map(file => ({ path: file.path.slice(folder.length + 1), content: file.content }))
  const faults = await bagFaults(readBack, path => step(`复核 ${path.slice(path.lastIndexOf('/') + 1)}`))
  if (faults.length > 0 || readBack.length !== bag.length) throw storageError('corrupt', new Error(faults.join('; ')))
  return zip
}

/** SHA-256 over every paper and side in their order: what “unchanged since sealing” means. */
function digestOf(state: VolumeState): string {
  return sha256Hex(
    JSON.stringify([
      state.volume.archive_number,
      state.volume.title,
      state.items.map(item => [
        item.template_item,
        item.title,
        item.document_number,
        item.author,
        item.dated_on,
        item.remark,
        item.pages.map(page => [page.attachment, page.source_page, page.is_blank]),
      ]),
    ]),
  )
}

function scanMediaType(text: string): ScanMediaType {
  const known = SCAN_MEDIA_TYPES.find(type => type === text)
  if (!known) throw new Error(`a side of media type ${text}`)
  return known
}
