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

export type CaseCategoryTable = {
  case_id: string
  category: string
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

/** A case (案件), who handles it, and who can. */
export type CaseTables = {
  aid_case: AidCaseTable
  case_category: CaseCategoryTable
  case_event: CaseEventTable
  assignment: AssignmentTable
  provider: ProviderTable
  handler: HandlerTable
}
