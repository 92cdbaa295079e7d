import { z } from 'zod'
import { code, fileHandle, fileInput, id, instant, isoDate, nothing, optionalText, paging, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/** One side of a sheet in the volume (案卷): a page of a scan. A blank side carries no page number. */
export const volumePage = z.object({
  id,
  attachment: z.string(),
  mediaType: z.string(),
  sourcePage: z.number().int(),
  isBlank: z.boolean(),
  /** Page number in the volume; null for a blank side. */
  number: z.number().int().nullable(),
})

export const volumeItem = z.object({
  id,
  /** Number of the filing order's item (归档目录). */
  templateItem: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  author: z.string().nullable(),
  datedOn: isoDate.nullable(),
  remark: z.string().nullable(),
  position: z.number().int(),
  pages: z.array(volumePage),
  firstPage: z.number().int().nullable(),
  lastPage: z.number().int().nullable(),
  version,
})

export const volumeFinding = z.object({
  check: z.string(),
  level: z.enum(['error', 'warning', 'pass']),
  message: z.string(),
  itemId: id.nullable(),
  templateItem: z.number().int().nullable(),
})

export const volumeSummary = z.object({
  id,
  caseId: id,
  caseNumber: z.string(),
  archiveNumber: z.string().nullable(),
  title: z.string(),
  startedOn: isoDate,
  endedOn: isoDate,
  items: z.number().int(),
  pages: z.number().int(),
  retention: z.string(),
  retentionLabel: z.string(),
  secrecy: z.enum(['none', 'restricted']),
  location: z.string().nullable(),
  status: z.enum(['arranging', 'sealed']),
  sealedAt: instant.nullable(),
  hasPackage: z.boolean(),
  version,
})

export const volumeDetail = volumeSummary.extend({
  matterType: z.string(),
  template: z.object({ id: z.string(), label: z.string() }),
  order: z.array(
    z.object({
      no: z.number().int(),
      title: z.string(),
      requirement: z.enum(['must', 'conditional', 'optional']),
      applies: z.boolean(),
      isMissing: z.boolean(),
      excuse: z.string().nullable(),
      firstPage: z.number().int().nullable(),
      lastPage: z.number().int().nullable(),
    }),
  ),
  contents: z.array(volumeItem),
  findings: z.array(volumeFinding),
  sheets: z.number().int(),
  thicknessMillimetres: z.number(),
  retentionReason: z.string(),
  note: z.string(),
  arrangedById: id.nullable(),
  arrangedBy: z.string().nullable(),
  checkedById: id.nullable(),
  checkedBy: z.string().nullable(),
  packVersion: z.string(),
  packageSha256: z.string().nullable(),
})

const archivist = ['archivist', 'director'] as const

export const archiveOperations = defineOperations({
  /** Closed cases whose papers were accepted and that have no volume yet. */
  'archives.due': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        caseId: id,
        caseNumber: z.string(),
        personName: z.string(),
        cause: z.string(),
        matterType: z.string(),
        closedOn: isoDate,
        acceptedOn: isoDate,
      }),
    ),
  },
  /** The volume catalogue (案卷目录) of a year, or of all years. */
  'archives.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      year: z.number().int().min(1979).max(2100).nullable().default(null),
      status: z.enum(['arranging', 'sealed']).nullable().default(null),
      ...paging,
    }),
    output: z.object({ rows: z.array(volumeSummary), total: z.number().int(), years: z.array(z.number().int()) }),
  },
  'archives.open': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({ caseId: id }),
    output: z.object({ id, version }),
  },
  'archives.get': { kind: 'query', roles: 'staff', input: z.strictObject({ id }), output: volumeDetail },
  /** Takes in a scan (PDF, JPEG, PNG, TIFF) against an item of the filing order. Refused whole when it is no readable image or PDF. */
  'archives.addScan': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({
      id,
      templateItem: z.number().int(),
      itemId: id.nullable(),
      files: z.array(fileInput).min(1).max(200),
      version,
    }),
    output: z.object({ itemId: id, addedPages: z.number().int(), version }),
  },
  /** Puts one of the center's own issued papers (文书) against an item, as its PDF; printing makes it a job. */
  'archives.addPaper': {
    kind: 'job',
    roles: archivist,
    input: z.strictObject({ id, templateItem: z.number().int(), paperId: id, version }),
    output: z.object({ itemId: id, addedPages: z.number().int(), version }),
  },
  'archives.updateItem': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({
      id,
      itemId: id,
      title: text('题名', 120),
      documentNumber: optionalText('文号', 60),
      author: optionalText('责任者', 60),
      datedOn: isoDate.nullable(),
      remark: optionalText('备注', 60),
      version,
    }),
    output: z.object({ version }),
  },
  'archives.moveItem': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({ id, itemId: id, toPosition: z.number().int().min(1), version }),
    output: z.object({ version }),
  },
  'archives.removeItem': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({ id, itemId: id, version }),
    output: z.object({ version }),
  },
  'archives.movePage': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({ id, pageId: id, toItemId: id, toPosition: z.number().int().min(1), version }),
    output: z.object({ version }),
  },
  'archives.setPageBlank': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({ id, pageId: id, isBlank: z.boolean(), version }),
    output: z.object({ version }),
  },
  /** Excuses a missing must-have with a reason that goes into the 备考表; an empty reason takes the excuse back. */
  'archives.excuseItem': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({ id, templateItem: z.number().int(), reason: z.string().trim().max(200), version }),
    output: z.object({ version }),
  },
  'archives.updateVolume': {
    kind: 'command',
    roles: archivist,
    input: z.strictObject({
      id,
      title: text('案卷题名', 50),
      retention: code,
      secrecy: z.enum(['none', 'restricted']),
      location: optionalText('存放位置', 40),
      note: z.string().trim().max(2000),
      arrangedById: id.nullable(),
      checkedById: id.nullable(),
      version,
    }),
    output: z.object({ version }),
  },
  /** A scan's bytes for the page view, base64. */
  'archives.scan': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id, attachment: z.string().length(64) }),
    output: z.object({ mediaType: z.string(), base64: z.string() }),
  },
  /**
   * Seals the volume (封卷): draws the archive number (档号), freezes order, pages and papers, and builds the BagIt package, all or
   * nothing. Refused while an error-level finding stands.
   */
  'archives.seal': {
    kind: 'job',
    roles: archivist,
    input: z.strictObject({ id, version }),
    output: z.object({ archiveNumber: z.string(), packageSha256: z.string(), version }),
  },
  /** Writes a sealed volume's package as a folder into the folder that the user chose. */
  'archives.exportPackage': {
    kind: 'job',
    roles: archivist,
    input: z.strictObject({ id, handle: fileHandle }),
    output: z.object({ name: z.string(), files: z.number().int(), bytes: z.number().int() }),
  },
})
