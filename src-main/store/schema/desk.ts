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

/** What comes to the front desk: consultations (咨询), the waiting queue, stations (工作站) and notices (通知辩护、通知代理). */
export type DeskTables = {
  consultation: ConsultationTable
  referral_place: ReferralPlaceTable
  queue_setting: QueueSettingTable
  queue_ticket: QueueTicketTable
  station: StationTable
  station_opinion: StationOpinionTable
  notice: NoticeTable
}
