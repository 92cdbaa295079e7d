import type { Generated } from 'kysely'

/** Rows as SQLite holds them: text, integers and null. One type for each table; `tests/migrations` holds them against the real schema. */
export type CenterTable = {
  id: number
  full_name: string
  short_name: string
  region_code: string
  fonds_name: string
  fonds_code: string
  address: string
  phone: string
  bureau_name: string
  idle_minutes: number
  is_practice: 0 | 1
  created_at: string
  version: number
}

export type UserAccountTable = {
  id: string
  name: string
  is_active: 0 | 1
  created_at: string
  version: number
}

export type UserRoleTable = {
  user_id: string
  role: 'clerk' | 'archivist' | 'director' | 'administrator'
}

export type DraftTable = {
  user_id: string
  form: string
  content: string
  saved_at: string
}

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

export type NumberLedgerTable = {
  series: string
  year: number
  seq: number
  text: string
  status: 'used' | 'void' | 'reserved'
  subject_kind: string
  subject_id: string
  drawn_at: string
  drawn_by: string
  void_reason: string | null
  voided_at: string | null
  voided_by: string | null
  dated_on: string | null
  back_reason: string | null
  parent_text: string | null
  block_id: string | null
}

export type NumberBlockTable = {
  id: string
  series: string
  year: number
  first_seq: number
  last_seq: number
  holder: string
  reason: string
  reserved_at: string
  reserved_by: string
}

export type NumberStatementTable = {
  id: string
  series: string
  year: number
  first_seq: number
  last_seq: number
  kind: 'before-start' | 'other'
  reason: string
  stated_at: string
  stated_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdraw_reason: string | null
}

export type NumberSeriesTable = {
  series: string
  year: number
  last_seq: number
}

export type PersonTable = {
  id: string
  name: string
  name_key: string
  pinyin: string
  pinyin_initials: string
  certificate_kind: string | null
  certificate_number: string | null
  certificate_note: string | null
  sex: 'male' | 'female' | null
  birth_date: string | null
  phone: string | null
  household_address: string | null
  address: string | null
  created_at: string
  version: number
  kind: Generated<'person' | 'organisation'>
  merged_into: string | null
  protection: string | null
  protection_note: string | null
  ethnicity: string | null
  education: string | null
  occupation: string | null
  workplace: string | null
  registration_kind: string | null
}

export type PersonMergeTable = {
  id: string
  survivor_id: string
  merged_id: string
  merged_at: string
  merged_by: string
  reason: string
  survivor_before: string
  survivor_after: string
  undone_at: string | null
  undone_by: string | null
  undone_reason: string | null
  version: number
}

export type PersonMergeRowTable = {
  merge_id: string
  table_name: string
  column_name: string
  row_key: string
}

export type ConflictAcknowledgementTable = {
  id: string
  subject_kind: 'application' | 'case'
  subject_id: string
  conflict_key: string
  rule: string
  sentence: string
  party_role: string
  party_name: string
  matter_kind: 'application' | 'case'
  matter_id: string
  matter_number: string
  strength: string
  reason: string
  acknowledged_by: string
  acknowledged_at: string
  pack_version: string
}

export type MatterRestrictionTable = {
  subject_kind: 'application' | 'case'
  subject_id: string
  ground: string
  note: string
  set_by: string
  set_at: string
  version: number
}

export type MatterViewerTable = {
  subject_kind: 'application' | 'case'
  subject_id: string
  user_id: string
  granted_by: string
  granted_at: string
}

export type PersonCategoryTable = {
  person_id: string
  category: string
}

export type ConsultationTable = {
  id: string
  number: string
  channel: string
  call_number: string | null
  received_on: string
  received_at: string | null
  person_id: string | null
  anonymous_reason: string | null
  persons: number
  agent_name: string | null
  agent_relation: string | null
  agent_phone: string | null
  matter_type: string
  cause: string
  opponent_name: string | null
  content: string
  answer: string | null
  told_of_right: 0 | 1
  outcome: string
  /** JSON: codes of places. */
  referrals: string
  referral_note: string | null
  consultant_id: string
  registered_by: string
  registered_at: string
  void_reason: string | null
  voided_at: string | null
  voided_by: string | null
  version: number
}

export type ReferralPlaceTable = {
  code: string
  phone: string | null
  address: string | null
  version: number
}

export type QueueSettingTable = {
  id: number
  is_on: 0 | 1
  version: number
}

