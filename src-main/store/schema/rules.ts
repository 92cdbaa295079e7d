export type RulePackTable = {
  id: string
  version: string
  name: string
  content: string
  sha256: string
  enacted_on: string
  enacted_by: string | null
  enacted_at: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

export type PackDraftTable = {
  id: string
  name: string
  base_version: string
  content: string
  created_by: string
  created_at: string
  changed_by: string
  changed_at: string
  trial: string | null
  version: number
}

export type PackDraftChangeTable = {
  draft_id: string
  seq: number
  place: string
  path: string
  before_json: string | null
  after_json: string | null
  changed_by: string
  changed_at: string
}

export type HolidayImportTable = {
  id: string
  year: number
  file_name: string
  attachment: string
  imported_by: string
  imported_at: string
  undone_by: string | null
  undone_at: string | null
  undo_reason: string | null
}

export type HolidayDayTable = {
  import_id: string
  date: string
  name: string
  is_working: 0 | 1
}

export type ClockCancellationTable = {
  id: string
  limit_id: string
  subject_kind: 'application' | 'case'
  subject_id: string
  reason: string
  cancelled_by: string
  cancelled_at: string
  restored_by: string | null
  restored_at: string | null
  restore_reason: string | null
}

/** Rule packs (规则包) and their drafts, the days of the working calendar, and clocks that were cancelled. */
export type RuleTables = {
  rule_pack: RulePackTable
  pack_draft: PackDraftTable
  pack_draft_change: PackDraftChangeTable
  holiday_import: HolidayImportTable
  holiday_day: HolidayDayTable
  clock_cancellation: ClockCancellationTable
}
