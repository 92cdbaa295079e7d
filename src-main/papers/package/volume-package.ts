import type { ScanMediaType } from '../scan/verdict.ts'
import { type BagInfo, buildBag } from './bag.ts'
import { sm3Of, sumsLine } from './digest.ts'
import { buildItemPdf, type ItemSide, type SourceFiles } from './item-pdf.ts'
import { jsonFile, type PackageFile, textFile } from './package-file.ts'
import { safeFileName } from './safe-name.ts'

/** A paper of the volume (卷内文件) with its numbered sides; blank sides are left out of its PDF but stay in the originals. */
export type PackagedItem = {
  readonly title: string
  readonly firstPage: number
  readonly sides: readonly ItemSide[]
  /** The scans that its sides come from, in their order, blank sides included. */
  readonly scans: readonly string[]
}

export type VolumePackageFacts = {
  readonly archiveNumber: string
  readonly organization: string
  readonly description: string
  readonly caseNumber: string
  readonly software: string
  /** Calendar day `YYYY-MM-DD` of sealing, and the UTC instant that files carry. */
  readonly day: string
  readonly at: string
  readonly cover: Uint8Array
  readonly contents: Uint8Array
  readonly note: Uint8Array
  readonly items: readonly PackagedItem[]
  readonly scans: SourceFiles
  /** Catalogue data (著录) and life cycle (生命周期), as they go into `metadata/`. */
  readonly catalogue: unknown
  readonly events: unknown
}

/** Hears of each step before it is done; what it throws stops the work. */
export type OnStep = (what: string) => Promise<void>

/**
 * Makes the bag of a sealed volume: cover, contents, one PDF for each paper, the note, the scans as they came, and the metadata with SM3
 * sums. Paths are relative to the bag. `onStep` hears of every side and every file.
 */
export async function buildVolumePackage(facts: VolumePackageFacts, onStep: OnStep): Promise<readonly PackageFile[]> {
  const payload: PackageFile[] = [
    { path: 'data/封面.pdf', content: facts.cover },
    { path: 'data/卷内文件目录.pdf', content: facts.contents },
  ]
  const originals: PackageFile[] = []
  for (const [index, item] of facts.items.entries()) {
    const stem = itemStem(index, item.title)
    const pdfFacts = { title: item.title, archiveNumber: facts.archiveNumber, firstPage: item.firstPage, at: facts.at }
    if (item.sides.length > 0) {
      const content = await buildItemPdf(item.sides, facts.scans, pdfFacts, () => onStep(`生成 ${item.title}`))
      payload.push({ path: `data/${stem}.pdf`, content })
    }
    for (const [place, scan] of item.scans.entries())
      originals.push(originalOf(facts.scans, scan, `${ordinal(index)}-${twoDigits(place + 1)}`))
  }
  payload.push({ path: 'data/备考表.pdf', content: facts.note }, ...originals)
  const tags = [
    jsonFile('metadata/volume.json', facts.catalogue),
    jsonFile('metadata/events.json', facts.events),
    textFile('metadata/sm3.txt', await sm3Sums(payload)),
  ]
  const info: BagInfo = [
    ['Source-Organization', facts.organization],
    ['External-Description', facts.description],
    ['External-Identifier', facts.archiveNumber],
    ['Internal-Sender-Identifier', facts.caseNumber],
    ['Bagging-Date', facts.day],
    ['Bag-Software-Agent', facts.software],
  ]
  return buildBag(payload, tags, info, path => onStep(`校验 ${baseName(path)}`))
}

/** The file name of a paper's PDF in the package, without its ending: `001_法律援助申请表`. `index` counts from 0. */
export function itemStem(index: number, title: string): string {
  return `${ordinal(index)}_${safeFileName(title)}`
}

/** The files of a bag below a folder of this name, as they stand in the zip. */
export function inFolder(folder: string, files: readonly PackageFile[]): readonly PackageFile[] {
  return files.map(file => ({ path: `${folder}/${file.path}`, content: file.content }))
}

const ENDINGS: Readonly<Record<ScanMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
}

function originalOf(scans: SourceFiles, scan: string, stem: string): PackageFile {
  const file = scans.get(scan)
  if (!file) throw new Error(`the scan ${scan} is not among the files`)
  return { path: `data/originals/${stem}.${ENDINGS[file.mediaType]}`, content: file.content }
}

async function sm3Sums(files: readonly PackageFile[]): Promise<string> {
  let lines = ''
  for (const file of files) lines += sumsLine(await sm3Of(file.content), file.path)
  return lines
}

function ordinal(index: number): string {
  return String(index + 1).padStart(3, '0')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
