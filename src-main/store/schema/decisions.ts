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

/** Review (审查), decision (决定), objection (异议) and the later re-check (抽查). */
export type DecisionTables = {
  review_opinion: ReviewOpinionTable
  decision: DecisionTable
  objection: ObjectionTable
  recheck_draw: RecheckDrawTable
  recheck: RecheckTable
}
