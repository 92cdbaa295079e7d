import { findScan, listCasesDue, listVolumes, listVolumeYears } from '../../store/volume-store.ts'
import { command, type HandlersOf, job, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { addPaper } from './add-paper.ts'
import { addScan } from './add-scan.ts'
import { markPageBlank, moveItem, movePage, removeItem, updateItemLine } from './arrange-volume.ts'
import { describeVolume, summaryOf } from './describe-volume.ts'
import { exportPackage } from './export-package.ts'
import { openVolume } from './open-volume.ts'
import { sealVolume } from './seal-volume.ts'
import { excuseItem, updateVolumeHead } from './update-volume.ts'
import { loadVolume } from './volume-state.ts'

/** Volumes (案卷): opening, arranging, checking, sealing (封卷) and writing out. */
export const archiveHandlers: HandlersOf<'archives'> = {
  'archives.due': query(async ({ db }) =>
    (await listCasesDue(db)).map(row => ({
      caseId: row.id,
      caseNumber: row.number,
      personName: row.person_name,
      cause: row.cause,
      matterType: row.matter_type,
      closedOn: row.closed_on ?? '',
      acceptedOn: row.papers_reviewed_on ?? row.closed_on ?? '',
    })),
  ),
  'archives.list': query(async ({ db, pack }, filter) => {
    const { rows, total } = await listVolumes(db, filter)
    return { rows: rows.map(row => summaryOf(row, pack)), total, years: await listVolumeYears(db) }
  }),
  'archives.open': command(openVolume),
  'archives.get': query(async (ctx, { id }) => describeVolume(ctx, await loadVolume(ctx.db, id))),
  'archives.addScan': command(addScan),
  'archives.addPaper': job(addPaper),
  'archives.updateItem': command(updateItemLine),
  'archives.moveItem': command(moveItem),
  'archives.removeItem': command(removeItem),
  'archives.movePage': command(movePage),
  'archives.setPageBlank': command(markPageBlank),
  'archives.excuseItem': command(excuseItem),
  'archives.updateVolume': command(updateVolumeHead),
  'archives.scan': query(async ({ db, attachments }, { id, attachment }) => {
    const scan = await findScan(db, id, attachment)
    if (!scan) throw notFound('扫描件')
    return { mediaType: scan.media_type, base64: Buffer.from(attachments.get(attachment)).toString('base64') }
  }),
  'archives.seal': job(sealVolume),
  'archives.exportPackage': job(exportPackage),
}
