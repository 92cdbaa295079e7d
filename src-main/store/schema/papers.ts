export type PaperTable = {
  id: string
  form: string
  subject_kind: string
  subject_id: string
  title: string
  number: string | null
  facts: string
  html_sha256: string
  is_landscape: 0 | 1
  issued_at: string
  issued_by: string
  times_printed: number
  pack_version: string
  /** The seal image (印章图) that was overprinted, with its size; null when there was none. */
  seal_sha256: string | null
  seal_width_tenths_mm: number | null
  seal_height_tenths_mm: number | null
}

export type DeliveryTable = {
  id: string
  paper_id: string
  subject_kind: string
  subject_id: string
  addressee: string
  way: string
  place: string
  delivered_on: string
  signed_by: string | null
  relation: string | null
  tracking_number: string | null
  witness: string | null
  remark: string | null
  recorded_by: string
  recorded_at: string
}

export type SealImageTable = {
  id: number
  attachment: string | null
  width_tenths_mm: number
  height_tenths_mm: number
  is_on: 0 | 1
  changed_by: string | null
  changed_at: string | null
  version: number
}

export type ParcelTable = {
  id: string
  number: string
  title: string
  period: string
  content: string
  sha256: string
  pack_version: string
  made_at: string
  made_by: string
}

/** Papers (文书) as they were issued, their delivery (送达), the seal image and the report parcels. */
export type PaperTables = {
  paper: PaperTable
  delivery: DeliveryTable
  seal_image: SealImageTable
  parcel: ParcelTable
}