export type QueueTicketTable = {
  id: string
  day: string
  seq: number
  ground: string | null
  name: string | null
  note: string | null
  status: 'waiting' | 'called' | 'serving' | 'done' | 'left'
  taken_at: string
  taken_by: string
  called_at: string | null
  /** Which of the day's calls was its first, from 1. */
  call_order: number | null
  called_by: string | null
  times_called: number
  ended_at: string | null
  consultation_id: string | null
  version: number
}

export type ApplicationTable = {
  id: string
  number: string
  consultation_id: string | null
  received_on: string
  person_id: string
  matter_type: string
  stage: string
  cause: string
  scope: string
  aid_forms: string
  opponent_name: string | null
  opponent_key: string | null
  agency: string | null
  facts: string
  hardship_input: string
  hardship_result: string
  hardship_outcome: string
  pack_version: string
  status: 'deciding' | 'supplementing' | 'granted' | 'refused' | 'withdrawn'
  closed_on: string | null
  /** What ended a review without a decision; null otherwise. */
  end_kind: 'withdrawn' | 'deemed-withdrawn' | 'handed-over' | 'not-ours' | null
  end_reason: string | null
  registered_by: string
  registered_at: string
  version: number
  agency_number: string | null
  is_group: 0 | 1 | null
  /** JSON of the contract's parts of the same names; null where the form does not say. */
  representation: string | null
  custody: string | null
  filling: string | null
  reading: string | null
}

export type ApplicationCategoryTable = {
  application_id: string
  category: string
}

export type ApplicationPartyTable = {
  application_id: string
  position: number
  role: 'co-applicant' | 'agent' | 'guardian' | 'opponent' | 'opponent-agent' | 'other'
  kind: 'person' | 'organisation'
  person_id: string | null
  name: string
  name_key: string
  certificate_kind: string | null
  certificate_number: string | null
  phone: string | null
  relation: string | null
  note: string | null
}

export type ApplicationMaterialTable = {
  application_id: string
  position: number
  name: string
  copies: number
  is_original: 0 | 1
  /** The code of the rule pack's list of materials; null for one written in by hand. */
  code: string | null
}

export type SupplementTable = {
  id: string
  application_id: string
  number: string
  asked_on: string
  answered_on: string | null
  due_on: string | null
  missing: string
}

export type DecisionTable = {
  id: string
  application_id: string
  outcome: 'granted' | 'refused'
  number: string
  decided_on: string
  decided_by: string
  aid_forms: string
  refusal_reasons: string
  opinion: string
  pack_version: string
  decided_at: string
  /** Who gave the review opinion (审查意见) that the decision followed. */
  reviewed_by: string | null
  /** Last day of the decision's clock as it stood; null for decisions made before it was kept. */
  last_day: string | null
  days_late: number
  /** Who let the clock lapse, and at which step; null when it was kept. */
  held_by: string | null
  held_step: 'review' | 'decision' | null
  /** The day on which the bureau ordered it to be corrected (责令改正); null while it stands. */
  set_aside_on: string | null
}

export type SupplementAnswerTable = {
  id: string
  supplement_id: string
  received_on: string
  items: string
  is_last: 0 | 1
  note: string | null
  recorded_by: string
  recorded_at: string
}

export type CooperationTable = {
  id: string
  application_id: string
  number: string
  sent_on: string
  to_center: string
  to_contact: string | null
  facts: string
  items: string
  due_on: string
  answered_on: string | null
  answer_kind: 'answered' | 'refused' | 'recalled' | null
  answer: string | null
  sent_by: string
  sent_at: string
}

export type IncomingCooperationTable = {
  id: string
  number: string
  received_on: string
  from_center: string
  letter_number: string | null
  about: string
  items: string
  due_on: string | null
  answered_on: string | null
  answer_kind: 'answered' | 'refused' | null
  answer: string | null
  registered_by: string
  registered_at: string
  version: number
}

export type UrgentAidTable = {
  application_id: string
  decision_id: string
  case_id: string
  ground: string
  limit_ends_on: string | null
  due_on: string
  completed_on: string | null
  pack_version: string
}

export type UrgentPaperTable = {
  application_id: string
  position: number
  name: string
  handed_in_on: string | null
}

export type ReviewOpinionTable = {
  id: string
  application_id: string
  proposal: 'grant' | 'refuse'
  aid_forms: string
  reasons: string
  opinion: string
  reviewed_on: string
  reviewed_by: string
  reviewed_at: string
}

