import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import { sha256Of, sumsLine } from '../../papers/package/digest.ts'
import { jsonFile, type PackageFile, textFile } from '../../papers/package/package-file.ts'
import { safeFileName } from '../../papers/package/safe-name.ts'
import { readZip, writeZip } from '../../papers/package/zip.ts'
import { reportWorkbook } from '../../papers/report-xlsx.ts'
import { getCenter } from '../../store/center-store.ts'
import { insertParcel } from '../../store/report-store.ts'
import type { JobContext } from '../context.ts'
import { drawSeriesNumber } from '../numbering/draw-number.ts'
import { computeReport } from './compute-report.ts'
import { reportSheetFacts } from './report-sheet.ts'

const STEPS = 5

/**
 * Makes one parcel (报送包) and writes it into the folder that the user chose: the report as XLSX and as JSON, its printable sheet and
 * cover, and the SHA-256 sums of all of them. What was sent is kept with its number; the figures in it never change again.
 */
export async function exportParcel(
  ctx: JobContext,
  { period, handle }: ParsedInputOf<'reports.export'>,
): Promise<OutputOf<'reports.export'>> {
  ctx.progress(0, STEPS, '计算报表')
  const { report } = await computeReport(ctx, period)
  const center = await getCenter(ctx.db)
  const id = ctx.newId()
  const number = await drawSeriesNumber(ctx, 'parcel', ctx.today, { kind: 'report', id })
  const sheet = await reportSheetFacts(ctx, report, number)

  ctx.progress(1, STEPS, '制作表格')
  const stem = safeFileName(`${report.title}　${report.period.label}`)
  const content: PackageFile[] = [
    { path: `${stem}.xlsx`, content: await reportWorkbook(sheet) },
    jsonFile('report.json', {
      format: 'yuanjuan-report/1',
      number,
      center: { name: center.fullName, regionCode: center.regionCode },
      ...report,
    }),
  ]
  ctx.progress(2, STEPS, '排版报表')
  content.push({ path: `${stem}.pdf`, content: await ctx.printer(renderPaper('report-sheet', sheet).html, { landscape: false }) })

  ctx.progress(3, STEPS, '排版封面')
  const items = await Promise.all(
    content.map(async file => ({
      name: file.path,
      kind: kindOf(file.path),
      bytes: file.content.length,
      sha256: await sha256Of(file.content),
    })),
  )
  const listDigest = await sha256Of(new TextEncoder().encode(items.map(item => sumsLine(item.sha256, item.name)).join('')))
  const cover = renderPaper('parcel-cover', {
    number,
    sender: center.fullName,
    receiver: center.bureauName,
    subject: report.title,
    period: report.period.label,
    medium: 'U盘',
    items,
    parcelSha256: listDigest,
    remark: null,
    preparedBy: ctx.actor.name,
    checkedBy: null,
    responsible: null,
    origin: { packVersion: report.packVersion, madeAt: report.computedAt, maker: ctx.actor.name },
  })
  content.push({ path: '报送封面.pdf', content: await ctx.printer(cover.html, { landscape: false }) })
  const sums = await Promise.all(content.map(async file => sumsLine(await sha256Of(file.content), file.path)))
  const zip = await writeZip([...content, textFile('manifest-sha256.txt', sums.join(''))], ctx.now)
  readZip(zip)

  ctx.progress(4, STEPS, '写入所选文件夹')
  const sha256 = await sha256Of(zip)
  const name = `${safeFileName(`${number}　${center.fullName}　${report.period.label}`)}.zip`
  await insertParcel(ctx.trx, {
    id,
    number,
    title: `${report.title}　${report.period.label}`,
    period: JSON.stringify(period),
    content: JSON.stringify(report),
    sha256,
    pack_version: report.packVersion,
    made_at: ctx.now,
    made_by: ctx.actor.userId,
  })
  await ctx.audit({
    subjectKind: 'report',
    subjectId: id,
    summary: `导出报送包 ${number}　${report.period.label}`,
    after: { number, period, sha256 },
  })
  ctx.files.writeInto(handle, name, zip)
  return { number, name, bytes: zip.length, sha256 }
}

function kindOf(path: string): string {
  return path.endsWith('.xlsx') ? '表格' : path.endsWith('.json') ? '机读数据' : '打印件'
}
