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

export type NumberSeriesTable = {
  series: string
  year: number
  last_seq: number
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

/** The ledger of numbers (编号), its blocks and the statements about its holes. */
export type NumberTables = {
  number_ledger: NumberLedgerTable
  number_series: NumberSeriesTable
  number_block: NumberBlockTable
  number_statement: NumberStatementTable
}
