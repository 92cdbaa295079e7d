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

/** Subsidy sheets (补贴审批表) and payment lists (支付清单). */
export type SubsidyTables = {
  subsidy_sheet: SubsidySheetTable
  subsidy_act: SubsidyActTable
  payment_list: PaymentListTable
}
