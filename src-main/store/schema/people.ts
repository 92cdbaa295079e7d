import type { Generated } from 'kysely'

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

export type PersonCategoryTable = {
  person_id: string
  category: string
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

/** Persons and organisations, their merges, conflicts of interest (利益冲突) and hidden matters. */
export type PeopleTables = {
  person: PersonTable
  person_category: PersonCategoryTable
  person_merge: PersonMergeTable
  person_merge_row: PersonMergeRowTable
  conflict_acknowledgement: ConflictAcknowledgementTable
  matter_restriction: MatterRestrictionTable
  matter_viewer: MatterViewerTable
}
