export type AttachmentTable = {
  sha256: string
  bytes: number
  media_type: string
  pages: number
  created_at: string
}

export type VolumeTable = {
  id: string
  case_id: string
  archive_number: string | null
  template: string
  title: string
  started_on: string
  ended_on: string
  archive_year: number
  retention: string
  retention_reason: string
  secrecy: 'none' | 'restricted'
  location: string | null
  note: string
  excuses: string
  arranged_by: string | null
  checked_by: string | null
  status: 'arranging' | 'sealed'
  sealed_at: string | null
  sealed_by: string | null
  package_sha256: string | null
  content_digest: string | null
  page_count: number
  item_count: number
  pack_version: string
  created_at: string
  version: number
}

export type VolumeItemTable = {
  id: string
  volume_id: string
  template_item: number
  position: number
  title: string
  document_number: string | null
  author: string | null
  dated_on: string | null
  remark: string | null
}

export type VolumePageTable = {
  id: string
  item_id: string
  position: number
  attachment: string
  source_page: number
  is_blank: 0 | 1
}

/** Volumes (案卷) and the scans in them. */
export type ArchiveTables = {
  attachment: AttachmentTable
  volume: VolumeTable
  volume_item: VolumeItemTable
  volume_page: VolumePageTable
}
