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

/** An application (申请) and what happens on the way to its decision. */
export type ApplicationTables = {
  application: ApplicationTable
  application_category: ApplicationCategoryTable
  application_party: ApplicationPartyTable
  application_material: ApplicationMaterialTable
  supplement: SupplementTable
  supplement_answer: SupplementAnswerTable
  cooperation: CooperationTable
  incoming_cooperation: IncomingCooperationTable
  urgent_aid: UrgentAidTable
  urgent_paper: UrgentPaperTable
  application_ending: ApplicationEndingTable
}
