import { findScan, listCasesDue, listVolumes, listVolumeYears } from '../../store/volume-store.ts'
import { command, type HandlersOf, job, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { markPageBlank, moveItem, movePage, removeItem, updateItemLine } from './arrange-volume.ts'
import { describeVolume, summaryOf } from './describe-volume.ts'
import { openVolume } from './open-volume.ts'
import { excuseItem, updateVolumeHead } from './update-volume.ts'
import { loadVolume } from './volume-state.ts'

/**
 * Volumes (案卷): opening, arranging, checking, sealing (封卷) and writing out. What reads scans and makes PDFs is loaded when it is first asked
 * for: its libraries are large, and the window should not wait for them at the start.
 */
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
  'archives.addScan': command(async (ctx, input) => (await import('./add-scan.ts')).addScan(ctx, input)),
  'archives.addPaper': job(async (ctx, input) => (await import('./add-paper.ts')).addPaper(ctx, input)),
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
  'archives.seal': job(async (ctx, input) => (await import('./seal-volume.ts')).sealVolume(ctx, input)),
  'archives.exportPackage': job(async (ctx, input) => (await import('./export-package.ts')).exportPackage(ctx, input)),
}
