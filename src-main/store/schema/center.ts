import type { Generated } from 'kysely'

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

/** The center itself, its staff, their drafts, and the audit trail (操作日志). */
export type CenterTables = {
  center: CenterTable
  user_account: UserAccountTable
  user_role: UserRoleTable
  draft: DraftTable
  audit_entry: AuditEntryTable
}
