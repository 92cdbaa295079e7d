import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { sumsLine } from '../../papers/package/digest.ts'
import { textFile, totalBytes } from '../../papers/package/package-file.ts'
import { readZip } from '../../papers/package/zip.ts'
import { sha256Hex } from '../../store/keyring.ts'
import { findVolume } from '../../store/volume-store.ts'
import type { JobContext } from '../context.ts'
import { duplicate, notFound, ruleRefusal } from '../refusal.ts'

/**
 * Writes a sealed volume's package (案卷包) as a folder named by its archive number, with a sums file beside it by which the folder's own
 * manifests can be checked. Nothing that is there already is written over. @throws Refusal NOT_FOUND, RULE, DUPLICATE.
 */
export async function exportPackage(
  ctx: JobContext,
  { id, handle }: ParsedInputOf<'archives.exportPackage'>,
): Promise<OutputOf<'archives.exportPackage'>> {
  const volume = await findVolume(ctx.db, id)
  if (!volume) throw notFound('案卷')
  if (volume.status !== 'sealed') throw ruleRefusal('volume-not-sealed', '本卷还没有封卷，封卷后才有案卷包', null)
  if (volume.package_sha256 === null) throw notFound('案卷包')
  const inZip = readZip(ctx.attachments.get(volume.package_sha256))
  const name = inZip[0]?.path.split('/')[0] ?? ''
  const files = inZip.map(file => ({ path: file.path.slice(name.length + 1), content: file.content }))
  const sumsName = `${name}.sha256`
  for (const taken of [name, sumsName]) {
    if (ctx.files.holds(handle, taken))
      throw duplicate('name', `所选文件夹里已有“${taken}”，没有覆盖；请换一个文件夹，或先移走它`)
  }
  let done = 0
  await ctx.files.writeFolder(handle, name, files, async path => {
    await new Promise<void>(resolve => setImmediate(resolve))
    done += 1
    ctx.progress(done, files.length, `写出 ${path.slice(path.lastIndexOf('/') + 1)}`)
  })
  const tagManifests = files.filter(file => /^(tag)?manifest-sha256\.txt$/.test(file.path))
  const sums = tagManifests.map(file => sumsLine(sha256Hex(file.content), `${name}/${file.path}`)).join('')
  ctx.files.writeInto(handle, sumsName, textFile(sumsName, `# 案卷包（zip）SHA-256: ${volume.package_sha256}\n${sums}`).content)
  await ctx.audit({ subjectKind: 'volume', subjectId: id, summary: `导出案卷包　${name}`, after: { files: files.length } })
  return { name, files: files.length, bytes: totalBytes(files) }
}
