export type RegisterImportTable = {
  id: string
  register: 'consultation' | 'case'
  file_name: string
  sha256: string
  sheet: string
  plan: string
  row_count: number
  new_people: number
  known_people: number
  warnings: number
  skipped: number
  imported_by: string
  imported_at: string
  pack_version: string
  undone_by: string | null
  undone_at: string | null
  undo_reason: string | null
}

export type ImportedRowTable = {
  import_id: string
  row_number: number
  subject_kind: 'consultation' | 'case'
  subject_id: string
  person_id: string
  made_person: 0 | 1
  number: string
}

export type ImportedConsultationTable = {
  consultation_id: string
  import_id: string
  consultant_name: string | null
  note: string | null
}

export type ImportedCaseTable = {
  case_id: string
  import_id: string
  provider_name: string | null
  handler_name: string | null
  closing: string | null
  archive_number: string | null
  note: string | null
}

export type ImportMappingTable = {
  register: string
  header_hash: string
  plan: string
  saved_at: string
}

/** What came from old registers (旧台账). */
export type ImportTables = {
  register_import: RegisterImportTable
  imported_row: ImportedRowTable
  imported_consultation: ImportedConsultationTable
  imported_case: ImportedCaseTable
  import_mapping: ImportMappingTable
}
