import { sha256Of, sumsLine } from './digest.ts'
import { type PackageFile, textFile, totalBytes } from './package-file.ts'

/** A line of `bag-info.txt` (包信息): label and value, both on one line. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

/** Hears of each file before its sum is computed; what it throws stops the work. */
export type OnDigest = (path: string) => Promise<void>

const PAYLOAD = 'data/'
const MANIFEST = 'manifest-sha256.txt'
const TAG_MANIFEST = 'tagmanifest-sha256.txt'

/**
 * Makes a bag (BagIt 1.0, RFC 8493) of payload files (each under `data/`) and tag files: adds the declaration, the info with Payload-Oxum,
 * and the SHA-256 manifests of both. Paths are relative to the bag; `onDigest` is awaited before each sum.
 */
export async function buildBag(
  payload: readonly PackageFile[],
  tags: readonly PackageFile[],
  info: BagInfo,
  onDigest: OnDigest = noWait,
): Promise<readonly PackageFile[]> {
  for (const file of payload) if (!file.path.startsWith(PAYLOAD)) throw new Error(`${file.path} is not under ${PAYLOAD}`)
  const manifest = textFile(MANIFEST, await sumsOf(payload, onDigest))
  const oxum = `${totalBytes(payload)}.${payload.length}`
  const tagFiles = [
    textFile('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    textFile(
      'bag-info.txt',
      [...info, ['Payload-Oxum', oxum] as const].map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''),
    ),
    manifest,
    ...tags,
  ]
  return [...tagFiles, textFile(TAG_MANIFEST, await sumsOf(tagFiles, onDigest)), ...payload]
}

/**
 * Checks a bag as any BagIt tool would: declaration, Payload-Oxum, every payload file in the manifest and the other way round, every sum.
 * Returns what is wrong, in English for the log; empty means the bag is whole.
 */
export async function bagFaults(files: readonly PackageFile[], onDigest: OnDigest = noWait): Promise<readonly string[]> {
  const byPath = new Map(files.map(file => [file.path, file]))
  const faults: string[] = []
  if (byPath.size !== files.length) faults.push('a path stands twice')
  if (!textOf(byPath, 'bagit.txt').startsWith('BagIt-Version: 1.0\n')) faults.push('bagit.txt is missing')
  const payload = files.filter(file => file.path.startsWith(PAYLOAD))
  if (!textOf(byPath, 'bag-info.txt').includes(`Payload-Oxum: ${totalBytes(payload)}.${payload.length}\n`))
    faults.push('Payload-Oxum differs')
  const listed = sumsIn(textOf(byPath, MANIFEST))
  for (const file of payload) if (!listed.has(file.path)) faults.push(`${file.path} is not in the manifest`)
  for (const [path, digest] of [...listed, ...sumsIn(textOf(byPath, TAG_MANIFEST))]) {
    const file = byPath.get(path)
    await onDigest(path)
    if (!file) faults.push(`${path} is missing`)
    else if ((await sha256Of(file.content)) !== digest) faults.push(`${path} has another sum`)
  }
  return faults
}

async function sumsOf(files: readonly PackageFile[], onDigest: OnDigest): Promise<string> {
  let lines = ''
  for (const file of files) {
    await onDigest(file.path)
    lines += sumsLine(await sha256Of(file.content), file.path)
  }
  return lines
}

function sumsIn(manifest: string): ReadonlyMap<string, string> {
  return new Map(
    manifest
      .split('\n')
      .filter(line => line !== '')
      .map(line => [line.slice(66), line.slice(0, 64)] as const),
  )
}

function textOf(files: ReadonlyMap<string, PackageFile>, path: string): string {
  const file = files.get(path)
  return file ? new TextDecoder().decode(file.content) : ''
}

function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ')
}

async function noWait(): Promise<void> {}
