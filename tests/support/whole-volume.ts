import type { InputOf } from '../../src-main/contract/index.ts'
import type { Caller } from './closed-case.ts'
import { GROUP_4_TIFF, jpegScan, pdfScan, pngScan, tiffScan } from './scan-files.ts'

type ScanFile = Extract<InputOf<'archives.addScan'>['files'][number], { base64: string }>

/** A file as it travels when it is dropped on the window. */
export function dropped(name: string, content: Uint8Array): ScanFile {
  return { name, base64: Buffer.from(content).toString('base64') }
}

/** A scan of some kind that differs from every other made by another number: PDF of two pages, JPEG, PNG, TIFF of two sides. */
export async function someScan(number: number): Promise<ScanFile> {
  switch (number % 5) {
    case 0:
      return dropped(`${number}.pdf`, await pdfScan(2, `paper-${number}-page`))
    case 1:
      return dropped(`${number}.jpg`, jpegScan(String(number)))
    case 2:
      return dropped(`${number}.png`, pngScan(60, 80, number))
    case 3:
      return dropped(
        `${number}.tif`,
        tiffScan([
          { width: 20, height: 30, shade: number },
          { width: 30, height: 20, shade: number + 100 },
        ]),
      )
    default:
      return dropped(`${number}.png`, pngScan(80, 60, number))
  }
}

/**
 * Opens the volume of a closed case and arranges it until nothing stands against sealing: a scan for each required line of the filing order,
 * dates and authors filled in, 周敏 as arranger and 陈建国 as checker.
 * @returns the volume's id and its version.
 */
export async function arrangeVolume(call: Caller, archivist: string, caseId: string): Promise<{ id: string; version: number }> {
  const { id } = await call(archivist, 'archives.open', { caseId })
  const { order } = await call(archivist, 'archives.get', { id })
  let version = 1
  for (const entry of order.filter(one => one.isMissing)) {
    const files = [await someScan(entry.no), ...(entry.no === 2 ? [dropped('传真.tif', GROUP_4_TIFF)] : [])]
    const added = await call(archivist, 'archives.addScan', { id, templateItem: entry.no, itemId: null, files, version })
    version = added.version
    const item = (await call(archivist, 'archives.get', { id })).contents.find(one => one.id === added.itemId)
    if (!item) throw new Error('the paper that was added is not there')
    const line = {
      title: item.title,
      documentNumber: item.documentNumber,
      author: item.author ?? '张晓蕾',
      datedOn: item.datedOn ?? '2026-10-12',
      remark: null,
    }
    version = (await call(archivist, 'archives.updateItem', { id, itemId: item.id, ...line, version })).version
  }
  const staff = await call(archivist, 'users.names', {})
  const idOf = (name: string) => staff.find(person => person.name === name)?.id ?? null
  const volume = await call(archivist, 'archives.get', { id })
  return call(archivist, 'archives.updateVolume', {
    id,
    title: volume.title,
    retention: volume.retention,
    secrecy: volume.secrecy,
    location: '一库 3 架 2 层 05 盒',
    note: '本卷材料齐全，无缺损。',
    arrangedById: idOf('周敏'),
    checkedById: idOf('陈建国'),
    version,
  }).then(reply => ({ id, version: reply.version }))
}