export type ObjectionTable = {
  id: string
  application_id: string
  decision_id: string
  number: string
  filed_on: string
  reasons: string
  /** The day from which the limit for filing runs: the refusal was delivered, or given. */
  served_on: string
  filing_last_day: string | null
  late_reason: string | null
  bureau_received_on: string
  answered_on: string | null
  answer_result: 'upheld' | 'corrected' | null
  answer_number: string | null
  answer_note: string | null
  recorded_by: string
  recorded_at: string
  pack_version: string
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

export type ApplicationEndingTable = {
  application_id: string
  number: string
  ground: string | null
  place: string | null
  place_address: string | null
  place_phone: string | null
  received_here_at: string | null
  received_there_at: string | null
  confirmed_on: string | null
  confirmed_by_name: string | null
  ended_by: string
  ended_at: string
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

export type ProviderTable = {
  id: string
  kind: string
  name: string
  credit_code: string | null
  phone: string | null
  address: string | null
  is_active: 0 | 1
  version: number
}

export type HandlerTable = {
  id: string
  provider_id: string
  name: string
  kind: string
  licence_number: string | null
  practising_since: string | null
  criminal_defence_since: string | null
  is_public_employee: 0 | 1
  phone: string | null
  certificate_number: string | null
  bank_name: string | null
  bank_account: string | null
  is_active: 0 | 1
  version: number
}

export type StationTable = {
  id: string
  kind: string
  name: string
  contact_name: string | null
  phone: string | null
  address: string | null
  is_active: 0 | 1
  version: number
}

export type StationOpinionTable = {
  application_id: string
  station_id: string
  opinion: 'grant' | 'refuse' | 'open'
  reason: string
  given_by: string
  given_on: string
  passed_on: string
  entered_by: string
  entered_at: string
  version: number
}

export type NoticeTable = {
  id: string
  number: string
  kind: string
  organ_kind: string
  organ_name: string
  organ_number: string | null
  contact_name: string | null
  contact_phone: string | null
  noticed_on: string
  received_on: string
  received_at: string | null
  person_id: string
  matter_type: string
  stage: string
  cause: string
  scope: string
  opponent_name: string | null
  custody_place: string | null
  hearing_on: string | null
  facts: string
  documents: string
  categories: string
  parent_case_id: string | null
  status: 'accepted' | 'returned'
  return_reason: string | null
  return_explanation: string | null
  returned_on: string | null
  told_on: string | null
  told_way: string | null
  told_note: string | null
  registered_by: string
  registered_at: string
  pack_version: string
  version: number
}

export type CaseCategoryTable = {
  case_id: string
  category: string
}

export type AidCaseTable = {
  id: string
  number: string
  door: 'application' | 'notice' | 'stage-change' | 'imported'
  /** The application or the notice that the chain of cases began with; a stage change carries its parent's. */
  application_id: string | null
  notice_id: string | null
  parent_case_id: string | null
  person_id: string
  opened_on: string
  matter_type: string
  stage: string
  cause: string
  scope: string
  aid_forms: string
  opponent_name: string | null
  opponent_key: string | null
  agency: string | null
  facts: string
  is_life_or_death: 0 | 1
  status: 'awaiting-assignment' | 'handling' | 'awaiting-papers' | 'reviewing-papers' | 'awaiting-volume' | 'sealed' | 'historic'
  closed_on: string | null
  closing_basis: string | null
  closing_mode: string | null
  outcome: string | null
  recovered_fen: number | null
  persons_helped: number | null
  hearings: number | null
  complexity: 'ordinary' | 'complex' | null
  closing_summary: string | null
  closed_by: string | null
  papers_received_on: string | null
  papers_reviewed_on: string | null
  pack_version: string
  version: number
}

export type AssignmentTable = {
  id: string
  case_id: string
  provider_id: string
  handler_id: string
  number: string
  assigned_on: string
  ended_on: string | null
  end_reason: string | null
  pack_version: string
  assigned_by: string
}

export type CaseEventTable = {
  id: string
  case_id: string
  happened_on: string
  title: string
  detail: string
  entered_by: string
  entered_at: string
}

export type PaymentListTable = {
  id: string
  number: string
  made_on: string
  made_by: string
  total_fen: number
  paid_on: string | null
  receipt: string | null
  version: number
}

export type SubsidySheetTable = {
  id: string
  number: string
  case_id: string
  handler_id: string
  input: string
  computation: string
  tier_label: string
  total_fen: number
  pack_version: string
  status: 'awaiting-approval' | 'returned' | 'approved' | 'listed' | 'paid'
  prepared_by: string
  prepared_at: string
  approved_by: string | null
  approved_at: string | null
  approved_on: string | null
  times_returned: number
  payment_list_id: string | null
  version: number
}

export type SubsidyActTable = {
  id: string
  subsidy_id: string
  act: 'prepared' | 'revised' | 'returned' | 'approved' | 'listed' | 'paid'
  opinion: string
  acted_by: string
  acted_at: string
}

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

export type AuditEntryTable = {
  seq: Generated<number>
  at: string
  actor_id: string
  operation: string
  subject_kind: string
  subject_id: string
  summary: string
  before_json: string | null
  after_json: string | null
  previous_hash: string
  hash: string
}

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

/** The contentless FTS5 table of two-character tokens; its rowid is `search_entry.id`. */
export type SearchBigramTable = { rowid: number; words: string }

export type SearchEntryTable = {
  id: Generated<number>
  kind: 'person' | 'consultation' | 'application' | 'case'
  subject_id: string
  sort_day: string
}

export type RecheckDrawTable = {
  id: string
  from_day: string
  to_day: string
  seed: string
  percent: string
  at_least: number
  population: string
  size: number
  drawn_on: string
  drawn_by: string
  drawn_at: string
  pack_version: string
}

export type RecheckTable = {
  id: string
  draw_id: string | null
  application_id: string
  reason: string
  status: 'open' | 'true' | 'false'
  checked_on: string | null
  way: string | null
  finding: string | null
  recover_fen: number | null
  checked_by: string | null
  checked_at: string | null
  version: number
}

export type Database = {
  center: CenterTable
  user_account: UserAccountTable
  user_role: UserRoleTable
  draft: DraftTable
  rule_pack: RulePackTable
  pack_draft: PackDraftTable
  pack_draft_change: PackDraftChangeTable
  holiday_import: HolidayImportTable
  holiday_day: HolidayDayTable
  clock_cancellation: ClockCancellationTable
  number_ledger: NumberLedgerTable
  number_series: NumberSeriesTable
  number_block: NumberBlockTable
  number_statement: NumberStatementTable
  person: PersonTable
  person_category: PersonCategoryTable
  person_merge: PersonMergeTable
  person_merge_row: PersonMergeRowTable
  conflict_acknowledgement: ConflictAcknowledgementTable
  matter_restriction: MatterRestrictionTable
  matter_viewer: MatterViewerTable
  consultation: ConsultationTable
  referral_place: ReferralPlaceTable
  queue_setting: QueueSettingTable
  queue_ticket: QueueTicketTable
  application: ApplicationTable
  application_category: ApplicationCategoryTable
  application_party: ApplicationPartyTable
  application_material: ApplicationMaterialTable
  supplement: SupplementTable
  decision: DecisionTable
  recheck_draw: RecheckDrawTable
  recheck: RecheckTable
  supplement_answer: SupplementAnswerTable
  cooperation: CooperationTable
  incoming_cooperation: IncomingCooperationTable
  urgent_aid: UrgentAidTable
  urgent_paper: UrgentPaperTable
  review_opinion: ReviewOpinionTable
  objection: ObjectionTable
  delivery: DeliveryTable
  application_ending: ApplicationEndingTable
  seal_image: SealImageTable
  provider: ProviderTable
  handler: HandlerTable
  notice: NoticeTable
  station: StationTable
  station_opinion: StationOpinionTable
  aid_case: AidCaseTable
  case_category: CaseCategoryTable
  assignment: AssignmentTable
  case_event: CaseEventTable
  payment_list: PaymentListTable
  subsidy_sheet: SubsidySheetTable
  subsidy_act: SubsidyActTable
  attachment: AttachmentTable
  volume: VolumeTable
  volume_item: VolumeItemTable
  volume_page: VolumePageTable
  paper: PaperTable
  parcel: ParcelTable
  audit_entry: AuditEntryTable
  register_import: RegisterImportTable
  imported_row: ImportedRowTable
  imported_consultation: ImportedConsultationTable
  imported_case: ImportedCaseTable
  import_mapping: ImportMappingTable
  search_entry: SearchEntryTable
  search_bigram: SearchBigramTable
}
